"""What is typed about stock: a new one, where each field goes, which sheets are printed."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from django import forms
from django.core.files.base import File
from django.core.validators import RegexValidator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lantoa.domain.papers.fields import Field, Shape
from lantoa.domain.papers.stocks import A4, Align, Sheet, Spot, sheets_asked
from lantoa.papers.attachments import Checked, check
from lantoa.papers.contents import FileRefused
from lantoa.papers.models import Stock

LEAST, MOST = 50, 500  # mm of paper
MOST_SHEETS = 500  # in one PDF
FARTHEST = 20  # mm that a printer is off
OF_WORDS = ("size", "lines", "step", "align", "is_bold", "is_italic", "colour")  # a picture has none of these
NUMBERS = ("x", "y", "width", "size", "lines", "step")
ALIGNS = ((Align.LEFT, gettext_lazy("trái")), (Align.CENTER, gettext_lazy("giữa")), (Align.RIGHT, gettext_lazy("phải")))
is_colour = RegexValidator(r"\A#[0-9a-fA-F]{6}\Z", gettext_lazy("Màu viết như #c01818."))


def number(least: float, most: float, step: float = 0.1) -> Any:
    widget = forms.NumberInput(attrs={"step": f"{step:g}", "inputmode": "decimal"})
    return forms.FloatField(min_value=least, max_value=most, step_size=None, widget=widget)


def millimetres(label: Any, start: float) -> Any:
    attrs = {"step": "0.1", "inputmode": "decimal"}
    widget = forms.NumberInput(attrs=attrs)
    return forms.FloatField(label=label, min_value=LEAST, max_value=MOST, initial=f"{start:g}", widget=widget)


class PictureField(forms.FileField):
    """A picture of the sheet; how it fits the sheet is looked at with the sheet's size."""

    widget = forms.FileInput(attrs={"accept": ".jpg,.jpeg,.png,.webp,.pdf"})

    def clean(self, data: Any, initial: Any = None) -> Checked | None:
        given: File[bytes] | None = super().clean(data, initial)
        try:
            return check(given) if given else None
        except FileRefused as refusal:
            raise forms.ValidationError(str(refusal)) from None


class StockForm(forms.ModelForm[Stock]):
    """A new stock."""

    file = PictureField(
        label=gettext_lazy("Ảnh tờ phôi"),
        help_text=gettext_lazy("Quét hoặc chụp thẳng, cắt sát bốn mép giấy; nhận JPG, PNG, WEBP hoặc PDF của nhà in."),
    )
    width = millimetres(gettext_lazy("Chiều ngang tờ giấy (mm)"), A4.width)
    height = millimetres(gettext_lazy("Chiều dọc tờ giấy (mm)"), A4.height)

    class Meta:
        model = Stock
        fields = ("name", "kind", "file", "width", "height")
        help_texts = {"name": gettext_lazy("Ví dụ Giấy khen nền vàng, in năm 2025.")}

    def clean(self) -> dict[str, Any] | None:
        given = super().clean() or {}
        if {"file", "width", "height"} <= given.keys():
            _draw(self, given, Sheet(given["width"], given["height"]))
        return given


class NewPictureForm(forms.Form):
    """Another picture of a stock."""

    file = PictureField(label=gettext_lazy("Ảnh khác của tờ phôi này"))

    def __init__(self, data: Any = None, files: Any = None, *, sheet: Sheet) -> None:
        super().__init__(data, files, auto_id="anh-%s")
        self.sheet = sheet

    def clean(self) -> dict[str, Any] | None:
        given = super().clean() or {}
        if given.get("file"):
            _draw(self, given, self.sheet)
        return given


