"""A round of thousands, measured from within: hundreds of dossiers sent in the last minute, and the list of all."""

from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from queue import SimpleQueue
from time import perf_counter, sleep
from typing import Any

import numpy as np
from django.conf import settings
from django.db import close_old_connections, connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from bench.inside_product import officer
from bench.timing import seconds
from lantoa import plans
from lantoa.accounts.models import User
from lantoa.domain.screening import NOT_MET
from lantoa.nomination.models import Attendance, Nomination, Round, Sending, UnitMeeting, UnitVote
from lantoa.register.models import Post
from lantoa.register.queries.screening import screened
from lantoa.server.statics import gather

THREADS, MINUTE = 8, 60.0
EDITION, TIER, YEAR = "nganh-tu-phap-2021-2025", "school-annual", 2025
Answer = dict[str, Any]


def nominations(many: str, sent: str) -> Answer:
    """Seconds of the 95th percentile and of the slowest sending, and what the list costs; the round is made anew."""
    at, by = timezone.now(), officer()
    _clear()
    the_round = _round(by, at)
    people = _people(int(many))
    rows = [_draft(the_round, person, unit, by, at) for person, unit in people]
    made = Nomination.objects.bulk_create(rows, batch_size=500)
    _meet(the_round, people, by, at)
    took = _send([one.pk for one in made[: int(sent)]], by)
    assert Nomination.objects.filter(stage="sent").count() == Sending.objects.count() == len(took)
    return {
        "nominations": len(made),
        "sent": len(took),
        "p95": took[int(len(took) * 0.95)],
        "slowest": took[-1],
        **_pages(the_round, by),
    }


def _send(keys: list[int], by: User) -> list[float]:
    """Every dossier once in a minute, at moments drawn at random and denser towards its end; the waits, shortest first.

    A wait is counted from the moment at which the head presses, whether or not a thread is free by then.
    """
    gather()
    browsers = SimpleQueue[Client]()
    for _thread in range(THREADS):
        browsers.put(_browser(by))
    moments = sorted(MINUTE * np.sqrt(np.random.default_rng(5).random(len(keys))))
    begin = perf_counter() + 1

    def send(place: int) -> float:
        pressed = begin + float(moments[place])
        sleep(max(0.0, pressed - perf_counter()))
        browser = browsers.get()
        answer = browser.post(f"/de-cu/{keys[place]}/gui/")
        took = perf_counter() - pressed
        close_old_connections()  # as every request of the product ends; the test's browser leaves it out
        browsers.put(browser)
        assert answer.status_code == 302, (keys[place], answer.status_code)
        return took

    with ThreadPoolExecutor(THREADS) as pool:
        return sorted(pool.map(send, range(len(keys))))


def _pages(the_round: Round, by: User) -> Answer:
    browser, found = _browser(by), {}
    for name, address in {"list": f"/de-cu/?dot={the_round.pk}", "board": f"/dot-xet/{the_round.pk}/"}.items():
        browser.get(address)
        with CaptureQueriesContext(connection) as captured:
            found[f"{name}_seconds"] = seconds(lambda address=address: browser.get(address))  # type: ignore[misc]
        found[f"{name}_queries"] = len(captured)
    return found


def _browser(user: User) -> Client:
    browser = Client(SERVER_NAME="localhost")
    browser.force_login(user, backend=settings.AUTHENTICATION_BACKENDS[-1])
    return browser


def _clear() -> None:
    for model in (Sending, UnitVote, Attendance, UnitMeeting, Nomination, Round):
        model._default_manager.all().delete()


def _round(by: User, at: datetime) -> Round:
    today = timezone.localdate(at)
    return Round.objects.create(
        edition=EDITION, tier=TIER, year=YEAR, name="Đợt xét", search_key="dot xet", stage="open", send_by=today,
        open_on=today - timedelta(days=30), made_by=by, made_at=at, opened_by=by, opened_at=at,
    )  # fmt: skip


def _people(many: int) -> list[tuple[int, int]]:
    """Persons with their unit, those first whom the records do not deny."""
    plan = plans.load(EDITION)
    found = screened(plan, plan.tier(TIER), YEAR)
    possible = np.not_equal(found.verdicts, NOT_MET) & ~found.on_hold
    posts = dict(Post.objects.filter(until=None).order_by("pk").values_list("person_id", "unit_id"))
    return sorted(posts.items(), key=lambda pair: not possible[pair[0]])[:many]


def _draft(the_round: Round, person: int, unit: int, by: User, at: datetime) -> Nomination:
    return Nomination(
        subject_id=person, round=the_round, edition=EDITION, tier=TIER, year=YEAR, unit_id=unit, made_by=by, made_at=at,
        written_by=by, written_at=at, verdict={"verdict": "unknown", "findings": []}, text="Đã đổi mới. " * 250,
    )  # fmt: skip


def _meet(the_round: Round, people: list[tuple[int, int]], by: User, at: datetime) -> None:
    """One meeting at which everybody nominated was agreed to."""
    meeting = UnitMeeting.objects.create(
        round=the_round, unit_id=people[0][1], stage="held", held_on=timezone.localdate(at), made_by=by, made_at=at,
        signed_by=by, signed_at=at,
    )  # fmt: skip
    Attendance.objects.create(meeting=meeting, person_id=people[0][0])
    votes = [
        UnitVote(meeting=meeting, subject_id=person, votes_for=1, votes_against=0, votes_blank=0)
        for person, _ in people
    ]
    UnitVote.objects.bulk_create(votes, batch_size=500)
