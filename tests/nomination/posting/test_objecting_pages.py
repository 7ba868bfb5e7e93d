"""Objecting on a page, inside and outside; and reading the answer by its code."""

import re

import pytest
import time_machine
from django.http import HttpResponse
from django.test import Client

from lantoa.discovery.models import Place
from lantoa.domain.authority import Role
from lantoa.domain.stages import ObjectionStage
from lantoa.nomination.models import Objection, ObjectorIdentity, PostedCandidate
from tests import cast as school
from tests.cast import Cast, signed_in
from tests.nomination.posting.made import (
    AFTER,
    FINDINGS,
    TEXT,
    candidate_of,
    objection_at,
    opened,
)
from tests.nomination.posting.pages import (
    WORDS,
    get,
    post,
    text_of,
    three_posted,
    token,
)

pytestmark = pytest.mark.usefixtures("first_day")


def test_a_colleague_objects_and_gets_a_code(cast: Cast) -> None:
    candidate = candidate_of(opened(cast))
    client = signed_in(cast.deputy)

    answer = post(client, f"/cong-khai/{candidate.pk}/phan-anh/", **WORDS, token=token())

    made = Objection.objects.get()
    assert (answer.status_code, made.code in text_of(answer), made.text, made.is_confidential) == (
        200,
        True,
        TEXT,
        True,
    )


def test_pressed_twice_it_is_one_objection(cast: Cast) -> None:
    candidate = candidate_of(opened(cast))
    words = WORDS | {"token": token()}

    codes = [
        re.findall(r"PA\w{8}", text_of(post(signed_in(cast.deputy), f"/cong-khai/{candidate.pk}/phan-anh/", **words)))[
            0
        ]
        for _press in range(2)
    ]

    assert (codes[0], Objection.objects.count()) == (codes[1], 1)


def test_without_words_nothing_is_sent(cast: Cast) -> None:
    candidate = candidate_of(opened(cast))

    answer = post(signed_in(cast.deputy), f"/cong-khai/{candidate.pk}/phan-anh/", manner="giu-kin", token=token())

    assert (answer.status_code, Objection.objects.count()) == (422, 0)


def test_ones_own_candidature_is_not_objected_to(cast: Cast) -> None:
    candidate = candidate_of(opened(cast))
    himself = school.account("binh", Role.STAFF, of=cast.lecturer)

    answer = post(signed_in(himself), f"/cong-khai/{candidate.pk}/phan-anh/", **WORDS, token=token())

    assert (answer.status_code, "hồ sơ của chính bạn" in text_of(answer)) == (422, True)


def test_after_the_last_day_the_form_says_so(cast: Cast) -> None:
    candidate = candidate_of(opened(cast))
    with time_machine.travel(AFTER, tick=False):
        answer = signed_in(cast.deputy).get(f"/cong-khai/{candidate.pk}/phan-anh/")

    assert answer.status_code == 410


def outside(candidate: PostedCandidate, **words: str) -> HttpResponse:
    given = {**WORDS, "token": token(), "name": "", "contact": "", "website": ""} | words
    return post(Client(), f"/cong-khai/{candidate.pk}/phan-anh/", **given)


def public_unit(cast: Cast) -> PostedCandidate:
    three_posted(cast, "public")
    return PostedCandidate.objects.get(nomination__subject=cast.division.subject)


def test_somebody_outside_objects_without_a_name(cast: Cast) -> None:
    answer = outside(public_unit(cast))

    assert (answer.status_code, ObjectorIdentity.objects.count(), Place.objects.count()) == (200, 0, 1)


def test_somebody_outside_who_signs_says_who_they_are(cast: Cast) -> None:
    candidate = public_unit(cast)

    refused = outside(candidate, manner="ky-ten")
    taken = outside(candidate, manner="ky-ten", name="Mai Văn Út", contact="0900000456")

    assert (refused.status_code, taken.status_code, ObjectorIdentity.objects.count()) == (422, 200, 1)


def test_outside_nobody_objects_to_whom_they_may_not_read_about(cast: Cast) -> None:
    three_posted(cast, "public")
    person = PostedCandidate.objects.get(nomination__subject=cast.lecturer.subject)

    assert outside(person).status_code == 404


@pytest.mark.parametrize("words", [{"website": "x"}, {"text": "http://a http://b http://c"}, {"token": token.__name__}])
def test_what_machines_send_is_held_off(cast: Cast, words: dict[str, str]) -> None:
    assert (outside(public_unit(cast), **words).status_code, Objection.objects.count()) == (422, 0)


def test_one_address_has_a_few_places_an_hour(cast: Cast) -> None:
    candidate = public_unit(cast)

    answers = [outside(candidate).status_code for _turn in range(6)]

    assert answers == [200] * 5 + [429]


def test_the_answer_is_read_by_its_code_without_names(cast: Cast) -> None:
    made = objection_at(ObjectionStage.SETTLED, cast)

    answer = text_of(post(Client(), "/cong-khai/tra-cuu/", code=f" {made.code.lower()} "))
    wrong = post(Client(), "/cong-khai/tra-cuu/", code="PA0")

    assert ("phản ánh không đúng" in answer, "Cảm ơn bạn." in answer) == (True, True)
    assert [word for word in ("Lê Thanh Bình", TEXT, FINDINGS, str(cast.officer)) if word in answer] == []
    assert wrong.status_code == 422


def test_ones_own_objections_are_on_ones_own_page_only(cast: Cast) -> None:
    made = objection_at(ObjectionStage.RECEIVED, cast)

    pages = [text_of(get(signed_in(user), "/cong-khai/da-gui/")) for user in (cast.deputy, cast.head)]

    assert [made.code in page for page in pages] == [True, False]