class LayoutForm(forms.ModelForm[Stock]):
    """What is said of a stock as a whole."""

    version = forms.CharField(max_length=40, widget=forms.HiddenInput)

    class Meta:
        model = Stock
        fields = ("name", "shift_x", "shift_y")
        widgets = {name: forms.NumberInput(attrs={"step": "0.1"}) for name in ("shift_x", "shift_y")}
        help_texts = {
            "shift_x": gettext_lazy(
                "Số âm là sang trái. Đo trên tờ in thử: chữ lệch trái bao nhiêu thì ghi bấy nhiêu."
            ),
            "shift_y": gettext_lazy("Số âm là lên trên."),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("shift_x", "shift_y"):
            self.initial[name] = f"{self.initial[name]:g}"

    def clean_shift_x(self) -> float:
        return _near(self.cleaned_data["shift_x"])

    def clean_shift_y(self) -> float:
        return _near(self.cleaned_data["shift_y"])


class SpotForm(forms.Form):
    """Where one field goes, and how it looks; a row of the table beside the picture."""

    is_shown = forms.BooleanField(label=gettext_lazy("In"), required=False)
    x = number(0, MOST)
    y = number(0, MOST)
    width = number(2, MOST)
    size = number(4, 120, 0.5)
    lines = number(1, 6, 1)
    step = number(2, 60)
    align = forms.ChoiceField(choices=ALIGNS)
    is_bold = forms.BooleanField(required=False)
    is_italic = forms.BooleanField(required=False)
    colour = forms.CharField(validators=[is_colour], widget=forms.TextInput(attrs={"type": "color"}))

    def __init__(self, data: Any = None, *, spot: Spot, field: Field, sheet: Sheet) -> None:
        start = {name: getattr(spot, name) for name in self.base_fields}
        start |= {name: f"{start[name]:g}" for name in NUMBERS}
        super().__init__(data, prefix=f"o-{spot.field}", initial=start)
        self.spot, self.of, self.sheet = spot, field, sheet
        for name in OF_WORDS if self.is_picture else ():
            del self.fields[name]
        for name, one in self.fields.items():
            said = {"aria-label": f"{headings()[name]}: {field.words}", "data-part": name}
            one.widget.attrs.update(said | self._bounds(name))

    @property
    def is_picture(self) -> bool:
        return self.of.shape == Shape.PICTURE

    def _bounds(self, name: str) -> dict[str, str]:
        most = {"x": self.sheet.width, "y": self.sheet.height, "width": self.sheet.width}
        return {"max": f"{most[name]:g}"} if name in most else {}

    def clean_lines(self) -> int:
        return int(self.cleaned_data["lines"])

    def clean(self) -> dict[str, Any] | None:
        given = super().clean() or {}
        if given.get("is_shown") and not self.errors and not self._is_on(given):
            self.add_error(None, _("Ô «%s» chạy ra ngoài tờ giấy.") % self.of.words)
        return given

    def _is_on(self, given: dict[str, Any]) -> bool:
        deep = given["width"] if self.is_picture else (given["lines"] - 1) * given["step"]
        across, down = given["x"] + given["width"], given["y"] + deep
        return bool(across <= self.sheet.width + 0.05 and down <= self.sheet.height + 0.05)

    def read(self) -> Spot:
        facts = {name: round(value, 2) if name in NUMBERS else value for name, value in self.cleaned_data.items()}
        if "align" in facts:
            facts["align"] = Align(facts["align"])
        return replace(self.spot, **facts)


class PrintForm(forms.Form):
    """Which sheets are printed on which stock; as in the dialog of a printer."""

    phoi = forms.TypedChoiceField(label=gettext_lazy("In lên phôi"), coerce=int)
    to = forms.CharField(
        label=gettext_lazy("Những tờ nào"),
        required=False,
        max_length=200,
        help_text=gettext_lazy("Ghi như 1-20, 57. Để trống là in cả."),
    )

    def __init__(self, data: Any = None, *, stocks: Sequence[Stock], count: int, initial: Any = None) -> None:
        super().__init__(data, initial=initial)
        self.count, self.has_stock = count, bool(stocks)
        self.fields["phoi"].choices = [(one.pk, one.name) for one in stocks]  # type: ignore[attr-defined]

    def clean_to(self) -> list[int]:
        try:
            found = sheets_asked(self.cleaned_data["to"], self.count)
        except ValueError as wrong:
            words = _("Không có tờ «%(wrong)s»; danh sách có từ tờ 1 đến tờ %(count)s.")
            raise forms.ValidationError(words % {"wrong": wrong, "count": self.count}) from None
        if len(found) > MOST_SHEETS:
            words = _("Một lần in nhiều nhất %(most)s tờ; đây là %(asked)s. Ghi như 1-%(most)s.")
            raise forms.ValidationError(words % {"most": MOST_SHEETS, "asked": len(found)})
        return found


def headings() -> dict[str, str]:
    """What the columns of the table are called."""
    return {
        "is_shown": _("In"),
        "x": _("Ngang (mm)"),
        "y": _("Dọc (mm)"),
        "width": _("Rộng (mm)"),
        "size": _("Cỡ chữ"),
        "lines": _("Số dòng"),
        "step": _("Cách dòng (mm)"),
        "align": _("Canh"),
        "is_bold": _("Đậm"),
        "is_italic": _("Nghiêng"),
        "colour": _("Màu"),
    }


def _draw(form: forms.BaseForm, given: dict[str, Any], sheet: Sheet) -> None:
    from lantoa.papers.stock_pictures import picture_of  # noqa: PLC0415  (an idle web process does without Pillow)

    try:
        given["picture"] = picture_of(given["file"], sheet)
    except FileRefused as refusal:
        form.add_error("file", str(refusal))


def _near(shift: float) -> float:
    if abs(shift) > FARTHEST:
        raise forms.ValidationError(_("Máy in lệch quá %s mm thì kiểm tra lại khay giấy và khổ giấy.") % FARTHEST)
    return round(shift, 2)
