"""The package of a submission: the same bytes every time, read above as it was written, refused when tampered with."""

import json
import stat
from collections.abc import Callable
from functools import cache
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZipFile, ZipInfo

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from lantoa.council.models import Meeting
from lantoa.nomination.models import Evidence, Nomination, Statement
from lantoa.papers.attachments import check, store
from lantoa.recognition.actions.submissions import packing, receiving, sending
from lantoa.recognition.actions.submissions.refusals import ReceivedAlready
from lantoa.recognition.models import Submission
from lantoa.recognition.parcel import opening, shelf, zipping
from lantoa.recognition.parcel.contents import INDEX, Contents, Dossier, Enclosed, File
from lantoa.recognition.parcel.index import NotAnIndex, read_index
from lantoa.recognition.parcel.opening import BadParcel, open_parcel
from lantoa.recognition.parcel.shelf import place_of
from lantoa.register.actions.refusals import NotAllowed
from lantoa.register.models import Recognition, Subject
from tests.cast import NOW, Cast
from tests.recognition.going_up import DATED, TODAY, deed, full_answer, partial_answer, ready

REPORT = "2025/MA/CN/001_le-thanh-binh_bao-cao.pdf"
PDF = b"%PDF-1.4\n1 0 obj\n<<>>\nendobj\n%%EOF\n"


def with_evidence(cast: Cast) -> Submission:
    """Packed with a file of evidence, a statement and a report of the lecturer."""
    ready(cast)
    nomination = Nomination.objects.get(subject=cast.lecturer.pk)
    Nomination.objects.filter(pk=nomination.pk).update(text="Phiên toà giả định\n<b>mỗi tháng</b>")
    kept = store(check(SimpleUploadedFile("Quyết định số 5.pdf", PDF)))
    Evidence.objects.create(
        nomination=nomination,
        criterion="G3",
        shows="Sáng kiến cấp trường",
        name=kept.name,
        path=kept.path,
        size=kept.size,
        added_by=cast.head,
        added_at=NOW,
    )
    Statement.objects.create(
        nomination=nomination,
        name="Đỗ Tiến Dũng",
        position="Trưởng phòng",
        text="Rất xứng đáng",
        recorded_by=cast.head,
        recorded_at=NOW,
    )
    Submission.objects.update(contents=9)
    return packing.pack(submission=Submission.objects.get(), by=cast.officer, at=NOW)


