"""Submissions and complaints for the walk through every page: what stands in the table, what to open instead."""

from typing import Any
from urllib.parse import urlsplit
from uuid import uuid4

from django.core.files.uploadedfile import SimpleUploadedFile

from lantoa.papers.attachments import check, store
from lantoa.recognition.actions import yearbooks
from lantoa.recognition.actions.submissions import packing, proposing, writing
from lantoa.recognition.models import Credential, Decision, DecisionItem, Submission, YearbookText
from lantoa.recognition.queries.verification import address_of
from lantoa.register.models import Recognition
from tests import cast as school
from tests.cast import NOW, Cast
from tests.recognition import complaining, going_up
from tests.recognition.going_up import EDITION, TODAY

YEAR = 2025


def rows(cast: Cast) -> list[tuple[str, str]]:
    """A draft that is packed, one that the Ministry accepted, one it answered; a complaint in hand with a paper."""
    draft = _packed(cast)
    accepted = received(cast, 1, stage="accepted", accepted_on=TODAY)
    paper = store(check(SimpleUploadedFile("quyet-dinh.pdf", b"%PDF-1.7")))
    answered = received(
        cast,
        2,
        stage="answered",
        accepted_on=TODAY,
        decision="88/QĐ-BTP",
        decided=TODAY,
        answered_by=cast.officer,
        answered_at=NOW,
        decision_name=paper.name,
        decision_path=paper.path,
    )
    recognition = Recognition.objects.latest("pk")
    complaint = complaining.filed(cast, decision=complaining.issued(cast))
    _in_the_book(complaint.decision, draft)
    complaining.deed("accept", complaint, by=cast.officer)
    item = draft.items.latest("pk")
    for seen, words in enumerate(("Lời của Hiệu trưởng", "Lời của Hiệu trưởng, sửa lại")):
        yearbooks.write(year=YEAR, part=YearbookText.Part.FOREWORD, text=words, seen=seen, by=cast.officer, at=NOW)
    credential = _given(cast, complaint.decision)
    return [
        ("/trinh-bo/dot/1/", f"/trinh-bo/dot/{draft.round_id}/"),
        ("/trinh-bo/1/quyet-dinh/ghi/", f"/trinh-bo/{accepted.pk}/quyet-dinh/ghi/"),
        ("/trinh-bo/1/quyet-dinh/", f"/trinh-bo/{answered.pk}/quyet-dinh/"),
        ("/trinh-bo/1/tra-loi/", f"/trinh-bo/{answered.pk}/tra-loi/"),
        ("/trinh-bo/1/ho-so/1/", f"/trinh-bo/{draft.pk}/ho-so/{item.pk}/"),
        ("/trinh-bo/1/", f"/trinh-bo/{draft.pk}/"),
        ("/ky-yeu/2025/", f"/ky-yeu/{YEAR}/"),
        ("/quyet-dinh/1/", f"/quyet-dinh/{complaint.decision_id}/"),
        ("/khieu-nai/moi/1/", f"/khieu-nai/moi/{complaint.decision_id}/"),
        ("/khieu-nai/nhan-don/1/", f"/khieu-nai/nhan-don/{complaint.decision_id}/"),
        ("/khieu-nai/KN00000000/", f"/khieu-nai/{complaint.code}/"),
        ("/huy-hieu/CB5/", f"/huy-hieu/{credential.item.subject.code}/"),
        ("/xac-thuc/khoa/khong-co.json", "/xac-thuc/khoa.json"),
        ("/xac-thuc/huy-hieu/0f8fad5b-d9cb-469f-a165-70867728950e/", f"/xac-thuc/huy-hieu/{credential.number}/"),
        ("/xac-thuc/KHONGCOMA/", urlsplit(address_of(recognition)).path),
    ]


def _in_the_book(decision: Decision, draft: Submission) -> None:
    """Somebody whom that decision recognised, with a dossier."""
    nomination = draft.items.latest("pk").nomination
    assert nomination
    facts = {"subject": nomination.subject, "name": nomination.subject.name, "year": YEAR, "tier": "school-annual"}
    recognition = Recognition.objects.filter(subject=nomination.subject, year=YEAR).first()
    DecisionItem.objects.create(
        decision=decision, kind="recognise", nomination=nomination, recognition=recognition, **facts
    )


def _packed(cast: Cast) -> Submission:
    """Of somebody whom nothing holds."""
    person = school.person("CB31", "Phan Thị Yến", cast.division)
    school.recognition(person, "school-annual", 2025, decision="45/QĐ-TSL")
    round_ = going_up.sector_round(cast)
    going_up.recommended(cast, proposing.propose(round_=round_, subjects=[person.pk], by=cast.officer, at=NOW))
    draft = writing.draft(round_=round_, by=cast.officer, at=NOW)
    written = writing.write(submission=draft, wording=going_up.WORDING, seen=draft.version, by=cast.officer, at=NOW)
    return packing.pack(submission=written, by=cast.officer, at=NOW)


def _given(cast: Cast, decision: Decision) -> Credential:
    """As it is on file; who signed it is nobody's question here."""
    line = decision.items.latest("pk")
    facts: dict[str, Any] = {
        "name": line.name,
        "key": "khoa",
        "token": "a.b.c",
        "issued_by": cast.officer,
        "issued_at": NOW,
    }
    return Credential.objects.create(item=line, number=uuid4(), **facts)


def received(cast: Cast, number: int, **columns: Any) -> Submission:
    """Of another school, with one proposed person."""
    values: dict[str, Any] = {
        "reference": f"r{number}",
        "edition": EDITION,
        "tier": "sector-annual",
        "year": 2025,
        "is_received": True,
        "sender": f"Trường số {number}",
        "sender_code": f"T{number}",
        "subject_line": f"Tờ trình số {number}",
        "search_key": f"to trinh so {number} truong so {number}",
        "text": "Kính trình",
        "number": f"{number}/TTr",
        "dated": TODAY,
        "stage": "sent",
        "sent_by": cast.officer,
        "sent_at": NOW,
        "package_sha256": "a" * 64,
        "made_by": cast.officer,
        "made_at": NOW,
    }
    submission = Submission.objects.create(**values | columns)
    submission.items.create(place=1, kind="individual", code="CB1", name="Trần Thị Hoà", unit="Khoa Luật")
    return submission
