"""The papers in a package: real ones, signed where they are signed, as many reports as the letter says."""

from dataclasses import replace
from hashlib import sha256
from io import BytesIO
from zipfile import ZipFile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from docx import Document
from openpyxl import load_workbook

from lantoa.domain.authority import Role
from lantoa.domain.papers.kinds import PaperKind
from lantoa.domain.stages import DecisionStage
from lantoa.nomination.models import Nomination
from lantoa.papers import attachments
from lantoa.papers.attachments import check, store
from lantoa.papers.models import Paper, SignedFile
from lantoa.recognition.actions.decisions.changing import Written, draft_correction
from lantoa.recognition.actions.decisions.rewards import Wanted, reward
from lantoa.recognition.actions.submissions import packing, proposing, receiving, writing
from lantoa.recognition.actions.submissions.enclosing import with_papers
from lantoa.recognition.actions.submissions.refusals import CountsDiffer, NotReady, PackageRefused, PaperMissing
from lantoa.recognition.models import DecisionScan, Submission
from lantoa.recognition.parcel.shelf import place_of
from lantoa.recognition.queries.submissions.dossiers import contents_of
from lantoa.recognition.tasks import pack_submission
from tests.cast import NOW, Cast, signed_in
from tests.recognition.decisions.deciding import Desk, desk_of
from tests.recognition.going_up import WORDING, drafted, grant, ready, recommended, sector_round

PDF = b"%PDF-1.4\n1 0 obj\n<<>>\nendobj\n%%EOF\n"
REPORT = "2025/MA/CN/001_le-thanh-binh_bao-cao"
OF_FACULTY = "2025/MA/TT/002_khoa-luat_bao-cao"


def numbered(cast: Cast) -> Submission:
    """Worded and numbered, not packed yet."""
    submission = drafted(cast)
    return writing.write(submission=submission, wording=WORDING, seen=submission.version, by=cast.officer, at=NOW)


def packed(cast: Cast, submission: Submission | None = None) -> Submission:
    return packing.pack(submission=submission or numbered(cast), by=cast.officer, at=NOW)


def again(cast: Cast) -> Submission:
    """Packed anew, as after a change of what it says."""
    Submission.objects.update(package_contents=None)
    return packed(cast, Submission.objects.get())


