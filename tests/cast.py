"""One cast of people for every test: a small school, who works there, who signs in; and the rows written about them."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, TypeAlias

from django.test import Client

from lantoa.accounts.models import RoleGrant, User
from lantoa.domain.authority import Role
from lantoa.domain.calendar import PartialDate
from lantoa.domain.records import AwardStatus, Kind, Ledger, Level
from lantoa.domain.vietnamese import fold, name_sort_key, sort_key
from lantoa.plans import catalogue
from lantoa.register.models import (
    Attestation,
    Award,
    Closing,
    Hold,
    Initiative,
    Person,
    Post,
    Rating,
    Recognition,
    Sanction,
    Subject,
    Unit,
)
from lantoa.register.models.columns import precision_of

NOW = datetime(2026, 1, 15, 2, 0, tzinfo=UTC)  # nine in the morning at the school
WHO: TypeAlias = Person | Unit | Subject


@dataclass(frozen=True)
class Cast:
    """The school SL: faculty KL with its division BM, and office PDT; the people, and their accounts.

    The head heads the faculty, so the division is under them and the office is not.
    """

    school: Unit
    faculty: Unit
    division: Unit
    office: Unit

    officer: User  # emulation officer, works in the office
    head: User  # heads the faculty
    other_head: User  # heads the office
    deputy: User  # deputy head of the office: a member of staff to the plan
    staff: User  # lecturer in the division, under the head
    administrator: User
    stranger: User  # signed in, without any role or record

    lecturer: Person  # in the division, without an account


def assemble() -> Cast:
    """Put the whole cast on stage."""
    school = unit("SL", "Trường Cao đẳng Luật Sông Lam")
    faculty = unit("KL", "Khoa Luật", under=school)
    division = unit("BM", "Bộ môn Luật Dân sự", under=faculty)
    office = unit("PDT", "Phòng Đào tạo", under=school)
    hanh = person("CB1", "Phạm Thị Hạnh", office, "Chuyên viên")
    khoa = person("CB2", "Trần Văn Khoa", faculty, "Trưởng khoa", is_head=True)
    dung = person("CB3", "Đỗ Tiến Dũng", office, "Trưởng phòng", is_head=True)
    mai = person("CB4", "Nguyễn Thị Mai", office, "Phó Trưởng phòng")
    an = person("CB5", "Nguyễn Văn An", division, "Giảng viên")
    binh = person("CB6", "Lê Thanh Bình", division, "Giảng viên")
    return Cast(
        school=school,
        faculty=faculty,
        division=division,
        office=office,
        officer=account("hanh", Role.OFFICER, Role.STAFF, of=hanh),
        head=account("khoa", Role.STAFF, of=khoa, heads=[faculty]),
        other_head=account("dung", Role.STAFF, of=dung, heads=[office]),
        deputy=account("mai", Role.STAFF, of=mai),
        staff=account("an", Role.STAFF, of=an),
        administrator=account("quantri", Role.ADMINISTRATOR),
        stranger=account("khach"),
        lecturer=binh,
    )


def signed_in(user: User) -> Client:
    """A browser in which that user has signed in."""
    client = Client()
    client.force_login(user)
    return client


def account(
    username: str, *roles: Role, of: Person | None = None, heads: list[Unit] | None = None, password: str | None = None
) -> User:
    """An account with roles; `heads` names the units of a head's grants. A specialist verifies for personnel."""
    user = User.objects.create_user(username, f"{username}@songlam.example", password, person=of)
    offices = {Role.SPECIALIST: "personnel"}
    RoleGrant.objects.bulk_create(
        [RoleGrant(user=user, role=role.value, office=offices.get(role, "")) for role in roles]
    )
    RoleGrant.objects.bulk_create([RoleGrant(user=user, role=Role.HEAD.value, unit=unit) for unit in heads or []])
    return user


def unit(
    code: str, name: str, *, under: Unit | None = None, since: str | None = "1/1/2015", until: str | None = None
) -> Unit:
    subject = _subject(code, name, Kind.COLLECTIVE)
    return Unit.objects.create(subject=subject, parent=under, **_dates(since=since, until=until), **_origin())


def person(
    code: str,
    name: str,
    works_in: Unit | None = None,
    position: str = "Giảng viên",
    *,
    is_head: bool = False,
    since: str = "1/1/2018",
) -> Person:
    """A person, with a post from `since` when a unit is named."""
    someone = Person.objects.create(subject=_subject(code, name, Kind.INDIVIDUAL), **_origin())
    if works_in:
        post(someone, works_in, position, is_head=is_head, since=since)
    return someone


