"""What a nomination waits for: who is to do what by when, and what comes after; and its way in steps."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from lantoa import plans
from lantoa.domain.procedure import Path, Station
from lantoa.domain.stages import STAGE_LABELS, NominationStage
from lantoa.nomination.models import Nomination, Round

N = NominationStage
ENDED = {N.WITHDRAWN, N.STRUCK, N.NOT_RECOMMENDED, N.NOT_RECOGNISED, N.REVOKED}


@dataclass(frozen=True, slots=True)
class Ask:
    """The one thing that the dossier waits for now."""

    who: str
    what: str
    due: date | None
    then: str


def path_of(nomination: Nomination) -> Path:
    return plans.load(nomination.edition).procedure.path(nomination.tier)


def asked(nomination: Nomination) -> Ask:
    """Of every stage; the names of people stand elsewhere on the page."""
    stage = NominationStage(nomination.stage)
    return ASKS[stage](nomination) if stage in ASKS else _ended(nomination)


def way(nomination: Nomination) -> list[tuple[str, str]]:
    """The steps of the path with the class of each in the picture."""
    stage, stations = NominationStage(nomination.stage), _stations(nomination)
    if stage in ENDED:
        return [("done", STAGE_LABELS[N.DRAFT]), ("blocked", STAGE_LABELS[stage])]
    last, place = len(stations) - 1, _place(stage)
    here = stations.index(place) if place in stations else last - 1
    states = [
        "gold" if here == last == at else "done" if at < here else "current" if at == here else ""
        for at in range(last + 1)
    ]
    labels = [STAGE_LABELS[stage] if at == here else STAGE_LABELS[one] for at, one in enumerate(stations)]
    return list(zip(states, labels, strict=True))


def _stations(nomination: Nomination) -> list[NominationStage]:
    path = path_of(nomination)
    stations = [N.DRAFT]
    if Station.VERIFICATION in path.stations:
        stations += [N.SENT, N.VERIFIED]
    if Station.POSTING in path.stations:
        stations.append(N.POSTED)
    stations += [N.CLEARED, N.RECOMMENDED]
    if path.proposed_from:
        stations.append(N.SUBMITTED)
    return [*stations, N.RECOGNISED]


def _place(stage: NominationStage) -> NominationStage:
    """A stage beside the straight way stands where it left it."""
    return {N.RETURNED: N.SENT, N.POSTPONED: N.CLEARED}.get(stage, stage)


def _draft(one: Nomination) -> Ask:
    what = _("hoàn thiện hồ sơ, họp đơn vị bình xét rồi gửi")
    if one.round is None:
        what = _("hoàn thiện hồ sơ; gửi được khi có đợt xét của bậc và năm này")
    return Ask(one.unit.subject.name, what, _day(one.round, "send_by"), _("Các bộ phận chuyên môn thẩm định hồ sơ."))


def _sent(one: Nomination) -> Ask:
    then = _("Đủ ý kiến thì hồ sơ được công khai lấy ý kiến; chỗ chưa rõ có thể trả lại để bổ sung.")
    return Ask(_("Các bộ phận thẩm định"), _("xác nhận tiêu chí của mình"), _day(one.round, "verify_by"), then)


def _returned(one: Nomination) -> Ask:
    what = _("bổ sung phần được yêu cầu rồi gửi lại")
    return Ask(one.unit.subject.name, what, _day(one.round, "verify_by"), _("Hồ sơ trở về người đã yêu cầu."))


def _verified(one: Nomination) -> Ask:
    return Ask(
        _("Thường trực Hội đồng"), _("đưa vào danh sách công khai"), _day(one.round, "post_by"), _after_posting()
    )


def _posted(one: Nomination) -> Ask:
    what = _("xem danh sách và góp ý trong thời gian công khai")
    return Ask(_("Mọi người"), what, _day(one.round, "post_by"), _after_posting())


def _cleared(one: Nomination) -> Ask:
    then = _("Hội đồng đề nghị, hoãn hoặc chưa đề nghị; kết quả và lý do ghi trong biên bản.")
    return Ask(_("Hội đồng"), _("họp, bỏ phiếu"), _day(one.round, "council_on"), then)


def _recommended(one: Nomination) -> Ask:
    if path_of(one).proposed_from:
        then = _("Bộ trưởng quyết định; kết quả được ghi lại ở đây.")
        return Ask(_("Thường trực Hội đồng"), _("trình Bộ"), _day(one.round, "submit_by"), then)
    then = _("Văn thư ban hành quyết định; việc công nhận vào sổ ngay.")
    return Ask(_("Hiệu trưởng"), _("duyệt danh sách công nhận"), _day(one.round, "decide_by"), then)


def _submitted(one: Nomination) -> Ask:  # noqa: ARG001  (one shape for every stage)
    return Ask(_("Bộ"), _("xem xét hồ sơ trình"), None, _("Quyết định của Bộ trưởng được ghi lại ở đây."))


def _recognised(one: Nomination) -> Ask:  # noqa: ARG001
    return Ask("", _("Đã được công nhận."), None, _("Việc công nhận nằm trong sổ và được tính cho bậc tiếp theo."))


def _ended(one: Nomination) -> Ask:
    words = _("Hồ sơ đã dừng ở bước «%(stage)s».") % {"stage": one.get_stage_display()}
    return Ask("", words, None, one.reason)


def _after_posting() -> str:
    return _("Hết thời gian công khai mà không còn ý kiến chưa kết luận thì hồ sơ ra Hội đồng.")


def _day(found: Round | None, column: str) -> date | None:
    return getattr(found, column) if found else None


ASKS: dict[NominationStage, Callable[[Nomination], Ask]] = {
    N.DRAFT: _draft,
    N.SENT: _sent,
    N.RETURNED: _returned,
    N.VERIFIED: _verified,
    N.POSTED: _posted,
    N.CLEARED: _cleared,
    N.POSTPONED: _cleared,
    N.RECOMMENDED: _recommended,
    N.SUBMITTED: _submitted,
    N.RECOGNISED: _recognised,
}