def parts_of(submission: Submission) -> dict[str, bytes]:
    with ZipFile(place_of(submission.package_sha256)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def names_in(submission: Submission, within: str) -> list[str]:
    return sorted(name for name in parts_of(submission) if name.startswith(within))


def sign(kind: PaperKind, data: bytes = PDF) -> SignedFile:
    """The newest making of that kind, signed by hand and scanned."""
    paper = Paper.objects.filter(kind=kind.value).latest("pk")
    kept = store(check(SimpleUploadedFile("ban-ky.pdf", data)))
    return SignedFile.objects.create(
        paper=paper,
        name=kept.name,
        path=kept.path,
        size=kept.size,
        sha256=sha256(data).hexdigest(),
        checked_at=NOW,
        added_by=paper.made_by,
        added_at=NOW,
    )


def test_the_papers_of_a_package_are_papers_of_the_office(cast: Cast) -> None:
    submission = packed(cast)

    kinds = sorted(Paper.objects.values_list("kind", flat=True))
    assert kinds == ["bao-cao-ca-nhan", "bao-cao-tap-the", "bien-ban-hoi-dong", "to-trinh-bo"]
    report = Paper.objects.get(kind="bao-cao-ca-nhan")
    assert parts_of(submission)[f"{REPORT}.docx"] == attachments.read(report.word_path)
    text = "\n".join(one.text for one in Document(BytesIO(parts_of(submission)[f"{REPORT}.docx"])).paragraphs)
    assert "Lê Thanh Bình" in text


def test_where_word_is_put_into_pdf_both_go_up(cast: Cast) -> None:
    submission = packing.pack(submission=numbered(cast), by=cast.officer, at=NOW, convert=lambda _word: PDF)

    assert names_in(submission, REPORT) == [f"{REPORT}.docx", f"{REPORT}.pdf"]
    assert [note for note in submission.package_notes if "Chỉ có bản Word" in note] == []


def test_without_pdf_and_signatures_the_package_says_so(cast: Cast) -> None:
    notes = packed(cast).package_notes

    assert [note.partition(": ")[0] for note in notes] == [
        "Chưa có bản đã ký",
        "Chỉ có bản Word, vì máy chủ chưa in được PDF từ tệp Word",
        "Quyết định không lập ở đây, hãy gửi kèm bản giấy",
    ]
    assert notes[2].endswith(": 45/QĐ-TSL.")


def test_a_signed_copy_goes_up_in_place_of_the_pdf(cast: Cast) -> None:
    submission = packing.pack(submission=numbered(cast), by=cast.officer, at=NOW, convert=lambda _word: PDF)
    sign(PaperKind.SUBMISSION_TO_MINISTRY, PDF + b"signed")

    submission = again(cast)

    letter = f"2025/MA/TTr/{submission.pk:03}_de-nghi-cong-nhan-dien-hinh-tien-tien-cua-nganh-nam-2025"
    assert names_in(submission, "2025/MA/TTr/") == [f"{letter}.docx", f"{letter}_da-ky.pdf"]
    assert parts_of(submission)[f"{letter}_da-ky.pdf"] == PDF + b"signed"
    assert [(one["kind"], one["signed"]) for one in submission.papers] == [
        ("to-trinh-bo", True),
        ("bien-ban-hoi-dong", False),
    ]


def test_what_was_signed_before_the_list_changed_does_not_go_up(cast: Cast) -> None:
    submission = packed(cast)
    sign(PaperKind.SUBMISSION_TO_MINISTRY)
    writing.take_out(submission=submission, item=submission.items.get(code="KL").pk, by=cast.officer, at=NOW)

    submission = packed(cast, Submission.objects.get())

    assert [one["signed"] for one in submission.papers] == [False, False]
    assert [note for note in submission.package_notes if "hãy ký lại" in note] != []


@pytest.mark.parametrize("form", ["", "certificate"])
def test_the_school_s_decision_goes_up_as_it_was_signed(cast: Cast, form: str) -> None:
    """Whether it only recognises or commends as well."""
    desk = desk_of(cast)
    draft = desk.draft()
    keys = list(draft.items.values_list("pk", flat=True))
    reward(decision=draft, items=keys, wanted=Wanted(form), by=cast.officer, at=NOW)
    decision = desk.at(DecisionStage.ISSUED, draft)
    scan = store(check(SimpleUploadedFile("quyet-dinh.pdf", PDF)))
    DecisionScan.objects.create(
        decision=decision, name=scan.name, path=scan.path, size=scan.size, added_by=cast.officer, added_at=NOW
    )

    submission = packed(cast, of_desk(desk))

    found = names_in(submission, "2025/SA/QD/")
    assert [name.rpartition("/")[2][:4] for name in found] == [f"{decision.pk:03}_"] * 2
    assert [name.rpartition("_")[2] for name in found][1:] == ["da-ky.pdf"]
    kind = "quyet-dinh-khen-thuong" if form else "quyet-dinh-cong-nhan"
    assert [(one["kind"], one["signed"]) for one in submission.papers] == [
        ("to-trinh-bo", False),
        ("bien-ban-hoi-dong", False),
        (kind, True),
    ]
    assert [note for note in submission.package_notes if "không lập ở đây" in note] == []


def test_what_corrected_the_decision_goes_up_with_it(cast: Cast) -> None:
    desk = desk_of(cast)
    decision = desk.at(DecisionStage.ISSUED)
    lines = {decision.items.earliest("pk").pk: Written("Lê Thanh Bình Minh", "Bộ môn Luật Dân sự")}
    correction = draft_correction(decision=decision, lines=lines, reason="Sai tên", by=cast.officer, at=NOW)
    desk.at(DecisionStage.ISSUED, correction)

    submission = packed(cast, of_desk(desk))

    assert [one["kind"] for one in submission.papers][2:] == ["quyet-dinh-cong-nhan", "quyet-dinh-dinh-chinh"]


def of_desk(desk: Desk) -> Submission:
    """Of those whom the desk's decision recognised, worded and numbered."""
    cast, round_ = desk.cast, sector_round(desk.cast)
    subjects = [desk.lecturer.subject_id, desk.division.subject_id]
    recommended(cast, proposing.propose(round_=round_, subjects=subjects, by=cast.officer, at=NOW))
    draft = writing.draft(round_=round_, by=cast.officer, at=NOW)
    return writing.write(submission=draft, wording=WORDING, seen=draft.version, by=cast.officer, at=NOW)


def test_the_index_in_excel_names_every_paper_in_the_order_of_the_list(cast: Cast) -> None:
    parts = parts_of(packed(cast))
    sheet = load_workbook(BytesIO(parts["muc-luc.xlsx"])).active
    assert sheet

    rows = [[cell.value or "" for cell in row] for row in sheet.iter_rows(min_row=2)]
    assert [(row[0], row[1], row[4]) for row in rows] == [
        ("", "", "Word"),
        ("", "", "Word"),
        (1, "Lê Thanh Bình", "Word"),
        (2, "Khoa Luật", "Word"),
    ]
    assert {row[3]: (row[6], row[5]) for row in rows} == {
        name: (sha256(parts[name]).hexdigest(), len(parts[name])) for name in (row[3] for row in rows)
    }


def test_packing_is_not_begun_without_a_report_for_each(cast: Cast) -> None:
    submission = numbered(cast)
    Nomination.objects.filter(subject=cast.lecturer.pk).update(text=" ")

    said = "danh sách có 2 dòng, báo cáo thành tích có 1, còn thiếu của Lê Thanh Bình"
    with pytest.raises(NotReady, match=said):
        packing.begin(submission=submission, by=cast.officer, at=NOW)


def test_a_report_that_is_lost_before_it_is_packed_stops_it_and_is_said_on_the_page(cast: Cast) -> None:
    submission = numbered(cast)
    Nomination.objects.filter(subject=cast.lecturer.pk).update(stage="withdrawn", reason="Xin rút")

    with pytest.raises(PaperMissing, match="Báo cáo thành tích cá nhân, Lê Thanh Bình"):
        packed(cast, submission)

    page = signed_in(cast.officer).get(f"/trinh-bo/{submission.pk}/").content.decode()
    assert ("Chưa đóng gói được" in page, "Báo cáo thành tích cá nhân, Lê Thanh Bình" in page) == (True, True)
    assert pack_submission.call(submission.pk, cast.officer.pk) == ""


def test_a_letter_of_other_numbers_than_the_list_is_not_packed(cast: Cast) -> None:
    """Somebody adds to the list while it is packed: the letter already says more."""
    submission = numbered(cast)
    whole = contents_of(submission)
    read_before = replace(whole, dossiers=whole.dossiers[:1])

    with pytest.raises(CountsDiffer, match="tờ trình ghi 2, danh sách có 1 dòng, báo cáo thành tích có 1"):
        with_papers(
            contents=read_before,
            submission=submission,
            by=cast.officer,
            at=NOW,
            convert=None,
            report=lambda _percent: None,
        )


def test_a_package_that_would_be_refused_above_is_not_kept(cast: Cast) -> None:
    submission = numbered(cast)
    submission.items.filter(code="KL").update(name="Khoa Luật " * 25)

    with pytest.raises(PackageRefused, match="Nơi nhận sẽ nói: «Mục lục của gói không đọc được: name"):
        packed(cast, submission)

    assert list(place_of("").parent.glob("*.making")) == []
    assert Submission.objects.get().package_sha256 == ""


def test_what_was_made_before_a_packing_broke_is_taken_up_again(cast: Cast) -> None:
    """A LibreOffice that breaks at the third paper: the second packing makes only what is left."""
    submission = numbered(cast)
    turns: list[int] = []

    def breaking(_word: bytes) -> bytes:
        turns.append(len(turns))
        if len(turns) == 3:
            raise MemoryError
        return PDF

    with pytest.raises(MemoryError):
        packing.pack(submission=submission, by=cast.officer, at=NOW, convert=breaking)
    made = list(Paper.objects.values_list("pk", flat=True))
    done = packing.pack(submission=submission, by=cast.officer, at=NOW, convert=breaking)

    assert (len(made), len(turns), Paper.objects.count(), done.has_package) == (2, 5, 4, True)
    assert set(made) <= set(Paper.objects.values_list("pk", flat=True))
    assert set(Paper.objects.values_list("number", flat=True)) == {1}


@pytest.fixture
def officer(cast: Cast) -> Client:
    return signed_in(cast.officer)


def test_a_paper_of_the_package_is_opened_from_the_page(cast: Cast, officer: Client) -> None:
    submission = packed(cast)
    address = f"/trinh-bo/{submission.pk}/"

    page = officer.get(address).content.decode()
    answer = officer.get(f"{address}goi/tep/", {"ten": f"{REPORT}.docx"})

    assert f"{address}goi/tep/?ten=2025%2FMA%2FCN%2F001_le-thanh-binh_bao-cao.docx" in page
    assert (answer.content, answer.headers["Content-Disposition"]) == (
        parts_of(submission)[f"{REPORT}.docx"],
        'attachment; filename="001_le-thanh-binh_bao-cao.docx"',
    )


@pytest.mark.parametrize("name", ["", "muc-luc.html", "muc-luc.json", "a.docx", "../muc-luc.xlsx", "/etc/passwd"])
def test_what_is_no_paper_of_it_is_not_handed_out(cast: Cast, officer: Client, name: str) -> None:
    submission = packed(cast)

    assert officer.get(f"/trinh-bo/{submission.pk}/goi/tep/", {"ten": name}).status_code == 404


def test_the_ministry_opens_the_papers_of_what_it_received(cast: Cast) -> None:
    submission = packed(cast)
    parcel = BytesIO(place_of(submission.package_sha256).read_bytes())
    Nomination.objects.all().update(stage="recommended")
    submission.delete()
    ministry = grant(cast, Role.MINISTRY)

    received = receiving.receive(parcel=parcel, by=ministry, at=NOW)

    browser, item = signed_in(ministry), received.items.get(code="KL")
    page = browser.get(f"/trinh-bo/{received.pk}/ho-so/{item.pk}/").content.decode()
    assert [one["files"] for one in item.papers] == [[f"{OF_FACULTY}.docx"]]
    assert [one["kind"] for one in received.papers] == ["to-trinh-bo", "bien-ban-hoi-dong"]
    assert "002_khoa-luat_bao-cao.docx" in page
    assert browser.get(f"/trinh-bo/{received.pk}/goi/tep/", {"ten": f"{OF_FACULTY}.docx"}).status_code == 200


def test_before_the_minutes_are_signed_nothing_is_packed(cast: Cast) -> None:
    submission = drafted(cast, signed=False)

    with pytest.raises(NotReady, match="chưa có biên bản Hội đồng đã ký"):
        packing.begin(submission=submission, by=cast.officer, at=NOW)


def test_a_packing_begun_again_forgets_why_the_last_one_failed(cast: Cast) -> None:
    submission = numbered(cast)
    Submission.objects.update(package_fault="Chưa lập được")

    packing.begin(submission=submission, by=cast.officer, at=NOW)

    assert Submission.objects.get().package_fault == ""


def test_a_package_packed_twice_makes_each_paper_once(cast: Cast) -> None:
    first = ready(cast)

    second = again(cast)

    assert (second.package_sha256, Paper.objects.count()) == (first.package_sha256, 4)
