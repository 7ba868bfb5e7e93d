"""Fields that read what was typed by the same rules as a cell of the workbook."""

import re
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from lantoa import plans
from lantoa.domain.records import Kind as SubjectKind
from lantoa.domain.vietnamese import fold, tidy
from lantoa.register.books.cells import CRITERION, GRADE, MARK, TIER, Kind, Unfit, spelling
from lantoa.register.books.layout import EITHER, PERSON, Column
from lantoa.register.models import Subject

MOST_CANDIDATES = 5
IN_BRACKETS = re.compile(r"\(([^()]+)\)$")  # Lê Thanh Bình (CB6)
LONG = 300  # longer texts get more than one line
LABELS = {"subject": "Đối tượng", "person": "Cán bộ", "unit": "Đơn vị", "parent": "Cấp trên"}
WHAT = {
    EITHER: "cán bộ hoặc đơn vị",
    PERSON: "cán bộ",
    frozenset({SubjectKind.COLLECTIVE}): "đơn vị",
}


def field_of(column: Column) -> forms.Field:
    """The form field of a column of the workbook."""
    if column.refers:
        return SubjectField(column)
    if column.kind is MARK:
        return forms.BooleanField(label=column.name, required=False, help_text=column.hint)
    return CellField(column)


class CellField(forms.CharField):
    """A cell: the value that the workbook would read, or what was expected instead."""

    def __init__(self, column: Column) -> None:
        super().__init__(
            label=column.name,
            required=column.required,
            max_length=column.longest or 60,
            help_text=column.hint,
            widget=_widget(column),
        )
        self.column = column

    def clean(self, value: Any) -> Any:
        text = super().clean(value)
        if not tidy(text):
            return self.column.kind.empty
        try:
            return self.column.kind.read(text)
        except Unfit:
            expected = {"text": text, "expected": self.column.kind.expected}
            raise forms.ValidationError(_("«%(text)s» không ghi được: cần %(expected)s.") % expected) from None

    def prepare_value(self, value: Any) -> Any:
        """What was typed stays as it was typed; a value of the book is written as an office writes it."""
        if value is None or isinstance(value, str):
            return value
        return spelling(self.column.kind, value) if self.column.kind.choices else str(value)


class SubjectField(forms.CharField):
    """A person or a unit by code, or by a name that only one of them bears; the value is the code."""

    def __init__(self, column: Column) -> None:
        self.refers = column.refers
        self.what = WHAT[column.refers]
        help_text = _("Gõ mã hoặc tên, có dấu hay không đều được.")
        super().__init__(label=LABELS[column.field], required=column.required, max_length=200, help_text=help_text)

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        kinds = ",".join(sorted(self.refers))
        return super().widget_attrs(widget) | {"data-pick": f"/so/goi-y/?loai={kinds}", "autocomplete": "off"}

    def clean(self, value: Any) -> str | None:
        text = tidy(super().clean(value))
        if not text:
            return None
        subjects = Subject.objects.filter(kind__in=self.refers)
        if (exact := _by_code(subjects, text)) is not None:
            return exact.code
        named = [subject for subject in _named(subjects, text) if fold(subject.name) == fold(text)]
        if len(named) == 1:
            return named[0].code
        raise forms.ValidationError(self._refusal(text, named or _named(subjects, text)))

    def prepare_value(self, value: Any) -> Any:
        """A code that somebody bears is shown with the name, as the picker writes it."""
        found = _by_code(Subject.objects.all(), tidy(value)) if isinstance(value, str) and value else None
        return f"{found.name} ({found.code})" if found else value

    def _refusal(self, text: str, candidates: list[Subject]) -> str:
        if not candidates:
            return _("Không có %(what)s nào có mã hay tên «%(text)s».") % {"what": self.what, "text": text}
        listed = ", ".join(f"{subject.code} ({subject.name})" for subject in candidates[:MOST_CANDIDATES])
        more = ", …" if len(candidates) > MOST_CANDIDATES else ""
        return _("«%(text)s» có thể là: %(listed)s%(more)s. Hãy ghi mã.") % {
            "text": text,
            "listed": listed,
            "more": more,
        }


def _by_code(subjects: QuerySet[Subject], text: str) -> Subject | None:
    """Who bears the code that was typed, alone or in brackets after the name."""
    after_name = IN_BRACKETS.search(text)
    return subjects.filter(code__in=[text, after_name[1]] if after_name else [text]).first()


def _named(subjects: QuerySet[Subject], text: str) -> list[Subject]:
    for word in fold(text).split():
        subjects = subjects.filter(search_key__contains=word)
    return list(subjects.order_by("sort_key")[: 4 * MOST_CANDIDATES])


def _widget(column: Column) -> forms.Widget:
    kind = column.kind
    if kind.choices:
        return forms.Select(choices=[("", "---------"), *_choices(kind)])
    if column.offers:
        return forms.Select(choices=[("", "---------"), *((word, word) for word in column.offers)])
    if column.longest > LONG:
        return forms.Textarea(attrs={"rows": 2})
    return forms.TextInput(attrs={"list": "titles"} if column.field == "text" else {})


def _choices(kind: Kind) -> list[tuple[str, str]]:
    """The written forms of a closed list, each with the words that explain it."""
    words: dict[str, str] = {}
    if kind is GRADE:
        words = {term.short: f"{term.name} ({term.short})" for term in plans.catalogue().ratings.values()}
    elif kind is TIER:
        words = {tier.code: tier.name for tier in plans.load().tiers.values()}
    elif kind is CRITERION:
        words = {code: f"{code}: {criterion.text}" for code, criterion in plans.load().criteria.items()}
    return [(choice, words.get(choice, choice)) for choice in kind.choices]
