"""Why a row is not written: the situations, each with a sentence that says what to do."""

from django.utils.translation import gettext as _


class RowRefused(ValueError):
    """A row breaks rules that need the book: field -> sentence."""

    def __init__(self, **faults: str) -> None:
        super().__init__(" ".join(faults.values()))
        self.faults = faults


class StillNeeded(ValueError):
    """A row that others depend on; `needed_by` says how many of what."""

    def __init__(self, what: str, needed_by: list[tuple[str, int]]) -> None:
        listed = ", ".join(f"{count} {noun}" for noun, count in needed_by)
        super().__init__(
            _("Chưa xoá được %(what)s: còn %(listed)s. Hãy xoá hoặc chuyển những dòng đó trước.")
            % {"what": what, "listed": listed}
        )
        self.needed_by = needed_by


class NotAllowed(PermissionError):
    """The deed does not reach the case; the message says why."""


class ChangedMeanwhile(ValueError):
    """Somebody else changed the row after the form was opened."""

    def __init__(self) -> None:
        super().__init__(_("Người khác vừa sửa dòng này. Mở lại dòng để xem nội dung mới; phần bạn gõ vẫn còn đây."))
