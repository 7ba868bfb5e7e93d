"""From the asker to the unit and back: what was flagged can be written, everything else stays as it was sent."""

from collections.abc import Callable
from datetime import date

import pytest

from lantoa.accounts.models import User
from lantoa.nomination.actions import evidence, initiatives, sending, statements, writing
from lantoa.nomination.actions.refusals import NotOpen
from lantoa.nomination.actions.verification.returning import send_back
from lantoa.nomination.models import CorrectionRequest, Nomination
from lantoa.nomination.queries.verification import desk
from lantoa.nomination.queries.verification.desk import Asked
from lantoa.nomination.queries.verification.said import Flag
from lantoa.notice.models import Notice
from tests.cast import NOW, Cast, signed_in
from tests.nomination.verification.conftest import TODAY, MakeNomination, say

Write = Callable[[Nomination, User], object]
ALL = ("report", "facts", "statements", "evidence:G3", "evidence:G1")


def write_report(nomination: Nomination, by: User) -> object:
    return writing.write(nomination=nomination, text="Viết lại", seen=nomination.version, by=by, at=NOW)


def choose_initiatives(nomination: Nomination, by: User) -> object:
    return initiatives.choose(nomination=nomination, chosen={}, by=by, at=NOW)


def add_statement(nomination: Nomination, by: User) -> object:
    said = {"name": "Vũ Thị Lan", "position": "Giảng viên", "text": "Rất xứng đáng"}
    return statements.add(nomination=nomination, **said, by=by, at=NOW)


def attach(criterion: str) -> Write:
    def attach_to(nomination: Nomination, by: User) -> object:
        shown = {"criterion": criterion, "shows": "Quyết định", "file": None, "link": "https://songlam.example/qd"}
        return evidence.attach(nomination=nomination, **shown, by=by, at=NOW)  # type: ignore[arg-type]

    return attach_to


DEEDS: dict[str, Write] = {
    "report": write_report,
    "facts": choose_initiatives,
    "statements": add_statement,
    "evidence:G3": attach("G3"),
    "evidence:G1": attach("G1"),
}


def returned(nomination: Nomination, by: User, *parts: str) -> None:
    flags = [Flag(*part.split(":")) for part in parts]
    send_back(nomination=nomination, office="", flags=flags, text="Bổ sung", due_on=TODAY, by=by, at=NOW)
    nomination.refresh_from_db()


@pytest.mark.parametrize("flagged", ALL)
@pytest.mark.parametrize("written", ALL)
def test_only_what_was_flagged_is_written(cast: Cast, nomination: Nomination, flagged: str, written: str) -> None:
    returned(nomination, cast.officer, flagged)

    if flagged == written:
        DEEDS[written](nomination, cast.head)
    else:
        with pytest.raises(NotOpen):
            DEEDS[written](nomination, cast.head)


@pytest.mark.parametrize(
    ("flagged", "address"),
    [("facts", "/de-cu/{}/sang-kien/"), ("evidence:G3", "/de-cu/{}/minh-chung/"), ("statements", "/de-cu/{}/y-kien/")],
)
def test_the_page_of_the_unit_leads_to_what_was_flagged(
    cast: Cast, nomination: Nomination, flagged: str, address: str
) -> None:
    returned(nomination, cast.officer, flagged)

    page = signed_in(cast.head).get(f"/de-cu/{nomination.pk}/").content.decode()

    others = {"/de-cu/{}/sang-kien/", "/de-cu/{}/minh-chung/", "/de-cu/{}/y-kien/"} - {address}
    assert f'"{address.format(nomination.pk)}"' in page
    assert [f'"{other.format(nomination.pk)}"' in page for other in others] == [False, False]


def test_sent_again_it_comes_back_to_the_askers_desk(
    cast: Cast, make_nomination: MakeNomination, speakers: dict[str, User]
) -> None:
    nomination, science = make_nomination(), speakers["science"]
    say(nomination, "science", science, "cannot_say")
    asked = {"flags": [Flag("report")], "text": "Nêu rõ hiệu quả", "due_on": date(2026, 1, 19)}
    send_back(nomination=nomination, office="science", **asked, by=science, at=NOW)  # type: ignore[arg-type]
    nomination.refresh_from_db()
    write_report(nomination, cast.head)

    sent = sending.resend(nomination=nomination, by=cast.head, at=NOW)

    request = CorrectionRequest.objects.get()
    waiting = desk.listed(science, "science", Asked(state="gui-lai"), TODAY)
    assert (sent.stage, request.came_back_by, [one.pk for one in waiting]) == ("sent", cast.head, [nomination.pk])
    assert [one.user for one in Notice.objects.filter(key=f"correction:{request.pk}:back")] == [science]
