"""Why a unit's meeting is not written or signed: the situations, each with a sentence that says what to do."""

from collections.abc import Collection

from django.utils.translation import gettext as _

from lantoa.domain.procedure import Threshold
from lantoa.nomination.models import Round, UnitMeeting
from lantoa.register.models import Subject, Unit


class RoundNotOpen(ValueError):
    """Units meet about a round as long as it is open."""

    def __init__(self, one: Round) -> None:
        super().__init__(
            _("Đợt xét %(stage)s nên không ghi được kết quả họp. Hãy hỏi chuyên viên thi đua - khen thưởng.")
            % {"stage": one.get_stage_display()}
        )


class NoMeetings(ValueError):
    """In rounds of this tier no unit meets: nominees come from those recognised below."""

    def __init__(self) -> None:
        super().__init__(
            _("Bậc này xét từ những người, tập thể đã được công nhận ở bậc dưới, nên đơn vị không phải họp.")
        )


class UnitIsClosed(ValueError):
    """The unit is no more."""

    def __init__(self, unit: Unit) -> None:
        super().__init__(
            _("%(unit)s không còn hoạt động. Hãy họp tại đơn vị đang quản lý cán bộ.") % {"unit": unit.subject.name}
        )


class HeldAlready(ValueError):
    """What was signed is not written on."""

    def __init__(self) -> None:
        super().__init__(_("Biên bản họp đã ký nên không sửa nữa. Nếu cần sửa, hãy mở lại biên bản trước."))


class MinutesChanged(ValueError):
    """Somebody else wrote it after the form was opened; `meeting` is what stands there now."""

    def __init__(self, meeting: UnitMeeting) -> None:
        super().__init__(_("Trong lúc bạn viết, người khác đã lưu bản mới. Hãy đối chiếu hai bản rồi lưu lại."))
        self.meeting = meeting


class PartMissing(ValueError):
    """Something without which minutes are not signed."""

    def __init__(self, what: str) -> None:
        super().__init__(_("Chưa ghi %(what)s. Hãy ghi rồi ký.") % {"what": what})


class EndsTooSoon(ValueError):
    """A meeting that ends before it begins."""

    def __init__(self) -> None:
        super().__init__(_("Giờ kết thúc phải sau giờ bắt đầu. Hãy xem lại giờ họp."))


class NotYet(ValueError):
    """A meeting of a day to come."""

    def __init__(self) -> None:
        super().__init__(_("Ngày họp chưa đến. Hãy ký biên bản sau khi đã họp."))


class MembersDiffer(ValueError):
    """Those on the list are not those who worked in the unit on the day of the meeting."""

    def __init__(self, missing: Collection[str], extra: Collection[str]) -> None:
        parts = [
            _("còn thiếu %(names)s") % {"names": ", ".join(missing)} if missing else "",
            _("không thuộc đơn vị: %(names)s") % {"names": ", ".join(extra)} if extra else "",
        ]
        super().__init__(
            _("Danh sách không khớp với đơn vị trong ngày họp: %(what)s. Hãy lưu nháp để lấy danh sách đúng.")
            % {"what": "; ".join(part for part in parts if part)}
        )


class NoQuorum(ValueError):
    """Too few came."""

    def __init__(self, present: int, members: int, quorum: Threshold) -> None:
        said = {"present": present, "members": members, "needs": quorum.words, "source": quorum.source}
        super().__init__(
            _("Có mặt %(present)s/%(members)s người, chưa đủ: cần %(needs)s (%(source)s). Hãy họp lại.") % said
        )


class NotAbsentAndChair(ValueError):
    """Who was absent neither chairs nor writes."""

    def __init__(self) -> None:
        super().__init__(_("Chủ trì và thư ký phải là người có mặt. Hãy chọn người khác hoặc sửa phần điểm danh."))


class VotesDoNotAddUp(ValueError):
    """More or fewer votes than people in the room."""

    def __init__(self, subject: Subject, total: int, present: int) -> None:
        said = {"name": subject.name, "total": total, "present": present}
        super().__init__(
            _(
                "%(name)s: tổng %(total)s phiếu, trong khi có mặt %(present)s người. "
                "Người không bỏ phiếu ghi vào cột «Không ý kiến»."
            )
            % said
        )


class NotOfTheUnit(ValueError):
    """Units decide about their own people and units."""

    def __init__(self, subject: Subject, unit: Unit) -> None:
        said = {"name": subject.name, "unit": unit.subject.name}
        super().__init__(_("%(name)s không thuộc %(unit)s. Hãy bỏ khỏi danh sách bình xét.") % said)


class SentAlready(ValueError):
    """Once a dossier was sent, its unit's minutes stand."""

    def __init__(self) -> None:
        super().__init__(
            _("Đơn vị đã gửi hồ sơ nên biên bản không mở lại được. Hãy rút hồ sơ trước, hoặc báo chuyên viên.")
        )
