"""Why a line of the registers of papers is not written, each with a sentence that says what to do."""

from django.utils.translation import gettext as _

from lantoa.papers.models import RegisterEntry


class EnteredAlready(ValueError):
    """Number, notation and issuer of one year stand in the register once."""

    def __init__(self, entry: RegisterEntry) -> None:
        said = {"paper": entry, "issuer": entry.issuer, "day": f"{entry.dated:%d/%m/%Y}", "place": entry.place}
        super().__init__(
            _("Số %(paper)s của %(issuer)s đã ghi ở dòng %(place)s (ngày %(day)s). Kiểm tra lại số, ký hiệu.") % said
        )
        self.entry = entry


class StruckAlready(ValueError):
    """A struck line stays as it is."""

    def __init__(self) -> None:
        super().__init__(_("Dòng này đã gạch nên không sửa được. Hãy ghi một dòng mới."))


class YearFixed(ValueError):
    """A line stays in the register of its year: its place was given there."""

    def __init__(self, year: int) -> None:
        super().__init__(
            _("Dòng này thuộc sổ năm %s. Ngày văn bản của năm khác thì gạch dòng này và ghi dòng mới.") % year
        )
