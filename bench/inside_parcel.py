"""A submission of hundreds of dossiers measured from within: its papers made and put into PDF, packed, packed again."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any

import numpy as np
from django.core.files.base import ContentFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from bench.inside_product import officer
from bench.timing import peak_megabytes, seconds
from lantoa.accounts.models import User
from lantoa.council.models import Council, CouncilMember, Meeting, MeetingCase, Minutes
from lantoa.domain.ministry import Wording
from lantoa.nomination.models import Evidence, Nomination, Round
from lantoa.papers import attachments
from lantoa.papers.models import Letterhead, Paper
from lantoa.papers.pdf.office import Converter
from lantoa.recognition.actions.submissions import packing, writing
from lantoa.recognition.models import Submission
from lantoa.recognition.parcel.shelf import place_of
from lantoa.register.models import Post, Recognition

EDITION, TIER, YEAR = "nganh-tu-phap-2021-2025", "sector-annual", 2025
REPORT = "\n".join(["I. Thành tích", *["Đã đổi mới phương pháp giảng dạy, được đồng nghiệp làm theo. " * 12] * 8])
SCAN = b"%PDF-1.7\n" + np.random.default_rng(5).bytes(200_000)
Answer = dict[str, Any]


def parcel(number: str) -> Answer:
    """Seconds of the first packing and of the next, which finds every paper made; the largest memory; what came out."""
    by, at = officer(), timezone.now()
    submission = _submission(int(number), by, at)
    with Converter() as office:
        whole = seconds(lambda: _pack(submission, by, office.to_pdf))
    papers = Paper.objects.count()
    Submission.objects.update(package_contents=None)
    with CaptureQueriesContext(connection) as captured:
        again = seconds(lambda: _pack(submission, by, None))
    packed = Submission.objects.get(pk=submission.pk)
    assert packed.has_package
    assert papers == Paper.objects.count() == int(number) + 2
    return {
        "whole": whole,
        "again": again,
        "queries": len(captured),
        "papers": papers,
        "memory": peak_megabytes(),
        "size": place_of(packed.package_sha256).stat().st_size / 1024 / 1024,
    }


def _pack(submission: Submission, by: User, convert: Callable[[bytes], bytes] | None) -> None:
    now = Submission.objects.get(pk=submission.pk)
    packing.pack(submission=now, by=by, at=timezone.now(), convert=convert)


def _submission(number: int, by: User, at: datetime) -> Submission:
    """Written and numbered, of so many who were recognised at the school and whom the Council recommends."""
    today = timezone.localdate(at)
    Letterhead.objects.create(
        since=date(2020, 1, 1), parent="Bộ Tư pháp", issuer="Trường Cao đẳng Luật Sông Lam", abbreviation="CĐLSL",
        place="Bình An", office="TCHC", signer="Trần Thị Bưởi", made_by=by, made_at=at,
    )  # fmt: skip
    the_round = Round.objects.create(
        edition=EDITION, tier=TIER, year=YEAR, name="Đợt xét cấp ngành", search_key="dot xet", stage="open",
        send_by=today, open_on=today - timedelta(days=30), made_by=by, made_at=at, opened_by=by, opened_at=at,
    )  # fmt: skip
    nominations = _nominations(number, the_round, by, at)
    _recommend(nominations, by, at)
    draft = writing.draft(round_=the_round, by=by, at=at)
    wording = Wording("Đề nghị công nhận điển hình tiên tiến của Ngành", "Kính trình Bộ trưởng.", "12/TTr-CĐLSL", today)
    return writing.write(submission=draft, wording=wording, seen=draft.version, by=by, at=at)


def _nominations(number: int, the_round: Round, by: User, at: datetime) -> list[Nomination]:
    posts = dict(Post.objects.filter(until=None).order_by("pk").values_list("person_id", "unit_id"))
    people = list(posts.items())[:number]
    Recognition.objects.filter(subject__in=[person for person, _unit in people], year=YEAR).delete()
    Recognition.objects.bulk_create(
        Recognition(subject_id=person, tier="school-annual", year=YEAR, decision="45/QĐ-CĐLSL", recorded_at=at)
        for person, _unit in people
    )
    made = Nomination.objects.bulk_create(
        Nomination(
            subject_id=person, round=the_round, edition=EDITION, tier=TIER, year=YEAR, unit_id=unit, made_by=by,
            made_at=at, written_by=by, written_at=at, sent_by=by, sent_at=at, text=REPORT, stage="recommended",
            verdict={"verdict": "met", "findings": []},
        )
        for person, unit in people
    )  # fmt: skip
    for one in made:
        kept = attachments.store(attachments.check(ContentFile(SCAN, "quyet-dinh.pdf")))
        Evidence.objects.create(
            nomination=one, criterion="G3", shows="Quyết định", name=kept.name, path=kept.path, size=kept.size,
            added_by=by, added_at=at,
        )  # fmt: skip
    return made


def _recommend(nominations: list[Nomination], by: User, at: datetime) -> None:
    """By a meeting whose minutes are signed."""
    first = nominations[0].subject_id
    council = Council.objects.create(
        name="Hội đồng Thi đua - Khen thưởng", decision="1/QĐ", decided=at.date(), since=date(2025, 1, 1), made_at=at
    )
    chair = CouncilMember.objects.create(
        council=council, person_id=first, seat="chair", since=date(2025, 1, 1), decision="1/QĐ", made_at=at
    )
    meeting = Meeting.objects.create(
        council=council, edition=EDITION, name="Phiên họp", search_key="phien hop", starts_at=at, place="Phòng A",
        stage="minuted", presided_by=chair, secretary=chair, opened_by=by, opened_at=at, ended_by=by, ended_at=at,
        made_at=at,
    )  # fmt: skip
    MeetingCase.objects.bulk_create(
        MeetingCase(meeting=meeting, nomination=one, order=order, outcome="recommend", concluded_by=by, concluded_at=at)
        for order, one in enumerate(nominations, 1)
    )
    Minutes.objects.create(
        meeting=meeting, number=1, text="Hội đồng thống nhất.", results=[], written_by=by, written_at=at, chair_by=by,
        chair_at=at, secretary_by=by, secretary_at=at, fixed_at=at,
    )  # fmt: skip
