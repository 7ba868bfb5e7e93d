"""The actor of a user: roles, the units under a head's grants, the own record."""

import pytest
from django.contrib.auth.models import AnonymousUser
from pytest_django import DjangoAssertNumQueries

from lantoa.accounts.models import RoleGrant, User
from lantoa.accounts.queries import actor_of, scope_of
from lantoa.domain.authority import Actor, Deed, Role, Scope
from tests import cast as people
from tests.cast import Cast


def test_a_head_has_the_own_units_and_those_under_them(cast: Cast) -> None:
    assert actor_of(cast.head) == Actor(frozenset({Role.HEAD, Role.STAFF}), frozenset({"KL", "BM"}), "CB2")


def test_the_head_of_an_office_does_not_have_the_faculty(cast: Cast) -> None:
    assert actor_of(cast.other_head).units == frozenset({"PDT"})


def test_a_unit_put_under_another_today_is_within_reach_of_its_head(cast: Cast) -> None:
    people.unit("TTTV", "Trung tâm Tư vấn pháp luật", under=cast.division)

    assert actor_of(cast.head).units == frozenset({"KL", "BM", "TTTV"})


def test_who_heads_two_units_has_both(cast: Cast) -> None:
    RoleGrant.objects.create(user=cast.head, role=Role.HEAD.value, unit=cast.office)

    assert actor_of(cast.head).units == frozenset({"KL", "BM", "PDT"})


def test_a_member_of_staff_has_the_own_code_and_no_unit(cast: Cast) -> None:
    assert actor_of(cast.staff) == Actor(frozenset({Role.STAFF}), frozenset(), "CB5")


def test_an_account_without_role_or_record_is_nobody(cast: Cast) -> None:
    assert actor_of(cast.stranger) == Actor(frozenset())


@pytest.mark.django_db
def test_who_has_not_signed_in_is_nobody() -> None:
    assert actor_of(AnonymousUser()) == Actor(frozenset())


def test_a_closed_account_is_nobody(cast: Cast) -> None:
    cast.officer.is_active = False

    assert actor_of(cast.officer) == Actor(frozenset())


def test_the_actor_is_looked_up_once_a_request(cast: Cast, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    user = User.objects.get(pk=cast.head.pk)

    with django_assert_num_queries(2):
        actor_of(user)
        actor_of(user)


def test_a_list_of_a_head_reaches_the_units_and_oneself(cast: Cast) -> None:
    assert scope_of(cast.head, Deed.SEE_SANCTIONS) == Scope(units=frozenset({"KL", "BM"}), person="CB2")


def test_a_list_of_an_administrator_reaches_no_sanctions(cast: Cast) -> None:
    assert scope_of(cast.administrator, Deed.SEE_SANCTIONS) == Scope()