def post(
    who: Person,
    where: Unit,
    position: str = "Giảng viên",
    *,
    is_head: bool = False,
    since: str = "1/1/2018",
    until: str | None = None,
) -> Post:
    return Post.objects.create(
        person=who, unit=where, position=position, is_head=is_head, **_dates(since=since, until=until), **_origin()
    )


def rating(who: WHO, year: int, grade: str = "HTXSNV") -> Rating:
    """A yearly rating, its grade in any written form."""
    term = catalogue().rating(grade)
    assert term, grade
    return Rating.objects.create(subject=_subject_of(who), year=year, grade=term.code, **_origin())


def award(
    who: WHO,
    year: int,
    text: str = "CSTĐCS",
    *,
    level: Level | None = None,
    status: AwardStatus = AwardStatus.AWARDED,
    decision: str = "",
    decided: str | None = None,
    issuer: str = "",
) -> Award:
    """A title in any written form, or another commendation (then `level` is needed)."""
    title = catalogue().title(text)
    level = level or (title.level if title else Level.SCHOOL)
    return Award.objects.create(
        subject=_subject_of(who),
        year=year,
        text=text,
        title=title.code if title else "",
        level=level.value,
        status=status.value,
        decision=decision,
        issuer=issuer,
        **_dates(decided=decided),
        **_origin(),
    )


def sanction(
    who: Person,
    effective: str,
    form: str = "khiển trách",
    *,
    at: Unit | None = None,
    cancelled: bool = False,
    decision: str = "",
) -> Sanction:
    """A discipline decision; `at` is the unit of the violation."""
    term = catalogue().sanction(form)
    assert term, form
    return Sanction.objects.create(
        person=who,
        form=term.code,
        unit=at,
        cancelled=cancelled,
        decision=decision,
        **_dates(effective=effective),
        **_origin(),
    )


def initiative(who: Person, year: int, name: str = "Ngân hàng câu hỏi tình huống", level: str = "cơ sở") -> Initiative:
    return Initiative.objects.create(person=who, year=year, name=name, level=level, **_origin())


def recognition(who: WHO, tier: str, year: int, *, decision: str = "", decided: str | None = None) -> Recognition:
    return Recognition.objects.create(
        subject=_subject_of(who), tier=tier, year=year, decision=decision, **_dates(decided=decided), **_origin()
    )


def attestation(
    who: WHO, criterion: str, year: int, *, passed: bool = True, grounds: str = "Biên bản họp đơn vị", by: str = ""
) -> Attestation:
    """An attestation, which from now on is the one that stands."""
    subject = _subject_of(who)
    Attestation.objects.filter(subject=subject, criterion=criterion, year=year).update(stands=False)
    return Attestation.objects.create(
        subject=subject, criterion=criterion, year=year, passed=passed, grounds=grounds, by=by, **_origin()
    )


def hold(who: WHO, since: str, until: str | None = None, reason: str = "Đang xác minh đơn tố cáo") -> Hold:
    return Hold.objects.create(subject=_subject_of(who), reason=reason, **_dates(since=since, until=until), **_origin())


def closing(ledger: Ledger, year: int, of: Unit | None = None, closed: str | None = None) -> Closing:
    """A closed book: of the whole school unless a unit is named."""
    return Closing.objects.create(
        ledger=ledger.value, year=year, unit=of, **_dates(closed=closed or f"31/1/{year + 1}"), **_origin()
    )


def _subject(code: str, name: str, kind: Kind) -> Subject:
    order = name_sort_key if kind is Kind.INDIVIDUAL else sort_key
    return Subject.objects.create(
        code=code, name=name, kind=kind.value, search_key=fold(f"{code} {name}"), sort_key=order(name)
    )


def _subject_of(who: WHO) -> Subject:
    return who if isinstance(who, Subject) else who.subject


def _origin() -> dict[str, Any]:
    return {"recorded_at": NOW}


def _dates(**written: str | None) -> dict[str, Any]:
    """Columns of dates as an office writes them: the day that counts and its precision."""
    columns: dict[str, Any] = {}
    for column, text in written.items():
        if text is None:
            continue
        day = PartialDate.read(text)
        columns[column] = day.last_day if column == "until" else day.first_day
        columns[f"{column}_precision"] = precision_of(day)
    return columns
