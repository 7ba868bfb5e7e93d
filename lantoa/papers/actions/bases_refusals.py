"""Why a legal basis is not written, each with a sentence that says what to do."""

from django.utils.translation import gettext as _

from lantoa.domain.papers.bases import Basis


class CitedAlready(ValueError):
    """Another text has the same words."""

    def __init__(self, text: Basis) -> None:
        super().__init__(
            _("«%(words)s» đã có trong danh mục (%(topic)s). Mở văn bản đó ra sửa thay vì thêm mới.")
            % {"words": text.words, "topic": text.topic.label}
        )
        self.text = text


class NoSuchText(ValueError):
    """No text has that code and number."""

    def __init__(self) -> None:
        super().__init__(_("Không có văn bản này trong danh mục. Hãy mở lại trang Căn cứ."))


class NothingToCheck(ValueError):
    """The version was checked already, needs none, or was not checked when a check is taken back."""

    def __init__(self) -> None:
        super().__init__(_("Việc đối chiếu văn bản này vừa thay đổi. Hãy xem lại trang này rồi làm tiếp."))


class WithdrawnAlready(ValueError):
    """A version is withdrawn once."""

    def __init__(self) -> None:
        super().__init__(_("Bản này đã được rút trước đó."))
