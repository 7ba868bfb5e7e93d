"""A row in every room, so that each address of the access table that names one leads to it."""

from datetime import date
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils.timezone import localdate, now

from lantoa.discovery.actions import practices
from lantoa.domain.nurture import Aim
from lantoa.domain.practices import PracticeText
from lantoa.domain.stages import NurtureStage, ProspectStage, RoundStage, ShortcomingStage, UnitMeetingStage
from lantoa.nomination.actions import consenting, evidence
from lantoa.nomination.actions.posting import handling, listing, running
from lantoa.nomination.actions.posting.listing import Plan
from lantoa.nomination.actions.writing import from_plan
from lantoa.nomination.models import Consent, Evidence, Nomination, Objection, PostedCandidate, Posting, Round
from lantoa.notice.workdays import due_after
from lantoa.nurture.models import Goal, NurturePlan
from lantoa.papers.attachments import check
from lantoa.register.models import Person
from tests import cast as stage
from tests.cast import NOW, Cast
from tests.council import furnishing as council
from tests.discovery import movements
from tests.discovery.tips import tip
from tests.nomination import rounds
from tests.nomination.posting import made
from tests.nurture import found, working
from tests.papers import furnishing as papers
from tests.recognition import furnishing

DAY = date(2025, 12, 5)
PRACTICE = PracticeText(title="Trả bài trong bảy ngày", problem="Chậm", done="Bảng mã lỗi", result="Còn 6 ngày")


def furnish(cast: Cast) -> list[tuple[str, str]]:
    """What stands in the table, and what to open instead."""
    active = _plan(cast, cast.lecturer, NurtureStage.ACTIVE)
    draft = _plan(cast, stage.person("CB21", "Vũ Thị Lan", cast.division), NurtureStage.DRAFT)
    ready = _plan(cast, stage.person("CB22", "Hồ Văn Tám", cast.division), NurtureStage.READY)
    practices.write(prospect=active.prospect, text=PRACTICE, seen=0, by=cast.head, at=NOW)
    measure, open_one = working.measure(active, cast), working.shortcoming(active, cast)
    remedied = working.shortcoming(active, cast, ShortcomingStage.REMEDIED, "Chậm báo cáo")
    given, encouraged = working.given(active, cast), working.encouraged(active, cast)
    nomination = from_plan(plan=ready, by=cast.head, at=NOW)
    attached, agreed = _papers(nomination, cast)
    result, sketch = movements.result(cast), movements.movement(cast, name="Phong trào đang soạn")
    told = tip(cast.lecturer, cast.deputy)
    candidate, sketched, objected = _posted(cast)
    going = rounds.round_at(RoundStage.OPEN, cast, aim=Aim(rounds.EDITION, "school-annual", 2024))
    rounds.meeting_at(UnitMeetingStage.PREPARED, cast, going)
    return [
        *furnishing.rows(cast),
        *council.rows(cast),
        *papers.rows(cast, sketched.round),
        ("/dot-xet/1/", f"/dot-xet/{going.pk}/"),
        ("/tham-dinh/1/", f"/tham-dinh/{candidate.nomination_id}/"),
        ("/cong-khai/1/", f"/cong-khai/{candidate.pk}/"),
        ("/cong-khai/dot/1/sua/", f"/cong-khai/dot/{sketched.pk}/sua/"),
        ("/cong-khai/dot/1/", f"/cong-khai/dot/{candidate.posting_id}/"),
        ("/phan-anh/PA00000001/", f"/phan-anh/{objected.code}/"),
        ("/boi-duong/1/sua/", f"/boi-duong/{draft.pk}/sua/"),
        ("/boi-duong/viec/1/", f"/boi-duong/viec/{measure.pk}/"),
        ("/boi-duong/1/", f"/boi-duong/{active.pk}/"),
        ("/bien-phap/1/", f"/bien-phap/{measure.pk}/"),
        ("/ho-tro/1/", f"/ho-tro/{given.pk}/"),
        ("/ton-tai/1/lam-lai/", f"/ton-tai/{remedied.pk}/lam-lai/"),
        ("/ton-tai/1/", f"/ton-tai/{open_one.pk}/"),
        ("/dong-vien/1/", f"/dong-vien/{encouraged.pk}/"),
        ("/de-cu/1/", f"/de-cu/{nomination.pk}/"),
        ("/minh-chung/1/", f"/minh-chung/{attached.pk}/"),
        ("/dong-y/1/", f"/dong-y/{agreed.pk}/"),
        ("/phat-hien/nhan-to/1/", f"/phat-hien/nhan-to/{active.prospect_id}/"),
        ("/mach/PH0000000001/", f"/mach/{told.code}/"),
        ("/phong-trao/1/sua/", f"/phong-trao/{sketch.pk}/sua/"),
        ("/phong-trao/1/", f"/phong-trao/{result.report_date.movement_id}/"),
        ("/bao-cao/1/", f"/bao-cao/{result.report_date_id}/"),
    ]


def _papers(nomination: Nomination, cast: Cast) -> tuple[Evidence, Consent]:
    """A file attached to a criterion, and a signed paper of the nominee."""
    paper = check(SimpleUploadedFile("giay.pdf", b"%PDF-1.7"))
    by: dict[str, Any] = {"nomination": nomination, "by": cast.head, "at": NOW}
    attached = evidence.attach(criterion="G3", shows="Bài báo", file=paper, link="", **by)
    return attached, consenting.consent(is_given=True, note="", paper=paper, **by)


def _posted(cast: Cast) -> tuple[PostedCandidate, Posting, Objection]:
    """A unit posted to everybody and objected to, and a list that is being prepared."""
    day, at = localdate(), now()
    days = Plan("public", day, due_after(day, 5), "Mời mọi người góp ý.")
    made.verified(cast, cast.division)
    first = listing.prepare(round=Round.objects.latest("pk"), plan=days, by=cast.officer, at=at)
    running.open_(posting=first, by=cast.officer, at=at)
    candidate = made.candidate_of(first)
    objected = made.objection(candidate, cast.deputy, at=at)
    handling.take_up(objection=objected, by=cast.officer, at=at)
    made.verified(cast, cast.faculty)
    return candidate, listing.prepare(round=first.round, plan=days, by=cast.officer, at=at), objected


def _plan(cast: Cast, who: Person, step: NurtureStage) -> NurturePlan:
    at = ProspectStage.READY if step is NurtureStage.READY else ProspectStage.NURTURED
    prospect = found.prospect(cast, who, cast.division, DAY, stage=at)
    plan = found.plan(cast, prospect, DAY, stage=step, mentor=cast.staff.person)
    Goal.objects.create(plan=plan, criterion="G4")
    return plan
