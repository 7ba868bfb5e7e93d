"""Why a paper is not made: the situations, each with a sentence that says what to do."""

from django.utils.translation import gettext as _


class NoSuchThing(ValueError):
    """What the paper was to be about is not there (any more), or not for this actor."""

    def __init__(self) -> None:
        super().__init__(_("Không còn việc này để lập giấy tờ. Mở lại trang của đợt xét để xem danh sách mới."))


class AlreadyEnded(ValueError):
    """A job that is over cannot be cancelled."""

    def __init__(self) -> None:
        super().__init__(_("Việc lập đã xong hoặc đã dừng rồi."))


class NothingToMake(ValueError):
    """A job without a single paper that can be made."""

    def __init__(self) -> None:
        super().__init__(_("Chưa có giấy tờ nào lập được. Xem cột «Còn thiếu» để biết cần làm gì trước."))


class NothingChosen(ValueError):
    """Some of a list were to be made, and none was ticked."""

    def __init__(self) -> None:
        super().__init__(_("Chưa chọn dòng nào. Đánh dấu những dòng cần lập rồi bấm lại."))


class TooMany(ValueError):
    """More papers than one job takes."""

    def __init__(self, asked: int, most: int) -> None:
        words = _("Một lần lập được nhiều nhất %(most)s giấy tờ; đây là %(asked)s. Hãy lập từng loại.")
        super().__init__(words % {"most": most, "asked": asked})
