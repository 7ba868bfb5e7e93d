"""Accounts are opened, changed and closed by actions, each leaving one event; somebody always administers."""

from typing import Any

import pytest
from axes.models import AccessAttempt
from django.db import IntegrityError

from lantoa.accounts import actions
from lantoa.accounts.models import RoleGrant, User
from lantoa.accounts.queries import accounts, actor_of
from lantoa.audit.models import Event
from lantoa.audit.queries import verify_chain
from lantoa.domain.authority import Role
from tests import cast as people
from tests.cast import NOW, Cast


def last_event() -> tuple[str, str, Any]:
    event = Event.objects.latest("id")
    return event.deed, event.target, event.details


def test_a_new_account_has_no_password_yet(cast: Cast) -> None:
    user = actions.open_account(
        username="Binh.LT", full_name=" Lê  Thanh Bình ", email="Binh@songlam.example", by=cast.administrator, at=NOW
    )

    assert (user.username, str(user), user.email, user.has_usable_password()) == (
        "binh.lt",
        "Lê Thanh Bình",
        "binh@songlam.example",
        False,
    )


def test_opening_an_account_leaves_an_event(cast: Cast) -> None:
    actions.open_account(username="binh", full_name="Lê Thanh Bình", by=cast.administrator, at=NOW)

    assert last_event() == ("open_account", "account:binh", {"name": "Lê Thanh Bình", "email": "", "person": None})


def test_an_account_is_found_without_accents(cast: Cast) -> None:
    user = actions.open_account(username="binh", full_name="Lê Thanh Bình", by=None, at=NOW)

    assert list(accounts(words="thanh  BINH")) == [user]


def test_editing_an_account_tells_before_and_after(cast: Cast) -> None:
    user = actions.open_account(username="binh", full_name="Lê Bình", by=None, at=NOW)

    actions.edit_account(user=user, full_name="Lê Thanh Bình", email="", person_id=None, by=cast.administrator, at=NOW)

    assert last_event()[2] == {"before": ["Lê Bình", "", None], "after": ["Lê Thanh Bình", "", None]}


def test_a_role_counts_from_the_moment_it_is_given(cast: Cast) -> None:
    before = actor_of(cast.deputy).units

    actions.grant_role(user=cast.deputy, role=Role.HEAD, unit_id=cast.office.pk, by=cast.administrator, at=NOW)

    assert (before, actor_of(cast.deputy).units) == (frozenset(), frozenset({"PDT"}))


def test_giving_a_role_leaves_an_event_with_the_unit(cast: Cast) -> None:
    actions.grant_role(user=cast.deputy, role=Role.HEAD, unit_id=cast.office.pk, by=cast.administrator, at=NOW)

    assert last_event() == ("grant_role", "account:mai", {"role": "head", "unit": "PDT"})


def test_a_role_is_not_given_twice(cast: Cast) -> None:
    with pytest.raises(actions.RoleHeld):
        actions.grant_role(user=cast.staff, role=Role.STAFF, by=cast.administrator, at=NOW)


def test_the_database_refuses_a_head_without_a_unit(cast: Cast) -> None:
    with pytest.raises(IntegrityError):
        actions.grant_role(user=cast.staff, role=Role.HEAD, by=cast.administrator, at=NOW)


def test_a_role_taken_back_counts_no_more(cast: Cast) -> None:
    actor_of(cast.head)

    actions.withdraw_role(grant=cast.head.grants.get(role="head"), by=cast.administrator, at=NOW)

    assert actor_of(User.objects.get(pk=cast.head.pk)).roles == {Role.STAFF}


def test_the_last_administrator_keeps_the_role(cast: Cast) -> None:
    with pytest.raises(actions.NobodyWouldAdminister):
        actions.withdraw_role(grant=cast.administrator.grants.get(), by=cast.administrator, at=NOW)

    assert RoleGrant.objects.filter(role="administrator").count() == 1


def test_an_administrator_may_go_when_another_stays(cast: Cast) -> None:
    people.account("quantri2", Role.ADMINISTRATOR)

    actions.withdraw_role(grant=cast.administrator.grants.get(), by=cast.administrator, at=NOW)

    assert list(RoleGrant.objects.filter(role="administrator").values_list("user__username", flat=True)) == ["quantri2"]


def test_a_closed_administrator_does_not_count_as_another(cast: Cast) -> None:
    other = people.account("quantri2", Role.ADMINISTRATOR)
    actions.close_account(user=other, by=cast.administrator, at=NOW)

    with pytest.raises(actions.NobodyWouldAdminister):
        actions.withdraw_role(grant=cast.administrator.grants.get(), by=other, at=NOW)


def test_nobody_closes_the_own_account(cast: Cast) -> None:
    with pytest.raises(actions.OwnAccount):
        actions.close_account(user=cast.administrator, by=cast.administrator, at=NOW)


def test_a_closed_account_can_be_opened_again(cast: Cast) -> None:
    actions.close_account(user=cast.staff, by=cast.administrator, at=NOW)
    actions.reopen_account(user=cast.staff, by=cast.administrator, at=NOW)

    assert (User.objects.get(pk=cast.staff.pk).is_active, last_event()[0]) == (True, "reopen_account")


def test_a_new_password_is_nowhere_in_the_log(cast: Cast) -> None:
    actions.change_password(user=cast.staff, password="ba-con-song-lam", by=cast.staff, at=NOW)

    assert last_event() == ("change_password", "account:an", {})


def test_an_account_for_show_is_one_no_longer_with_a_password_of_its_own(cast: Cast) -> None:
    user = actions.open_account(username="vienchuc", full_name="Viên chức", is_demo=True, by=None, at=NOW)

    actions.change_password(user=user, password="ba-con-song-lam", by=user, at=NOW)

    assert not User.objects.get(pk=user.pk).is_demo


def test_unlocking_forgets_the_failures_of_that_name_only(cast: Cast) -> None:
    for name in ("an", "binh"):
        AccessAttempt.objects.create(username=name, ip_address="203.0.113.7", failures_since_start=5)

    actions.unlock(user=cast.staff, by=cast.administrator, at=NOW)

    assert list(AccessAttempt.objects.values_list("username", flat=True)) == ["binh"]


def test_everything_done_to_accounts_makes_one_whole_chain(cast: Cast) -> None:
    user = actions.open_account(username="binh", full_name="Lê Bình", by=cast.administrator, at=NOW)
    actions.rename(user=user, full_name="Lê Thanh Bình", by=user, at=NOW)
    actions.make_password_link(user=user, by=cast.administrator, at=NOW)

    assert (verify_chain().length, verify_chain().broken) == (3, None)
