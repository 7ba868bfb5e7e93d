"""What hangs on a dossier: evidence, statements, initiatives, the nominee's own word; open parts and closed ones."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image
from pytest_django import DjangoCaptureOnCommitCallbacks

from lantoa.accounts.models import User
from lantoa.audit.models import Event
from lantoa.discovery.actions.refusals import NoReason
from lantoa.domain.stages import NominationStage
from lantoa.nomination.actions import consenting, evidence, initiatives, statements
from lantoa.nomination.actions.refusals import (
    AnsweredAlready,
    HasEnded,
    NoSuchCriterion,
    NotAskedToConsent,
    NothingAttached,
    NotOpen,
    NotTheNominee,
)
from lantoa.nomination.actions.writing import write
from lantoa.nomination.models import Consent, Evidence, Nomination, NomineeCorrection, Statement, UsedInitiative
from lantoa.nomination.queries.hanging import hanging_on
from lantoa.notice.models import Notice
from lantoa.papers.attachments import check
from lantoa.papers.contents import NotAPicture
from lantoa.register.actions.refusals import NotAllowed
from tests import cast as school
from tests.cast import NOW, Cast, signed_in
from tests.nomination.drafts import at_stage, draft_in, ready_draft, returned

LINK = "https://songlam.example/bai-bao"
OUTSIDERS = ["other_head", "deputy", "staff", "administrator", "stranger"]


@pytest.fixture(autouse=True)
def data(tmp_path: Path, settings: Any) -> Path:
    settings.DATA = tmp_path
    return tmp_path


def pdf(name: str = "giay.pdf") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, b"%PDF-1.7")


def own_draft(cast: Cast, **columns: Any) -> Nomination:
    """A draft of An, who has an account."""
    assert cast.staff.person
    return ready_draft(cast, subject=cast.staff.person.subject, **columns)


def attach(nomination: Nomination, by: User, criterion: str = "G3", **given: Any) -> Evidence:
    facts: dict[str, Any] = {"shows": "Bài báo về phiên toà giả định", "file": None, "link": LINK} | given
    return evidence.attach(nomination=nomination, criterion=criterion, by=by, at=NOW, **facts)


def state(nomination: Nomination, by: User, text: str = "Em học được nhiều.") -> Statement:
    return statements.add(nomination=nomination, name="Bùi Thu Hà", position="Sinh viên K15", text=text, by=by, at=NOW)


def choose(nomination: Nomination, by: User) -> None:
    initiatives.choose(nomination=nomination, chosen={}, by=by, at=NOW)


def rewrite(nomination: Nomination, by: User) -> Nomination:
    return write(nomination=nomination, text="Bản mới", seen=nomination.version, by=by, at=NOW)


PARTS: dict[str, Callable[[Nomination, User], object]] = {
    "report": rewrite,
    "evidence:G3": attach,
    "statements": state,
    "facts": choose,
}


@pytest.mark.parametrize("part", PARTS)
@pytest.mark.parametrize("stage", NominationStage)
def test_a_part_is_written_in_a_draft_and_at_no_other_stage(cast: Cast, stage: NominationStage, part: str) -> None:
    nomination = at_stage(stage, cast) if stage is not NominationStage.RETURNED else returned(cast)
    events = Event.objects.count()

    if stage is NominationStage.DRAFT:
        PARTS[part](nomination, cast.head)
        assert Event.objects.count() == events + 1
        return
    with pytest.raises(NotOpen, match="phần này không sửa được"):
        PARTS[part](nomination, cast.head)
    assert Event.objects.count() == events


@pytest.mark.parametrize("flagged", PARTS)
@pytest.mark.parametrize("part", PARTS)
def test_of_a_returned_dossier_only_what_was_flagged_is_open(cast: Cast, part: str, flagged: str) -> None:
    nomination = returned(cast, flagged)

    if part == flagged:
        PARTS[part](nomination, cast.head)
        return
    with pytest.raises(NotOpen):
        PARTS[part](nomination, cast.head)


def test_evidence_of_another_criterion_stays_closed(cast: Cast) -> None:
    with pytest.raises(NotOpen):
        attach(returned(cast, "evidence:G3"), cast.head, "G1")


@pytest.mark.parametrize("part", PARTS)
@pytest.mark.parametrize("who", OUTSIDERS)
def test_a_dossier_is_written_by_its_own_head_and_the_officer(cast: Cast, who: str, part: str) -> None:
    nomination = ready_draft(cast)

    with pytest.raises(NotAllowed):
        PARTS[part](nomination, getattr(cast, who))

    PARTS[part](nomination, cast.officer)


@pytest.mark.parametrize("given", [{"link": ""}, {"file": "both"}])
def test_evidence_is_a_file_or_a_link(cast: Cast, given: dict[str, Any]) -> None:
    if given.get("file"):
        given = {"file": check(pdf())}

    with pytest.raises(NothingAttached):
        attach(ready_draft(cast), cast.head, **given)


def test_a_picture_to_be_printed_is_a_file_with_a_picture(cast: Cast) -> None:
    nomination = ready_draft(cast)
    photograph = BytesIO()
    Image.new("RGB", (9, 12), "#246").save(photograph, "JPEG")
    givens: list[dict[str, Any]] = [{}, {"file": check(pdf()), "link": ""}]
    for given in givens:
        with pytest.raises(NotAPicture):
            attach(nomination, cast.head, picture="portrait", **given)

    file = check(SimpleUploadedFile("an.jpg", photograph.getvalue()))
    made = attach(nomination, cast.head, picture="portrait", file=file, link="")

    assert (made.picture, hanging_on(nomination).evidence[0].picture) == ("portrait", "ảnh chân dung, ảnh tập thể")


def test_the_page_says_that_a_picture_must_be_one(cast: Cast) -> None:
    sent = {"criterion": "G3", "shows": "Giấy", "file": pdf(), "picture": "portrait"}
    answer = signed_in(cast.head).post(f"/de-cu/{ready_draft(cast).pk}/minh-chung/", sent)

    assert answer.context["evidence_form"].errors["picture"] == ["Ảnh để in phải là tệp ảnh JPG, PNG hoặc WEBP."]


def test_evidence_is_for_a_criterion_that_the_tier_asks_of_the_nominee(cast: Cast) -> None:
    with pytest.raises(NoSuchCriterion, match="SA-C1"):
        attach(ready_draft(cast), cast.head, "SA-C1")


def test_a_file_is_attached_read_and_taken_away_with_its_bytes(
    cast: Cast, data: Path, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    nomination, head = ready_draft(cast), signed_in(cast.head)
    sent = {"criterion": "G3", "shows": "Bài báo", "file": pdf("bai bao.pdf"), "link": ""}

    assert head.post(f"/de-cu/{nomination.pk}/minh-chung/", sent).status_code == 302
    kept = Evidence.objects.get()
    assert head.get(f"/de-cu/{nomination.pk}/minh-chung/{kept.pk}/").content == b"%PDF-1.7"
    with django_capture_on_commit_callbacks(execute=True):
        head.post(f"/de-cu/{nomination.pk}/minh-chung/{kept.pk}/bo/")

    assert (Evidence.objects.count(), (data / kept.path).exists()) == (0, False)


def test_a_link_leads_there(cast: Cast) -> None:
    made = attach(ready_draft(cast), cast.head)

    assert signed_in(cast.head).get(f"/de-cu/{made.nomination_id}/minh-chung/{made.pk}/")["Location"] == LINK


@pytest.mark.parametrize(
    "sent",
    [
        {"criterion": "G3", "shows": "Bài báo", "link": ""},
        {"criterion": "G3", "shows": "", "link": LINK},
        {"criterion": "XX", "shows": "Bài báo", "link": LINK},
        {"criterion": "G3", "shows": "Bài báo", "file": "virus"},
    ],
)
def test_evidence_that_is_not_whole_comes_back_with_a_sentence(cast: Cast, sent: dict[str, Any]) -> None:
    if "file" in sent:
        sent = sent | {"file": SimpleUploadedFile("virus.exe", b"MZ")}
    nomination = ready_draft(cast)

    answer = signed_in(cast.head).post(f"/de-cu/{nomination.pk}/minh-chung/", sent)

    assert (answer.status_code, Evidence.objects.count()) == (422, 0)
    assert answer.context["evidence_form"].errors != {}


def test_a_statement_is_recorded_and_taken_back(cast: Cast) -> None:
    nomination, head = ready_draft(cast), signed_in(cast.head)
    said = {"name": "Bùi Thu Hà", "position": "Sinh viên K15", "text": "Em học được nhiều."}

    assert head.post(f"/de-cu/{nomination.pk}/y-kien/", said).status_code == 302
    made = Statement.objects.get()
    assert "Em học được nhiều." in head.get(f"/de-cu/{nomination.pk}/").content.decode()
    assert head.post(f"/de-cu/{nomination.pk}/y-kien/{made.pk}/bo/").status_code == 302
    assert head.post(f"/de-cu/{nomination.pk}/y-kien/", said | {"text": " "}).status_code == 422
    assert Statement.objects.count() == 0


def test_an_empty_statement_is_refused(cast: Cast) -> None:
    with pytest.raises(NoReason):
        state(ready_draft(cast), cast.head, "  ")


def test_the_nominee_agrees_to_publication_and_takes_it_back(cast: Cast) -> None:
    nomination, nominee = own_draft(cast), signed_in(cast.staff)

    for answer in ("yes", "no"):
        nominee.post(f"/de-cu/{nomination.pk}/dong-y/", {"answer": answer, "note": "Lời nhắn"})

    assert list(Consent.objects.order_by("pk").values_list("is_given", "by")) == [
        (True, cast.staff.pk),
        (False, cast.staff.pk),
    ]
    last = hanging_on(nomination).consent
    assert (last and last.is_given, Event.objects.order_by("-id")[0].deed) == (False, "publication_refused")


def test_pictures_are_asked_about_apart_and_a_no_is_one_to_them_too(cast: Cast) -> None:
    nomination, nominee = own_draft(cast), signed_in(cast.staff)

    found = []
    for answer in (
        {"answer": "yes"},
        {"answer": "yes", "with_pictures": "on"},
        {"answer": "no", "with_pictures": "on"},
    ):
        nominee.post(f"/de-cu/{nomination.pk}/dong-y/", answer)
        last = hanging_on(nomination).consent
        found.append((last and last.with_pictures, "pictures" in Event.objects.order_by("-id")[0].details))

    assert found == [(False, False), (True, True), (False, False)]


def test_consent_is_withdrawn_even_after_the_recognition(cast: Cast) -> None:
    nomination = own_draft(cast)
    Nomination.objects.update(stage="recognised", sent_at=NOW, sent_by=cast.head)

    made = consenting.consent(nomination=nomination, is_given=False, note="", paper=None, by=cast.staff, at=NOW)

    assert made.is_given is False


def test_the_unit_records_consent_only_from_a_signed_paper(cast: Cast) -> None:
    nomination, head = ready_draft(cast), signed_in(cast.head)
    address = f"/de-cu/{nomination.pk}/dong-y/"

    assert head.post(address, {"answer": "yes"}).status_code == 422
    assert head.post(address, {"answer": "yes", "paper": pdf()}).status_code == 302

    made = Consent.objects.get()
    assert (made.name, made.by) == ("giay.pdf", cast.head)
    assert head.get(f"{address}{made.pk}/").content == b"%PDF-1.7"


@pytest.mark.parametrize("who", OUTSIDERS)
def test_nobody_else_speaks_for_the_nominee(cast: Cast, who: str) -> None:
    nomination = ready_draft(cast)
    given: dict[str, Any] = {"nomination": nomination, "is_given": True, "note": "", "by": getattr(cast, who)}

    with pytest.raises(NotTheNominee):
        consenting.consent(paper=None, at=NOW, **given)
    with pytest.raises(NotAllowed):
        consenting.consent(paper=check(pdf()), at=NOW, **given)
    with pytest.raises(NotTheNominee):
        consenting.correct(nomination=nomination, text="Sai năm", by=getattr(cast, who), at=NOW)


def test_a_collective_is_not_asked_for_consent(cast: Cast) -> None:
    nomination = ready_draft(cast, subject=cast.faculty.subject)

    with pytest.raises(NotAskedToConsent):
        consenting.consent(nomination=nomination, is_given=True, note="", paper=None, by=cast.head, at=NOW)


def test_the_nominee_corrects_facts_and_the_unit_answers(cast: Cast) -> None:
    nomination = own_draft(cast)

    signed_in(cast.staff).post(f"/de-cu/{nomination.pk}/sua-thong-tin/", {"words": "Bài báo năm 2024"})
    made = NomineeCorrection.objects.get()
    signed_in(cast.head).post(f"/de-cu/{nomination.pk}/sua-thong-tin/{made.pk}/", {"words": "Đã sửa"})

    made.refresh_from_db()
    assert (made.text, made.answer, made.answered_by) == ("Bài báo năm 2024", "Đã sửa", cast.head)
    told = Notice.objects.filter(key__startswith=f"nomination:{nomination.pk}:")
    assert [told.filter(user=who).count() for who in (cast.head, cast.staff)] == [1, 1]


def test_a_correction_is_answered_once_and_in_words(cast: Cast) -> None:
    made = consenting.correct(nomination=own_draft(cast), text="Sai năm", by=cast.staff, at=NOW)
    answer: dict[str, Any] = {"correction": made, "by": cast.head, "at": NOW}

    with pytest.raises(NoReason):
        consenting.answer(text=" ", **answer)
    with pytest.raises(NotAllowed):
        consenting.answer(text="Đã sửa", **answer | {"by": cast.staff})
    consenting.answer(text="Đã sửa", **answer)
    with pytest.raises(AnsweredAlready):
        consenting.answer(text="Đã sửa", **answer)


def test_the_head_of_a_nominated_unit_corrects_its_dossier(cast: Cast) -> None:
    nomination = ready_draft(cast, subject=cast.faculty.subject, unit=cast.faculty)

    assert consenting.correct(nomination=nomination, text="Thiếu năm", by=cast.head, at=NOW).by == cast.head


def test_what_has_ended_is_not_corrected_any_more(cast: Cast) -> None:
    nomination = own_draft(cast)
    Nomination.objects.update(stage="withdrawn", reason="Xin rút")

    with pytest.raises(HasEnded):
        consenting.correct(nomination=nomination, text="Sai năm", by=cast.staff, at=NOW)


@pytest.mark.parametrize(("address", "who"), [("sua-thong-tin/", "staff"), ("dong-y/", "staff")])
def test_an_empty_word_of_the_nominee_comes_back(cast: Cast, address: str, who: str) -> None:
    nomination = own_draft(cast)

    assert signed_in(getattr(cast, who)).post(f"/de-cu/{nomination.pk}/{address}", {}).status_code == 422


def test_an_empty_answer_keeps_its_form_open(cast: Cast) -> None:
    made = consenting.correct(nomination=own_draft(cast), text="Sai năm", by=cast.staff, at=NOW)

    page = signed_in(cast.head).post(f"/de-cu/{made.nomination_id}/sua-thong-tin/{made.pk}/", {"words": ""})

    assert (page.status_code, page.context["answering"]) == (422, made.pk)


def test_initiatives_are_chosen_with_the_reason_for_using_one_again(cast: Cast) -> None:
    bank = school.initiative(cast.lecturer, 2025)
    nomination = ready_draft(cast)
    assert nomination.round
    other = draft_in(nomination.round, cast, subject=cast.faculty.subject)
    UsedInitiative.objects.create(nomination=other, name=bank.name, year=2025, key="ngan hang cau hoi tinh huong")
    head, address = signed_in(cast.head), f"/de-cu/{nomination.pk}/sang-kien/"

    (row,) = head.get(address).context["form"].rows
    assert row.others == (other,)
    head.post(address, {f"use-{bank.pk}": "on", f"reason-{bank.pk}": "Đồng tác giả"})
    assert list(nomination.initiatives.values_list("name", "reason")) == [(bank.name, "Đồng tác giả")]
    head.post(address, {})
    assert nomination.initiatives.count() == 0


def test_initiatives_of_a_sent_dossier_are_not_chosen_anew(cast: Cast) -> None:
    school.initiative(cast.lecturer, 2025)
    nomination = at_stage(NominationStage.SENT, cast)

    assert signed_in(cast.head).post(f"/de-cu/{nomination.pk}/sang-kien/", {}).status_code == 422
