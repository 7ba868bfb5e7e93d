"""Why something of the Council is not written: the situations, each with a sentence that says what to do."""

from datetime import date

from django.utils.translation import gettext as _

from lantoa.council.models import CouncilMember, Meeting, Minutes
from lantoa.nomination.models import Nomination


class OutsideTerm(ValueError):
    """A seat lasts no longer than its Council."""

    def __init__(self) -> None:
        super().__init__(_("Thời gian tham gia phải nằm trong thời gian hoạt động của Hội đồng. Hãy sửa lại ngày."))


class SitsAlready(ValueError):
    """Nobody holds two seats of a Council on one day."""

    def __init__(self, seat: CouncilMember) -> None:
        said = {"name": seat.person.subject.name, "seat": seat.get_seat_display(), "since": f"{seat.since:%d/%m/%Y}"}
        super().__init__(
            _("%(name)s đang là %(seat)s từ %(since)s. Hãy ghi thôi vai trò cũ trước, rồi ghi vai trò mới.") % said
        )


class ChairTaken(ValueError):
    """A Council has one chair on a day."""

    def __init__(self, chair: CouncilMember) -> None:
        super().__init__(
            _("%(name)s đang là Chủ tịch. Hãy ghi thôi vai trò của Chủ tịch cũ trước.")
            % {"name": chair.person.subject.name}
        )


class SatMeanwhile(ValueError):
    """A meeting was opened with the Council as it was: its composition on that day is not changed afterwards."""

    def __init__(self, meeting: Meeting, day: date) -> None:
        said = {"name": meeting.name, "day": f"{day:%d/%m/%Y}"}
        super().__init__(
            _("Hội đồng đã họp «%(name)s» ngày %(day)s với thành phần lúc đó. Hãy ghi thay đổi từ ngày sau đó.") % said
        )


class SeatEnded(ValueError):
    def __init__(self) -> None:
        super().__init__(_("Thành viên này đã thôi tham gia Hội đồng."))


class EndsBeforeItBegins(ValueError):
    def __init__(self) -> None:
        super().__init__(_("Ngày thôi tham gia không được trước ngày bắt đầu."))


class NotSitting(ValueError):
    """The person has no seat on the day of the meeting."""

    def __init__(self) -> None:
        super().__init__(_("Người này không phải thành viên Hội đồng vào ngày họp. Hãy xem lại mục Thành phần."))


class NoRecord(ValueError):
    """An account without a person declares nothing."""

    def __init__(self) -> None:
        super().__init__(_("Tài khoản của bạn chưa gắn với hồ sơ cán bộ nào. Hãy đề nghị quản trị hệ thống gắn hồ sơ."))


class RelatedToOneself(ValueError):
    def __init__(self) -> None:
        super().__init__(_("Hồ sơ của chính bạn được nhận ra sẵn, không cần khai."))


class DeclaredAlready(ValueError):
    def __init__(self) -> None:
        super().__init__(_("Quan hệ này đã được ghi nhận, không cần khai lại."))


class NoCouncil(ValueError):
    """Nobody sits on the day for which the meeting is called."""

    def __init__(self) -> None:
        super().__init__(_("Vào ngày đó Hội đồng chưa có thành viên nào. Hãy ghi thành phần Hội đồng trước."))


class ChangedMeanwhile(ValueError):
    """Somebody else wrote it after the page was opened; `now` is what stands there."""

    def __init__(self, now: Meeting | Minutes) -> None:
        super().__init__(_("Trong lúc bạn viết, người khác đã lưu bản mới. Hãy đối chiếu hai bản rồi lưu lại."))
        self.now = now


class NotPreparing(ValueError):
    """What is laid down before the meeting is not changed in it."""

    def __init__(self) -> None:
        super().__init__(_("Phiên họp đã khai mạc hoặc đã kết thúc nên chương trình không sửa nữa."))


class NothingChosen(ValueError):
    def __init__(self) -> None:
        super().__init__(_("Bạn chưa chọn hồ sơ nào. Hãy đánh dấu ít nhất một hồ sơ."))


class NotBeforeTheCouncil(ValueError):
    """A nomination that has not come so far, or is past it; or belongs to another plan edition."""

    def __init__(self, nomination: Nomination) -> None:
        said = {"name": nomination.subject.name, "stage": nomination.get_stage_display()}
        super().__init__(
            _("Hồ sơ %(name)s đang ở bước «%(stage)s» hoặc thuộc kế hoạch khác, chưa đưa vào phiên này được.") % said
        )


class OnAnotherAgenda(ValueError):
    """One meeting at a time deals with a nomination."""

    def __init__(self, meeting: Meeting, nomination: Nomination) -> None:
        said = {"name": nomination.subject.name, "meeting": meeting.name}
        super().__init__(_("Hồ sơ %(name)s đã có trong chương trình của «%(meeting)s».") % said)