def parts_of(submission: Submission) -> dict[str, bytes]:
    with ZipFile(place_of(submission.package_sha256)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def zipped(parts: dict[str, bytes], **entry: Any) -> BytesIO:
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            info = ZipInfo(name)
            info.compress_type = ZIP_DEFLATED
            for key, value in entry.items():
                setattr(info, key, value)
            archive.writestr(info, data)
    file.seek(0)
    return file


def with_index(parts: dict[str, bytes], change: Callable[[dict[str, Any]], object] = lambda _index: None) -> BytesIO:
    """The same package with an index that fits its files, after a change to what it says."""
    index = json.loads(parts[INDEX])
    index["files"] = [
        {"path": name, "sha256": sha256(data).hexdigest(), "size": len(data)}
        for name, data in parts.items()
        if name != INDEX
    ]
    change(index)
    return zipped(parts | {INDEX: json.dumps(index, ensure_ascii=False).encode()})


def test_a_package_holds_letter_list_dossiers_evidence_minutes_and_index(cast: Cast) -> None:
    parts = parts_of(with_evidence(cast))

    submission, meeting = Submission.objects.get(), Meeting.objects.get()
    assert sorted(parts) == [
        f"2025/MA/BB/{meeting.pk:03}_phien-hop-xet-cap-nganh.docx",
        "2025/MA/CN/001_le-thanh-binh/doi-chieu.html",
        "2025/MA/CN/001_le-thanh-binh/minh-chung/01-quyet-dinh-so-5.pdf",
        "2025/MA/CN/001_le-thanh-binh_bao-cao.docx",
        "2025/MA/TT/002_khoa-luat/doi-chieu.html",
        "2025/MA/TT/002_khoa-luat_bao-cao.docx",
        f"2025/MA/TTr/{submission.pk:03}_de-nghi-cong-nhan-dien-hinh-tien-tien-cua-nganh-nam-2025.docx",
        "danh-sach.xlsx",
        "muc-luc.html",
        "muc-luc.json",
        "muc-luc.xlsx",
        "trinh-bay.css",
    ]
    assert parts["2025/MA/CN/001_le-thanh-binh/minh-chung/01-quyet-dinh-so-5.pdf"] == PDF


def test_the_index_names_every_file_with_its_hash(cast: Cast) -> None:
    parts = parts_of(with_evidence(cast))

    said = {row["path"]: (row["sha256"], row["size"]) for row in json.loads(parts[INDEX])["files"]}

    assert said == {name: (sha256(data).hexdigest(), len(data)) for name, data in parts.items() if name != INDEX}


def test_what_people_wrote_is_text_in_the_pages(cast: Cast) -> None:
    page = parts_of(with_evidence(cast))["2025/MA/CN/001_le-thanh-binh/doi-chieu.html"].decode()

    assert "&lt;b&gt;mỗi tháng&lt;/b&gt;" in page
    assert "Rất xứng đáng" in page
    assert "Quyết định 45/QĐ-TSL ngày 10/01/2026" in page


def test_the_list_is_a_workbook(cast: Cast) -> None:
    sheet = load_workbook(BytesIO(parts_of(with_evidence(cast))["danh-sach.xlsx"])).active
    assert sheet

    assert [[cell.value for cell in row[:4]] for row in sheet.iter_rows(min_row=2)] == [
        [1, "CB6", "Lê Thanh Bình", "Bộ môn Luật Dân sự"],
        [2, "KL", "Khoa Luật", "Trường Cao đẳng Luật Sông Lam"],
    ]


def test_packed_again_the_bytes_are_the_same(cast: Cast) -> None:
    first = with_evidence(cast)
    place_of(first.package_sha256).unlink()
    Submission.objects.update(package_contents=None, package_sha256="")

    again = packing.pack(submission=Submission.objects.get(), by=cast.officer, at=NOW)

    assert again.package_sha256 == first.package_sha256


def test_a_package_that_is_there_is_not_made_twice(cast: Cast) -> None:
    first = with_evidence(cast)
    before = place_of(first.package_sha256).stat().st_mtime_ns

    packing.pack(submission=first, by=cast.officer, at=NOW)

    assert place_of(first.package_sha256).stat().st_mtime_ns == before


def test_what_changed_while_it_was_packed_is_not_passed_off_as_packed(cast: Cast) -> None:
    submission = ready(cast)
    submission.contents = 8
    Submission.objects.update(contents=9)

    assert packing.pack(submission=submission, by=cast.officer, at=NOW).has_package is False


def test_nothing_is_left_behind_when_a_file_of_evidence_is_lost(cast: Cast) -> None:
    with_evidence(cast)
    Evidence.objects.update(path="attachments/00/gone.pdf")
    Submission.objects.update(contents=10)
    submission = Submission.objects.get()

    with pytest.raises(FileNotFoundError):
        packing.pack(submission=submission, by=cast.officer, at=NOW)

    assert list(place_of("").parent.glob("*.making")) == []
    assert Submission.objects.get().package_percent is None


def above(cast: Cast, submission: Submission) -> BytesIO:
    """The package as it arrives in an installation that knows nothing of the school's submission."""
    data = BytesIO(place_of(submission.package_sha256).read_bytes())
    Nomination.objects.all().update(stage="recommended")
    submission.delete()
    return data


def test_above_the_package_is_read_as_it_was_written(cast: Cast) -> None:
    parcel = above(cast, with_evidence(cast))

    received = receiving.receive(parcel=parcel, by=cast.officer, at=NOW)

    first = received.items.first()
    assert first
    assert (received.stage, received.is_received, received.sender, received.number) == (
        "sent",
        True,
        "Trường Cao đẳng Luật Sông Lam",
        "12/TTr-TSL",
    )
    assert (first.code, first.name, first.facts["report"], first.facts["statements"][0]["name"]) == (
        "CB6",
        "Lê Thanh Bình",
        "Phiên toà giả định\n<b>mỗi tháng</b>",
        "Đỗ Tiến Dũng",
    )


def test_above_it_goes_the_same_way_and_its_recognitions_enter_that_register(cast: Cast) -> None:
    received = receiving.receive(parcel=above(cast, ready(cast)), by=cast.officer, at=NOW)

    deed("accept", received, by=cast.officer)
    sending.answer(submission=received, answer=partial_answer(received), by=cast.officer, at=NOW)

    recognition = Recognition.objects.get(tier="sector-annual")
    assert (recognition.subject.code, recognition.decision, recognition.decided) == ("SL-CB6", "88/QĐ-BTP", TODAY)
    assert set(Nomination.objects.values_list("stage", flat=True)) == {"recommended"}


def test_above_a_unit_of_the_school_stands_under_the_school(cast: Cast) -> None:
    received = receiving.receive(parcel=above(cast, ready(cast)), by=cast.officer, at=NOW)
    deed("accept", received, by=cast.officer)

    sending.answer(submission=received, answer=full_answer(received), by=cast.officer, at=NOW)

    faculty = Subject.objects.get(code="SL-KL")
    assert (faculty.unit.parent, faculty.kind, faculty.name) == (cast.school, "collective", "Khoa Luật")


def test_the_same_package_is_received_once_and_again_after_a_return(cast: Cast) -> None:
    parcel = above(cast, ready(cast))
    received = receiving.receive(parcel=parcel, by=cast.officer, at=NOW)

    with pytest.raises(ReceivedAlready, match="đang ở bước «đã gửi Bộ»"):
        receiving.receive(parcel=parcel, by=cast.officer, at=NOW)
    deed("return", received, by=cast.officer)
    again = receiving.receive(parcel=parcel, by=cast.officer, at=NOW)

    assert (again.pk, again.stage, again.items.count()) == (received.pk, "sent", 2)


def test_one_s_own_submission_is_not_received(cast: Cast) -> None:
    submission = ready(cast)

    with place_of(submission.package_sha256).open("rb") as parcel, pytest.raises(ReceivedAlready):
        receiving.receive(parcel=parcel, by=cast.officer, at=NOW)


@pytest.mark.parametrize("who", ["head", "staff", "deputy", "administrator", "stranger"])
def test_packages_are_received_by_those_who_answer(cast: Cast, who: str) -> None:
    with pytest.raises(NotAllowed):
        receiving.receive(parcel=BytesIO(), by=getattr(cast, who), at=NOW)


FACTS: dict[str, Any] = {
    "kind": "cá nhân",
    "report": "Phiên toà giả định",
    "below": "",
    "unit_vote": "",
    "council": "",
    "verdict": {
        "day": "2026-01-15",
        "verdict": "met",
        "words": "đạt",
        "findings": [
            {"criterion": "MA-1", "text": "", "sentence": "", "words": "đạt", "verdict": "met", "rows": ["a"]}
        ],
    },
    "evidence": [{"criterion": "G3", "shows": "a", "link": "", "file": ""}],
    "statements": [],
}


@cache
def honest_parts() -> dict[str, bytes]:
    """A package of one dossier, made without any database."""
    kept = store(check(SimpleUploadedFile("bao-cao.pdf", PDF)))
    report = Enclosed("bao-cao-ca-nhan", "Báo cáo thành tích cá nhân", (File(REPORT, kept.path),))
    contents = Contents(
        reference="0123456789abcdef",
        edition="nganh-tu-phap-2021-2025",
        tier="sector-annual",
        tier_name="Ngành",
        year=2025,
        sender="Trường Cao đẳng Luật Sông Lam",
        sender_code="SL",
        subject_line="Đề nghị công nhận",
        text="Kính trình.",
        number="12/TTr-TSL",
        dated=DATED,
        dossiers=(Dossier(1, "individual", "CB6", "Lê Thanh Bình", "Bộ môn", FACTS, papers=(report,)),),
    )
    target = shelf.beside()
    zipping.write(contents, target, lambda _percent: None)
    with ZipFile(target) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    target.unlink()
    return parts


HOSTILE: dict[str, tuple[Callable[[dict[str, bytes]], BytesIO], str]] = {
    "no zip": (lambda _parts: BytesIO(b"Kinh gui"), "không phải gói .zip"),
    "cut off": (
        lambda parts: BytesIO(b"PK\x05\x06" + bytes(30) + with_index(parts).read()[:200]),
        "Tệp hỏng|không phải",
    ),
    "no index": (lambda parts: zipped({"a.html": parts["muc-luc.html"]}), "không có mục lục"),
    "climbing": (lambda parts: with_index(parts | {"../a.html": b"a"}), "tên tệp lạ"),
    "absolute": (lambda parts: with_index(parts | {"/etc/a.html": b"a"}), "tên tệp lạ"),
    "backslash": (lambda parts: with_index(parts | {"a\\b.html": b"a"}), "tên tệp lạ"),
    "link": (lambda parts: zipped(parts, external_attr=(stat.S_IFLNK | 0o777) << 16), "tên tệp lạ"),
    "bzip2": (lambda parts: zipped(parts, compress_type=ZIP_BZIP2), "nén theo kiểu lạ"),
    "bomb": (lambda parts: with_index(parts | {"a.pdf": b"%PDF-" + bytes(20 << 20)}), "quá lớn"),
    "extra": (lambda parts: zipped(parts | {"them.html": b"a"}), "không khớp mục lục"),
    "missing": (lambda parts: zipped({k: v for k, v in parts.items() if k != "muc-luc.html"}), "không khớp mục lục"),
    "changed": (lambda parts: zipped(parts | {"muc-luc.html": b"khac"}), "đã bị sửa sau khi đóng gói"),
    "script": (lambda parts: with_index(parts | {"muc-luc.html": b"<script>a</script>"}), "mã chạy được"),
    "handler": (lambda parts: with_index(parts | {"muc-luc.html": b"<p onclick=a()>"}), "mã chạy được"),
    "program": (lambda parts: with_index(parts | {"a.exe": b"MZ"}), "Chỉ nhận PDF"),
    "disguised": (lambda parts: with_index(parts | {"a.jpg": PDF}), "không đúng loại"),
    "not json": (lambda parts: zipped(parts | {INDEX: b"{"}), "không phải JSON"),
    "deep json": (lambda parts: zipped(parts | {INDEX: b"[" * 100_000}), "không phải JSON"),
    "other format": (lambda parts: with_index(parts, lambda said: said.update(format="x")), "không đúng định dạng"),
    "other plan": (
        lambda parts: with_index(parts, lambda said: said.update(edition="khong-co")),
        "mà nơi đây không có",
    ),
    "school tier": (
        lambda parts: with_index(parts, lambda said: said.update(tier="school-annual")),
        "mà nơi đây không có",
    ),
    "other year": (lambda parts: with_index(parts, lambda said: said.update(year=1990)), "1990"),
    "no items": (lambda parts: with_index(parts, lambda said: said.update(items=[])), "items"),
    "twice": (lambda parts: with_index(parts, lambda said: said["items"].append(said["items"][0])), "items"),
    "long name": (lambda parts: with_index(parts, lambda said: said["items"][0].update(name="a" * 201)), "name"),
    "odd verdict": (
        lambda parts: with_index(parts, lambda said: said["items"][0]["facts"]["verdict"].update(verdict="x")),
        "verdict",
    ),
    "no facts": (lambda parts: with_index(parts, lambda said: said["items"][0].update(facts=[])), "facts"),
    "true number": (lambda parts: with_index(parts, lambda said: said.update(year=True)), "year"),
    "no report": (
        lambda parts: with_index(parts, lambda said: said["items"][0].update(papers=[])),
        "Danh sách có 1 dòng nhưng gói thiếu báo cáo của: Lê Thanh Bình",
    ),
    "report without files": (
        lambda parts: with_index(parts, lambda said: said["items"][0]["papers"][0].update(files=[])),
        "thiếu báo cáo của: Lê Thanh Bình",
    ),
    "lost paper": (
        lambda parts: with_index(parts, lambda said: said["items"][0]["papers"][0].update(files=["a.docx"])),
        "Gói thiếu tệp «a.docx» ghi trong mục lục",
    ),
    "odd paper": (lambda parts: with_index(parts, lambda said: said.update(papers=[{"kind": 1}])), "kind"),
    "odd notes": (lambda parts: with_index(parts, lambda said: said.update(notes=["a\x00"])), "notes"),
    "same name": (lambda parts: with_index(parts | {"Muc-luc.html": b"a"}), "hai tệp cùng tên"),
    "no day": (lambda parts: with_index(parts, lambda said: said.update(dated="hôm qua")), "dated"),
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_a_hostile_package_is_refused_with_a_sentence_and_leaves_nothing(cast: Cast, kind: str) -> None:
    make, words = HOSTILE[kind]
    parts = honest_parts()
    shelf.beside()
    kept = set(place_of("").parent.iterdir())

    with pytest.raises(BadParcel, match=words):
        receiving.receive(parcel=make(parts), by=cast.officer, at=NOW)

    assert (Submission.objects.count(), set(place_of("").parent.iterdir())) == (0, kept)


def test_an_honest_package_is_taken_in(cast: Cast) -> None:
    received = receiving.receive(parcel=with_index(honest_parts()), by=cast.officer, at=NOW)

    assert [item.name for item in received.items.all()] == ["Lê Thanh Bình"]


def test_a_package_of_the_first_version_is_taken_in_as_ever(cast: Cast) -> None:
    """It had pages and no papers, and its names had small letters only."""
    parts = {name: data for name, data in honest_parts().items() if name in ("trinh-bay.css", "muc-luc.html", INDEX)}
    parts |= {"to-trinh.html": b"<h1>a</h1>", "ho-so/001-cb6-le-thanh-binh/ho-so.html": b"<h1>b</h1>"}

    def as_it_was(said: dict[str, Any]) -> None:
        said.update(version=1)
        del said["papers"], said["notes"], said["items"][0]["papers"]

    received = receiving.receive(parcel=with_index(parts, as_it_was), by=cast.officer, at=NOW)

    assert [(item.name, item.papers, item.facts["report"]) for item in received.items.all()] == [
        ("Lê Thanh Bình", [], "Phiên toà giả định")
    ]
    assert (received.papers, received.package_notes) == ([], [])


def test_two_files_of_one_name_are_refused() -> None:
    file = with_index(honest_parts())
    with pytest.warns(UserWarning, match="Duplicate name"), ZipFile(file, "a") as archive:
        archive.writestr("muc-luc.html", b"khac")

    with pytest.raises(BadParcel, match="hai tệp cùng tên"):
        open_parcel(file)


def test_too_many_parts_are_refused() -> None:
    file = zipped({f"{number}.html": b"" for number in range(opening.MOST_PARTS + 1)})

    with pytest.raises(BadParcel, match="quá lớn"):
        open_parcel(file)


def test_too_large_a_file_is_refused_before_it_is_read(tmp_path: Path) -> None:
    with (tmp_path / "a.zip").open("w+b") as file:
        file.truncate(opening.LARGEST_FILE + 1)

        with pytest.raises(BadParcel, match="lớn hơn 300 MB"):
            open_parcel(file)


@given(st.binary(max_size=200))
def test_whatever_bytes_come_they_are_refused_in_words(data: bytes) -> None:
    with pytest.raises(BadParcel):
        open_parcel(BytesIO(data))


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=10,
)


@given(st.dictionaries(st.sampled_from(["sender", "items", "files", "year", "reference", "edition", "tier"]), JSON))
def test_whatever_an_index_says_it_is_refused_in_words(said: dict[str, Any]) -> None:
    with pytest.raises(NotAnIndex):
        read_index(json.dumps({**said, "format": "lantoa-submission", "version": 1}).encode())
