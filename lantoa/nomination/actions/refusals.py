"""Why something about a nomination is not done: the situations, each with a sentence that says what to do."""

from django.utils.translation import gettext as _

from lantoa.nomination.models import Nomination
from lantoa.register.models import Hold


class OnHold(ValueError):
    """Discipline, inspection or a complaint is being looked into: the dossier waits, it is not refused."""

    def __init__(self, hold: Hold) -> None:
        words = _("Hồ sơ đang tạm dừng: %(reason)s (từ %(since)s). Khi việc này kết thúc trong sổ, hồ sơ tự đi tiếp.")
        super().__init__(words % {"reason": hold.reason, "since": f"{hold.since:%d/%m/%Y}"})
        self.hold = hold


class ChangedMeanwhile(ValueError):
    """Somebody else wrote it after the page was opened; `nomination` is what stands there now."""

    def __init__(self, nomination: Nomination) -> None:
        super().__init__(_("Trong lúc bạn viết, người khác đã lưu bản mới. Hãy đối chiếu hai bản rồi lưu lại."))
        self.nomination = nomination
