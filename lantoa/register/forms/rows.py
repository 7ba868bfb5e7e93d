"""A row of any sheet, typed by hand: the columns of the workbook as fields, and the record they make."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _

from lantoa import plans
from lantoa.domain.records import Origin, Record
from lantoa.register.books.layout import AWARDS, Sheet
from lantoa.register.forms.fields import field_of

TYPED = 0  # the origin of a typed row names no row of a workbook


class RowForm(forms.Form):
    """One row of a sheet."""

    def __init__(self, sheet: Sheet, data: Any = None, initial: dict[str, Any] | None = None) -> None:
        super().__init__(data, initial=initial)
        self.sheet = sheet
        for column in sheet.columns:
            self.fields[column.field] = field_of(column)

    def clean(self) -> dict[str, Any]:
        values = super().clean() or self.cleaned_data
        since, until = values.get("since"), values.get("until")
        if since and until and until.last_day < since.first_day:
            self.add_error("until", _("Đến ngày (%(until)s) không được trước Từ ngày (%(since)s).") % values)
        if self.sheet is AWARDS and "text" in values:
            self._complete_award(values)
        return values

    def _complete_award(self, values: dict[str, Any]) -> None:
        """A ladder title in any written form is recognised and brings its own level."""
        title = plans.catalogue().title(values["text"])
        values["title"] = title.code if title else ""
        if values.get("level") is None and "level" not in self.errors:
            if title is None:
                self.add_error("level", _("Cần ghi cấp: «%(text)s» không phải danh hiệu thi đua có cấp sẵn.") % values)
            else:
                values["level"] = title.level

    def record(self) -> Record:
        """The record of a valid form."""
        made: Record = self.sheet.record(**self.cleaned_data, origin=Origin(self.sheet.name, TYPED))
        return made