class NoCases(ValueError):
    def __init__(self) -> None:
        super().__init__(_("Chương trình chưa có hồ sơ nào. Hãy đưa hồ sơ vào trước khi khai mạc."))


class NotAllNoted(ValueError):
    """The roll is called to its end."""

    def __init__(self, missing: int) -> None:
        super().__init__(_("Còn %s thành viên chưa điểm danh. Hãy ghi đủ người có mặt, người vắng.") % missing)


class NoQuorum(ValueError):
    """Too few are there."""

    def __init__(self, present: int, members: int, needed: int, words: str) -> None:
        said = {"present": present, "members": members, "needed": needed, "words": words}
        super().__init__(
            _(
                "Chưa đủ số thành viên để họp: có mặt %(present)s trên %(members)s, cần ít nhất %(needed)s "
                "(%(words)s). Hãy chờ thêm người hoặc huỷ phiên họp và triệu tập lại."
            )
            % said
        )


class ChairIsHere(ValueError):
    """The chair presides when there."""

    def __init__(self) -> None:
        super().__init__(_("Chủ tịch có mặt nên Chủ tịch chủ trì. Phó Chủ tịch chỉ chủ trì khi Chủ tịch vắng mặt."))


class MayNotPreside(ValueError):
    """Only the chair or, in the chair's absence, a deputy who is there."""

    def __init__(self) -> None:
        super().__init__(_("Chủ trì phải là Chủ tịch, hoặc một Phó Chủ tịch có mặt khi Chủ tịch vắng."))


class MayNotKeepMinutes(ValueError):
    """The secretary of the meeting is there and is not the one who presides."""

    def __init__(self) -> None:
        super().__init__(_("Thư ký phiên họp phải là thành viên có mặt và không phải người chủ trì."))


class StillNeededThere(ValueError):
    """Who presides or keeps the minutes does not leave before somebody else has taken over."""

    def __init__(self) -> None:
        super().__init__(_("Người chủ trì và thư ký chưa về được. Hãy chuyển việc cho người khác có mặt trước."))


class NotThere(ValueError):
    """Who is not there does not leave."""

    def __init__(self) -> None:
        super().__init__(_("Thành viên này không có mặt hoặc đã về."))


class NotGoingOn(ValueError):
    """For a meeting that is called or going on."""

    def __init__(self) -> None:
        super().__init__(_("Phiên họp đã kết thúc hoặc đã huỷ nên không ghi được nữa."))


class PollGoesOn(ValueError):
    """Nothing that bears on the counting changes while ballots are cast."""

    def __init__(self) -> None:
        super().__init__(_("Đang có lần bỏ phiếu chưa kiểm xong. Hãy kiểm phiếu hoặc huỷ lần bỏ phiếu đó trước."))


class VotedOn(ValueError):
    """The Council has voted on the case or concluded it."""

    def __init__(self) -> None:
        super().__init__(_("Hồ sơ này đã được bỏ phiếu hoặc kết luận nên không ghi thay đổi được nữa."))


class FoundByRecords(ValueError):
    """What the records show is not taken back by hand."""

    def __init__(self) -> None:
        super().__init__(_("Điều này do sổ cho biết, không tự rút được. Nếu sổ sai, hãy sửa trong sổ trước phiên họp."))


class NotYours(PermissionError):
    """A member speaks for oneself; who runs the meeting may note it for them."""

    def __init__(self) -> None:
        super().__init__(_("Bạn chỉ khai cho chính mình. Thư ký phiên họp có thể ghi thay thành viên khác."))


class ConcludedSome(ValueError):
    """A meeting that has concluded something is ended, not cancelled."""

    def __init__(self) -> None:
        super().__init__(_("Phiên họp đã kết luận một số hồ sơ nên không huỷ được. Hãy kết thúc phiên họp."))


class NotYoursToSign(PermissionError):
    """Minutes are signed by who presided and by the secretary."""

    def __init__(self) -> None:
        super().__init__(_("Biên bản do người chủ trì và thư ký của chính phiên họp này ký."))


class SignedAlready(ValueError):
    def __init__(self) -> None:
        super().__init__(_("Bạn đã ký bản này rồi."))


class NothingChanged(ValueError):
    def __init__(self) -> None:
        super().__init__(_("Biên bản không có gì thay đổi so với bản hiện có."))


class VotedWithoutConclusion(ValueError):
    """A vote leads to a conclusion before the meeting ends."""

    def __init__(self, names: list[str]) -> None:
        super().__init__(
            _("Đã bỏ phiếu nhưng chưa ghi kết luận: %s. Hãy ghi kết luận rồi kết thúc phiên họp.") % ", ".join(names)
        )
