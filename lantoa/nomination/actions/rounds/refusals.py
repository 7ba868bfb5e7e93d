"""Why a round is not made or moved: the situations, each with a sentence that says what to do."""

from collections.abc import Mapping
from datetime import date

from django.utils.translation import gettext as _

from lantoa.domain.stages import STAGE_LABELS, NominationStage
from lantoa.nomination.models import Round
from lantoa.nomination.queries.rounds.calendar import label_of


class RoundExists(ValueError):
    """One living round a tier and year."""

    def __init__(self, one: Round) -> None:
        said = {"name": one.name, "stage": one.get_stage_display()}
        super().__init__(_("Bậc và năm này đã có «%(name)s» (%(stage)s). Hãy mở đợt đó và sửa.") % said)
        self.round = one


class NoSuchAim(ValueError):
    """The plan edition has no such tier, or does not cover the year."""

    def __init__(self, reason: str) -> None:
        super().__init__(_("Không lập được đợt xét: %(reason)s") % {"reason": reason})


class DaysOutOfOrder(ValueError):
    """A day before one that comes earlier in the procedure; `columns` are the two."""

    def __init__(self, earlier: str, later: str) -> None:
        said = {"later": label_of(later), "earlier": label_of(earlier)}
        super().__init__(_("Ngày «%(later)s» không được trước ngày «%(earlier)s».") % said)
        self.columns = (earlier, later)


class DayMissing(ValueError):
    """A round cannot go on without knowing until when."""

    def __init__(self, column: str) -> None:
        super().__init__(_("Chưa có ngày «%(day)s». Hãy ghi ngày này rồi mở đợt xét.") % {"day": label_of(column)})


class TooLateToOpen(ValueError):
    """Its last day of sending has gone by."""

    def __init__(self, day: date) -> None:
        super().__init__(
            _("Hạn gửi hồ sơ %(day)s đã qua, mở ra thì không đơn vị nào gửi kịp. Hãy sửa hạn trước.")
            % {"day": f"{day:%d/%m/%Y}"}
        )


class RoundIsOver(ValueError):
    """What is closed or cancelled is not changed."""

    def __init__(self, one: Round) -> None:
        said = {"stage": one.get_stage_display()}
        super().__init__(_("Đợt xét %(stage)s nên không sửa nữa. Nếu cần, hãy mở lại đợt xét trước.") % said)


class RoundChanged(ValueError):
    """Somebody else wrote it after the form was opened; `round` is what stands there now."""

    def __init__(self, one: Round) -> None:
        super().__init__(_("Trong lúc bạn viết, người khác đã ghi bản mới. Hãy đối chiếu hai bản rồi ghi lại."))
        self.round = one


class DossiersUnderWay(ValueError):
    """A round with dossiers that wait for somebody is not closed."""

    def __init__(self, counts: Mapping[str, int]) -> None:
        named = ", ".join(f"{count} {STAGE_LABELS[NominationStage(stage)]}" for stage, count in counts.items())
        super().__init__(
            _("Còn hồ sơ đang đi: %(named)s. Hãy đưa từng hồ sơ đến kết quả hoặc rút lại rồi kết thúc đợt xét.")
            % {"named": named}
        )


class DossiersSent(ValueError):
    """A round to which dossiers were sent is closed, not cancelled."""

    def __init__(self, count: int) -> None:
        words = _("Đã có %(count)d hồ sơ gửi vào đợt này nên không huỷ được. Hãy kết thúc đợt xét.")
        super().__init__(words % {"count": count})


class NobodyIsLate(ValueError):
    """There is nobody to urge."""

    def __init__(self) -> None:
        super().__init__(_("Không có đơn vị nào chậm, nên không cần nhắc."))
