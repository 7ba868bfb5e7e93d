"""Who objected is read by one officer only: not in any other row, file, log, message or page."""

import logging
import re
from collections.abc import Iterator
from datetime import timedelta
from io import BytesIO
from zipfile import ZipFile

import pytest
import time_machine
from django.apps import apps
from django.core import mail
from django.db import connection
from django.db.models import ForeignKey
from django.test import Client
from pytest_django import Settings

from lantoa.accounts.models import User
from lantoa.audit.models import Event
from lantoa.domain.authority import Role
from lantoa.domain.stages import ObjectionStage
from lantoa.nomination.actions.posting import handling, identity
from lantoa.nomination.actions.posting.identity import Objector
from lantoa.nomination.actions.posting.refusals import InOtherHands, NobodyKnown, NotTakenUp
from lantoa.nomination.models import Objection, ObjectorIdentity
from lantoa.nomination.queries.posting.objectors import sent_by
from lantoa.nomination.tasks import look_after_objections
from lantoa.notice.actions import tell
from lantoa.notice.mail import send_digests
from lantoa.register.actions.refusals import NotAllowed
from tests import cast as school
from tests.cast import NOW, Cast, signed_in
from tests.nomination.posting.made import (
    candidate_of,
    objection,
    objection_at,
    opened,
    second_officer,
    settle,
)

NAME, CONTACT = "Vương Quốc Bảo", "0900000123"
WORDS = {"text": "Bài giảng do bốn người soạn.", "evidence": "Hỏi bộ môn.", "manner": "giu-kin"}
LINKS = ("/phan-anh/", "/phan-anh/xuat/?buoc=tat-ca", "/de-cu/xuat/", "/cong-khai/xuat/", "/quan-tri/nhat-ky/xuat/")


@pytest.fixture
def objector(cast: Cast) -> User:
    """A member of staff with a name that stands nowhere else."""
    someone = school.person("CB9", NAME, cast.office)
    made = school.account("baovq", Role.STAFF, of=someone)
    made.first_name = NAME
    made.save()
    return made


def rows() -> dict[str, set[str]]:
    """Every row of every table as text, without the accounts, their sessions and the record book's own rows."""
    found: dict[str, set[str]] = {}
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f'SELECT * FROM "{table}"')  # noqa: S608  (names come from the database)
            found[table] = {repr([bytes(one) if isinstance(one, memoryview) else one for one in row]) for row in cursor}
    return found


def pointing_at(user: User) -> Iterator[str]:
    """Rows of any table that name the account in a column of their own."""
    for model in apps.get_app_config("lantoa").get_models():
        for field in model._meta.get_fields():
            if isinstance(field, ForeignKey) and field.related_model is User:
                yield from (
                    f"{model.__name__}.{field.name}" for _row in model._default_manager.filter(**{field.name: user})
                )


def sent_by_page(client: Client, candidate: int, **more: str) -> str:
    """Send the form of the page; the code of the objection."""
    page = client.get(f"/cong-khai/{candidate}/phan-anh/").content.decode()
    token = re.findall(r'name="token" value="([^"]+)"', page)[0]
    answer = client.post(f"/cong-khai/{candidate}/phan-anh/", WORDS | {"token": token} | more)
    return str(re.findall(r"PA\w{8}", answer.content.decode())[0])


@pytest.mark.parametrize("manner", ["giu-kin", "ky-ten"])
def test_no_row_but_the_sealed_one_tells_who_objected(
    cast: Cast, objector: User, manner: str, caplog: pytest.LogCaptureFixture, settings: Settings
) -> None:
    settings.DEBUG = False
    candidate = candidate_of(opened(cast))
    client = signed_in(objector)
    before, pointed = rows(), sorted(pointing_at(objector))
    caplog.set_level(logging.DEBUG)

    with time_machine.travel(NOW, tick=False):
        code = sent_by_page(client, candidate.pk, manner=manner)
    made = Objection.objects.get(code=code)
    settle(handling.take_up(objection=made, by=cast.officer, at=NOW), cast.officer)
    identity.read(objection=made, by=cast.officer, at=NOW)

    new = {table: lines - before[table] for table, lines in rows().items() if table != "django_session"}
    written = "\n".join(line for lines in new.values() for line in lines)
    assert [word for word in told_of(objector) if word in written] == []
    assert sorted(pointing_at(objector)) == pointed
    assert [word for word in told_of(objector) if word in caplog.text] == []


def told_of(user: User) -> list[str]:
    return [NAME, user.username, user.email, "CB9"]


def test_the_search_through_the_rows_would_find_a_name(cast: Cast, objector: User) -> None:
    before, pointed = rows(), sorted(pointing_at(objector))

    tell(users=[objector], key="thu", text=f"Cảm ơn {NAME}", at=NOW)

    new = "\n".join(line for table, lines in rows().items() for line in lines - before[table])
    assert [word for word in told_of(objector) if word in new] == [NAME]
    assert [one for one in pointing_at(objector) if one not in pointed] == ["Notice.user"]


def test_nobody_is_said_to_have_done_it(cast: Cast, objector: User) -> None:
    objection(candidate_of(opened(cast)), objector, is_confidential=False)

    event = Event.objects.get(deed="objection_received")
    assert (event.by, sorted(event.details)) == (None, ["due", "nomination", "owner", "subject"])


