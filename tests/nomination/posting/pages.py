"""What the tests of these pages share: opening, sending, reading, and three candidates on a list."""

import re
from datetime import timedelta

import time_machine
from django.http import HttpResponse
from django.test import Client

from lantoa.nomination.forms.posting import ObjectionForm
from lantoa.nomination.models import Consent, Nomination, Posting
from tests.cast import NOW, Cast
from tests.nomination.posting.made import (
    TEXT,
    opened,
    verified,
)

DATES = {"audience": "inside", "starts": "15/01/2026", "ends": "22/01/2026", "note": "Mời mọi người đọc."}
WORDS = {"text": TEXT, "evidence": "", "manner": "giu-kin"}


def text_of(answer: HttpResponse) -> str:
    return answer.content.decode()


def get(client: Client, address: str) -> HttpResponse:
    return client.get(address)  # type: ignore[return-value]


def post(client: Client, address: str, **words: object) -> HttpResponse:
    return client.post(address, words)  # type: ignore[return-value]


def names_on(answer: HttpResponse) -> list[str]:
    """The candidates of the list, or the rounds of the table, in their order."""
    return re.findall(r'(?:<tr><th scope="row"><a[^>]*>|<li class="stack tight">\s*<h2>)([^<]+)', text_of(answer))


def token(*, before: int = 60) -> str:
    """Of a form that was opened so many seconds ago."""
    with time_machine.travel(NOW + timedelta(minutes=5, seconds=-before), tick=False):
        return str(ObjectionForm().initial["token"])


def consented(nomination: Nomination, *answers: bool) -> None:
    for place, answer in enumerate(answers):
        at = NOW + timedelta(minutes=place)
        Consent.objects.create(nomination=nomination, is_given=answer, by=nomination.made_by, at=at)


def three_posted(cast: Cast, audience: str = "inside") -> Posting:
    for who in (cast.lecturer, cast.division, cast.faculty):
        verified(cast, who)
    return opened(cast, audience)
