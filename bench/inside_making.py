"""Many papers asked for and made as the worker makes them, measured from within: kept, told of, packed."""

from datetime import date
from typing import Any

from django.utils import timezone

from bench.timing import seconds
from lantoa.accounts.models import RoleGrant, User
from lantoa.accounts.queries import actor_of
from lantoa.domain.authority import Role
from lantoa.domain.papers.kinds import PaperKind
from lantoa.domain.records import AwardStatus, Kind, Level
from lantoa.domain.vietnamese import fold, name_sort_key
from lantoa.papers.actions import jobs
from lantoa.papers.parcel import pack
from lantoa.papers.queries.jobs import items_for, progress_of
from lantoa.papers.sources import sources
from lantoa.papers.tasks import make_papers
from lantoa.register.models import Award, Person, Post, Subject, Unit

KIND = PaperKind.CERTIFICATE
SINCE, DAY = date(2020, 1, 1), date(2025, 12, 20)
Answer = dict[str, Any]


def job(number: str) -> Answer:
    """Seconds of asking for so many certificates, making them one by one, and packing them."""
    _school(int(number))
    officer = User.objects.create_user("chuyenvien")
    RoleGrant.objects.create(user=officer, role=Role.OFFICER.value)
    wanted = [(KIND, thing) for thing in sources()[KIND].things(actor_of(officer), None)]
    at = timezone.now()
    asked = jobs.ask(wanted=wanted, title="Giấy khen", round_id=None, with_pdf=True, by=officer, at=at)
    made = seconds(lambda: make_papers.call(asked.pk))
    packed = seconds(lambda: pack(items_for(officer, asked)).close())
    progress = progress_of(asked)
    assert (progress.made, progress.refused) == (int(number), 0), progress
    return {"made": made, "packed": packed}


def _school(number: int) -> None:
    """So many people of one unit, each with a title of the same decision."""
    at = timezone.now()
    unit = Unit.objects.create(subject=_subject("TR", "Trường Cao đẳng Luật Sông Lam", Kind.COLLECTIVE), recorded_at=at)
    for place in range(number):
        subject = _subject(f"CB{place}", f"Đặng Thị Ngọc Huyền {place}", Kind.INDIVIDUAL)
        person = Person.objects.create(subject=subject, recorded_at=at)
        Post.objects.create(person=person, unit=unit, position="Giảng viên", since=SINCE, recorded_at=at)
        Award.objects.create(
            subject=subject,
            year=2025,
            text="CSTĐCS",
            title="GRASSROOTS_FIGHTER",
            level=Level.SCHOOL.value,
            status=AwardStatus.AWARDED.value,
            decision="45/QĐ-CĐLSL",
            decided=DAY,
            recorded_at=at,
        )


def _subject(code: str, name: str, kind: Kind) -> Subject:
    return Subject.objects.create(
        code=code, name=name, kind=kind.value, search_key=fold(f"{code} {name}"), sort_key=name_sort_key(name)
    )