@pytest.mark.parametrize("address", LINKS)
def test_no_file_that_is_taken_out_names_the_objector(cast: Cast, objector: User, address: str) -> None:
    made = objection(candidate_of(opened(cast)), objector, is_confidential=False)
    settle(handling.take_up(objection=made, by=cast.officer, at=NOW), cast.officer)
    identity.read(objection=made, by=cast.officer, at=NOW)
    reader = cast.administrator if address.startswith("/quan-tri/") else cast.officer

    with time_machine.travel(NOW, tick=False):
        answer = signed_in(reader).get(address)

    text = unpacked(b"".join(answer) if answer.streaming else answer.content)
    assert answer.status_code == 200
    assert [word for word in (NAME, objector.username, objector.email) if word in text] == []


def unpacked(content: bytes) -> str:
    if not content.startswith(b"PK"):
        return content.decode()
    with ZipFile(BytesIO(content)) as book:
        return "\n".join(book.read(name).decode() for name in book.namelist())


def test_no_message_names_the_objector(cast: Cast, objector: User, settings: Settings) -> None:
    settings.MAIL_IS_SET = True
    made = objection(candidate_of(opened(cast)), objector)
    settle(handling.take_up(objection=made, by=cast.officer, at=NOW), cast.officer)

    send_digests(at=NOW)

    letters = "\n".join(f"{letter.to} {letter.subject} {letter.body}" for letter in mail.outbox)
    assert [word for word in told_of(objector) if word in letters] == []


def test_the_officer_in_charge_reads_it_and_the_log_says_so_without_the_name(cast: Cast, objector: User) -> None:
    made = objection(candidate_of(opened(cast)), objector)
    handling.take_up(objection=made, by=cast.officer, at=NOW)

    read = identity.read(objection=made, by=cast.officer, at=NOW)

    event = Event.objects.latest("id")
    assert read == Objector(NAME, objector.email, objector.username)
    assert (event.deed, event.target, event.details, event.by) == (
        "objector_read",
        f"objection:{made.code}",
        {},
        cast.officer,
    )


def test_the_sealed_name_is_found_in_no_plain_form_and_of_no_telling_length(cast: Cast, objector: User) -> None:
    candidate = candidate_of(opened(cast))
    lengths = {
        len(ObjectorIdentity.objects.get(objection=objection(candidate, by)).sealed)
        for by in (objector, cast.deputy, cast.head)
    }

    assert len(lengths) == 1


def test_before_it_is_taken_up_nobody_reads_it(cast: Cast) -> None:
    made = objection_at(ObjectionStage.RECEIVED, cast)

    with pytest.raises(NotTakenUp):
        identity.read(objection=made, by=cast.officer, at=NOW)


@pytest.mark.parametrize("who", ["head", "other_head", "deputy", "staff", "administrator", "stranger"])
def test_nobody_without_the_right_reads_it(cast: Cast, who: str) -> None:
    made = objection_at(ObjectionStage.IN_HAND, cast)

    with pytest.raises(NotAllowed):
        identity.read(objection=made, by=getattr(cast, who), at=NOW)


def test_another_officer_does_not_read_it_and_leaves_no_trace(cast: Cast) -> None:
    made = objection_at(ObjectionStage.IN_HAND, cast)
    events = Event.objects.count()

    with pytest.raises(InOtherHands):
        identity.read(objection=made, by=second_officer(), at=NOW)

    assert Event.objects.count() == events


def test_once_handed_over_the_one_before_reads_it_no_more(cast: Cast) -> None:
    made = objection_at(ObjectionStage.IN_HAND, cast)
    other = second_officer()
    handling.hand_over(objection=made, to=other, by=cast.officer, at=NOW)
    handling.take_up(objection=made, by=other, at=NOW)

    with pytest.raises(InOtherHands):
        identity.read(objection=made, by=cast.officer, at=NOW)
    assert identity.read(objection=made, by=other, at=NOW).account == "mai"


def test_somebody_outside_who_says_nothing_is_known_by_nothing(cast: Cast) -> None:
    made = objection(candidate_of(opened(cast, "public"), 0), cast.deputy)
    ObjectorIdentity.objects.all().delete()
    handling.take_up(objection=made, by=cast.officer, at=NOW)

    with pytest.raises(NobodyKnown):
        identity.read(objection=made, by=cast.officer, at=NOW)


def test_the_seal_still_opens_after_the_secret_was_changed(cast: Cast, settings: Settings) -> None:
    made = objection_at(ObjectionStage.IN_HAND, cast)
    settings.SECRET_KEY_FALLBACKS = [settings.SECRET_KEY]
    settings.SECRET_KEY = "mot-khoa-moi-cho-lan-kiem-thu-nay-du-dai-de-dung"

    assert identity.read(objection=made, by=cast.officer, at=NOW).account == "mai"
    assert [one.pk for one in sent_by(cast.deputy)] == [made.pk]


@pytest.mark.parametrize(("days", "forgotten"), [(364, 0), (365, 1)])
def test_once_settled_for_long_it_is_forgotten(cast: Cast, days: int, forgotten: int) -> None:
    settled = objection_at(ObjectionStage.SETTLED, cast)
    still_open = objection(settled.candidate, cast.head)

    with time_machine.travel(NOW + timedelta(days=days), tick=False):
        assert look_after_objections.call() == [0, forgotten]

    left = set(ObjectorIdentity.objects.values_list("objection", flat=True))
    assert left == ({still_open.pk} if forgotten else {settled.pk, still_open.pk})
    assert Event.objects.filter(deed="objectors_forgotten", details={"count": 1}).count() == forgotten


def test_ones_own_objections_are_found_by_oneself_only(cast: Cast) -> None:
    made = objection_at(ObjectionStage.RECEIVED, cast)

    found = {user.username: [one.pk for one in sent_by(user)] for user in (cast.deputy, cast.officer, cast.head)}

    assert found == {"mai": [made.pk], "hanh": [], "khoa": []}
