"""Why something of the discovery is not written: the situations, each with a sentence that says what to do."""

from datetime import date

from django.utils.translation import gettext as _

from lantoa.accounts.models import User
from lantoa.accounts.queries import actor_of
from lantoa.discovery.models import NobodyPutForward, Practice, Prospect
from lantoa.discovery.queries.prospects.own_units import case_of_prospect
from lantoa.domain.authority import Case, Deed, Refused, may
from lantoa.register.actions.refusals import NotAllowed
from lantoa.register.models import Subject
from lantoa.register.queries.subjects import case_of


class NoReason(ValueError):
    """A deed that needs a reason came without one."""

    def __init__(self) -> None:
        super().__init__(_("Hãy ghi lý do: người sau cần hiểu vì sao."))


class NoLongerHolds(ValueError):
    """The records have changed: the signal is history."""

    def __init__(self) -> None:
        super().__init__(_("Sổ đã thay đổi, tín hiệu này không còn đúng nữa nên không cần xem xét."))


class NotKept(ValueError):
    """A prospect is found from a signal that was kept, or a tip that was accepted."""

    def __init__(self) -> None:
        super().__init__(_("Hãy giữ lại tín hiệu (hoặc chọn phát hiện) này trước, rồi đưa vào danh sách theo dõi."))


class LeftAlready(ValueError):
    """The subject works here no longer, or the unit is closed."""

    def __init__(self, subject: Subject) -> None:
        super().__init__(
            _("%(name)s hiện không còn công tác (hoạt động) tại đơn vị nào của Trường, nên không chọn được.")
            % {"name": subject.name}
        )


class AlreadyProspect(ValueError):
    """One living prospect a subject."""

    def __init__(self, prospect: Prospect) -> None:
        super().__init__(
            _("%(name)s đang được theo dõi (bước «%(stage)s»). Hãy tiếp tục với hồ sơ theo dõi đó.")
            % {"name": prospect.subject.name, "stage": prospect.get_stage_display()}
        )
        self.prospect = prospect


class Ended(ValueError):
    """The prospect was nominated or set aside: nothing to look into any more."""

    def __init__(self, prospect: Prospect) -> None:
        stage = {"stage": prospect.get_stage_display()}
        super().__init__(_("Việc theo dõi đã kết thúc ở bước «%(stage)s», không còn gì để xem xét.") % stage)


class ChangedMeanwhile(ValueError):
    """Somebody else wrote the practice after the form was opened; `practice` is what stands there now."""

    def __init__(self, practice: Practice) -> None:
        super().__init__(_("Trong lúc bạn viết, người khác đã lưu bản mới. Hãy đối chiếu hai bản rồi lưu lại."))
        self.practice = practice


class HasPutForward(ValueError):
    """The unit chose somebody in the year."""

    def __init__(self, year: int) -> None:
        super().__init__(_("Năm %(year)s đơn vị đã chọn nhân tố mới, không cần báo lý do.") % {"year": year})


class SaidAlready(ValueError):
    """The unit said so before."""

    def __init__(self, said: NobodyPutForward) -> None:
        before = {"year": said.year, "by": said.said_by, "day": f"{said.said_at:%d/%m/%Y}"}
        super().__init__(_("Lý do của năm %(year)s đã được %(by)s ghi ngày %(day)s.") % before)


class NotThisYear(ValueError):
    """Only this year and the one before can still be explained."""

    def __init__(self, years: tuple[int, int]) -> None:
        asked = {"before": years[0], "now": years[1]}
        super().__init__(_("Chỉ ghi lý do cho năm %(before)s hoặc %(now)s.") % asked)


def insist(by: User, deed: Deed, subject: Subject, day: date) -> None:
    """NotAllowed with the reason, unless the user may do that deed to the subject on the day."""
    _insist(by, deed, case_of(subject, day))


def insist_about(by: User, deed: Deed, prospect: Prospect, day: date) -> None:
    """The same for a prospect: the unit that follows it counts too, even after its person has left."""
    _insist(by, deed, case_of_prospect(prospect, day))


def _insist(by: User, deed: Deed, case: Case) -> None:
    answer = may(actor_of(by), deed, case)
    if isinstance(answer, Refused):
        raise NotAllowed(answer.reason)


def written(reason: str) -> str:
    """The reason without blanks around it; NoReason when nothing is left."""
    if not (words := reason.strip()):
        raise NoReason
    return words
