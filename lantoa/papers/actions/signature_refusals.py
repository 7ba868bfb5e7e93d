"""Why a signed copy is not taken in, or a paper not signed: the situations, each with what to do."""

from django.utils.translation import gettext as _


class NoPdf(ValueError):
    """Only a PDF can be signed."""

    def __init__(self) -> None:
        super().__init__(_("Giấy tờ này chưa có bản PDF để ký. Hãy chuyển sang PDF trước."))


class AttachedAlready(ValueError):
    """The very same file is there."""

    def __init__(self, name: str) -> None:
        super().__init__(_("Bản này đã được gắn rồi: «%(name)s».") % {"name": name})
