"""What becomes of a tip: every stage against every deed, who hears of it, and that none is ever lost."""

from collections.abc import Callable
from typing import Any

import pytest

from lantoa.accounts.actions import close_account, withdraw_role
from lantoa.accounts.models import RoleGrant, User
from lantoa.audit.models import Event
from lantoa.discovery.actions.refusals import LeftAlready, NoReason
from lantoa.discovery.actions.tips import handling
from lantoa.discovery.actions.tips.refusals import AboutOneself, CannotHandle, NotADuplicate, NotIdentified
from lantoa.discovery.models import Prospect, Tip
from lantoa.discovery.queries.tips.lists import Asked, listed
from lantoa.discovery.queries.tips.owners import handlers, may_handle
from lantoa.domain.authority import Role
from lantoa.domain.calendar import PartialDate
from lantoa.domain.stages import MOVES, TipStage, WrongStage
from lantoa.notice.models import Notice
from lantoa.register.actions.refusals import NotAllowed
from lantoa.register.models import Post
from tests import cast as people
from tests.cast import NOW, Cast
from tests.discovery.tips import tip, tip_at

DEEDS: dict[str, Callable[[Tip, Cast], Any]] = {
    "take_up": lambda made, cast: handling.take_up(tip=made, by=cast.head, at=NOW),
    "hand_over": lambda made, cast: handling.hand_over(tip=made, to=cast.officer, by=cast.head, at=NOW),
    "accept": lambda made, cast: handling.accept(tip=made, answer="Khoa chọn.", by=cast.head, at=NOW),
    "decline": lambda made, cast: handling.decline(tip=made, answer="Chưa rõ kết quả.", by=cast.head, at=NOW),
    "merge": lambda made, cast: handling.merge(tip=made, into=tip(cast.lecturer, cast.officer), by=cast.head, at=NOW),
}
MATRIX = [(stage, deed) for stage in TipStage for deed in MOVES[TipStage]]


def told(user: Any) -> list[str]:
    return list(Notice.objects.filter(user=user).order_by("pk").values_list("text", flat=True))


def frozen() -> list[Any]:
    return [list(model._default_manager.order_by("pk").values()) for model in (Tip, Prospect, Notice, Event)]


@pytest.mark.parametrize(("stage", "deed"), MATRIX)
def test_a_deed_is_done_from_its_stages_and_refused_from_all_others(stage: TipStage, deed: str, cast: Cast) -> None:
    made = tip_at(stage, cast)
    other = tip(cast.lecturer, cast.officer)
    before = frozen()

    if stage in MOVES[TipStage][deed].sources:
        DEEDS[deed](made, cast)
        assert Tip.objects.get(pk=made.pk).stage == MOVES[TipStage][deed].target
    else:
        with pytest.raises(WrongStage, match="hiện đang ở bước"):
            DEEDS[deed](made, cast) if deed != "merge" else handling.merge(tip=made, into=other, by=cast.head, at=NOW)
        assert frozen() == before


@pytest.mark.parametrize("deed", DEEDS)
def test_a_head_of_another_unit_does_nothing_to_it(deed: str, cast: Cast) -> None:
    made = tip_at(TipStage.RECEIVED, cast)
    stranger = type("Scene", (), {**vars(cast), "head": cast.other_head})()

    with pytest.raises(NotAllowed, match="trong phạm vi đơn vị mình phụ trách"):
        DEEDS[deed](made, stranger)


def test_whoever_takes_it_up_owns_it(cast: Cast) -> None:
    made = tip(cast.lecturer, cast.deputy)

    handling.take_up(tip=made, by=cast.officer, at=NOW)

    assert Tip.objects.get(pk=made.pk).owner == cast.officer


def test_a_chosen_tip_makes_a_prospect_with_its_story(cast: Cast) -> None:
    made = tip_at(TipStage.IN_HAND, cast)

    prospect = handling.accept(tip=made, answer="Khoa chọn.", by=cast.head, at=NOW)

    assert (prospect.subject, prospect.origin, prospect.tip, prospect.stage, prospect.found_by) == (
        cast.lecturer.subject,
        "tip",
        made,
        "found",
        cast.head,
    )
    assert prospect.grounds == f"{made.done}\n{made.changed}"


def test_the_tipster_hears_that_it_was_chosen(cast: Cast) -> None:
    tip_at(TipStage.ACCEPTED, cast)

    assert told(cast.deputy) == ["Phát hiện của bạn về Lê Thanh Bình đã được chọn: Khoa chọn."]


def test_the_tipster_hears_why_it_was_not_chosen(cast: Cast) -> None:
    tip_at(TipStage.DECLINED, cast)

    assert told(cast.deputy) == ["Phát hiện của bạn về Lê Thanh Bình lần này chưa được chọn: Cần thêm kết quả."]


def test_nobody_is_answered_with_nothing(cast: Cast) -> None:
    with pytest.raises(NoReason):
        handling.decline(tip=tip_at(TipStage.IN_HAND, cast), answer=" ", by=cast.head, at=NOW)


def test_who_is_followed_already_stays_one_prospect(cast: Cast) -> None:
    first = handling.accept(tip=tip_at(TipStage.IN_HAND, cast), answer="Khoa chọn.", by=cast.head, at=NOW)

    again = handling.accept(tip=tip_at(TipStage.IN_HAND, cast), answer="Đang theo dõi.", by=cast.head, at=NOW)

    assert (again, Prospect.objects.count()) == (first, 1)


def test_a_stranger_is_identified_before_being_chosen(cast: Cast) -> None:
    made = handling.take_up(tip=tip("thầy Bình dạy dân sự", cast.staff), by=cast.officer, at=NOW)
    with pytest.raises(NotIdentified):
        handling.accept(tip=made, answer="Chọn.", by=cast.officer, at=NOW)

    handling.identify(tip=made, subject=cast.lecturer.subject, by=cast.officer, at=NOW)

    assert handling.accept(tip=made, answer="Chọn.", by=cast.officer, at=NOW).subject == cast.lecturer.subject


def test_once_identified_a_new_tip_goes_to_the_head(cast: Cast) -> None:
    made = tip("thầy Bình dạy dân sự", cast.staff)

    handling.identify(tip=made, subject=cast.lecturer.subject, by=cast.officer, at=NOW)

    made.refresh_from_db()
    assert (made.owner, made.unit) == (cast.head, cast.division)


def test_a_tip_turning_out_to_be_about_its_sender_is_not_so_identified(cast: Cast) -> None:
    assert cast.staff.person

    with pytest.raises(AboutOneself):
        handling.identify(tip=tip("thầy An", cast.staff), subject=cast.staff.person.subject, by=cast.officer, at=NOW)


def test_an_answered_tip_is_about_whom_it_was(cast: Cast) -> None:
    with pytest.raises(WrongStage, match="Chỉ ghi rõ người được phát hiện được khi"):
        handling.identify(tip=tip_at(TipStage.DECLINED, cast), subject=cast.lecturer.subject, by=cast.officer, at=NOW)


def test_who_has_left_is_not_made_a_prospect(cast: Cast) -> None:
    made = tip_at(TipStage.IN_HAND, cast)
    Post.objects.filter(person=cast.lecturer).update(until=PartialDate.read("31/12/2025").last_day)

    with pytest.raises(LeftAlready):
        handling.accept(tip=made, answer="Chọn.", by=cast.officer, at=NOW)

    assert Tip.objects.get(pk=made.pk).stage == "in_hand"


def test_handing_over_tells_the_new_owner_and_the_clock_goes_on(cast: Cast) -> None:
    made = tip(cast.lecturer, cast.deputy)

    handling.hand_over(tip=made, to=cast.officer, by=cast.head, at=NOW)

    now = Tip.objects.get(pk=made.pk)
    assert (now.owner, now.due) == (cast.officer, made.due)
    assert told(cast.officer) == ["Có phát hiện về Lê Thanh Bình chờ bạn xem xét, hạn trả lời 29/01/2026."]


@pytest.mark.parametrize("name", ["staff", "other_head", "administrator", "stranger"])
def test_it_is_handed_only_to_who_may_handle_it(name: str, cast: Cast) -> None:
    with pytest.raises(CannotHandle):
        handling.hand_over(tip=tip(cast.lecturer, cast.deputy), to=getattr(cast, name), by=cast.head, at=NOW)


def test_it_is_offered_to_exactly_those_who_may_handle_it(cast: Cast) -> None:
    people.account("truongbomon", heads=[cast.division])
    for about in (cast.lecturer, cast.division, cast.faculty, "Chị lao công"):
        made = tip(about, cast.deputy)
        able = {user for user in User.objects.all() if may_handle(user, made, NOW.date())}

        assert set(handlers(made, NOW.date())) == able - {made.owner}


def test_merged_tips_are_answered_together(cast: Cast) -> None:
    first, second, third = (tip(cast.lecturer, by) for by in (cast.deputy, cast.other_head, cast.officer))
    handling.merge(tip=third, into=second, by=cast.head, at=NOW)
    handling.merge(tip=second, into=first, by=cast.head, at=NOW)

    handling.accept(tip=handling.take_up(tip=first, by=cast.head, at=NOW), answer="Chọn.", by=cast.head, at=NOW)

    answer = "Phát hiện của bạn về Lê Thanh Bình đã được chọn: Chọn."
    assert [told(by)[-1] for by in (cast.deputy, cast.other_head, cast.officer)] == [answer] * 3


def test_merged_into_an_answered_tip_the_tipster_hears_its_answer_at_once(cast: Cast) -> None:
    answered = tip_at(TipStage.DECLINED, cast)

    handling.merge(tip=tip(cast.lecturer, cast.other_head), into=answered, by=cast.head, at=NOW)

    assert told(cast.other_head) == [
        "Phát hiện của bạn về Lê Thanh Bình trùng với một phát hiện khác nên đã gộp làm một; bạn sẽ nhận cùng trả lời.",
        "Phát hiện của bạn về Lê Thanh Bình lần này chưa được chọn: Cần thêm kết quả.",
    ]


def test_a_tip_is_not_merged_into_itself_or_into_one_that_is_merged(cast: Cast) -> None:
    made, merged = tip(cast.lecturer, cast.deputy), tip_at(TipStage.MERGED, cast)

    with pytest.raises(NotADuplicate):
        handling.merge(tip=made, into=made, by=cast.head, at=NOW)
    with pytest.raises(NotADuplicate):
        handling.merge(tip=made, into=merged, by=cast.head, at=NOW)


def test_a_closed_accounts_tips_are_the_officers_at_once_and_for_good_the_next_day(cast: Cast) -> None:
    made = tip(cast.lecturer, cast.deputy)
    close_account(user=cast.head, by=cast.administrator, at=NOW)

    assert list(listed(cast.officer, Asked(is_mine=True), NOW.date())) == [made]

    assert [fallen.pk for fallen in handling.fall_back(at=NOW)] == [made.pk]
    assert Tip.objects.get(pk=made.pk).owner == cast.officer
    assert told(cast.officer) == ["Có phát hiện về Lê Thanh Bình chờ bạn xem xét, hạn trả lời 29/01/2026."]
    last = Event.objects.order_by("-pk")[0]
    assert (last.deed, last.by, last.details["from"]) == ("tip_fell_back", None, "khoa")


def test_a_head_who_is_head_no_more_or_has_left_keeps_no_tip(cast: Cast) -> None:
    tip(cast.lecturer, cast.deputy)
    second = tip(cast.deputy.person, cast.staff) if cast.deputy.person else None
    withdraw_role(grant=RoleGrant.objects.get(user=cast.head, role=Role.HEAD.value), by=cast.administrator, at=NOW)
    Post.objects.filter(person=cast.other_head.person).update(until=PartialDate.read("31/12/2025").last_day)

    handling.fall_back(at=NOW)

    assert second
    assert set(Tip.objects.values_list("owner__username", flat=True)) == {"hanh"}


def test_tips_that_are_in_good_hands_stay_there(cast: Cast) -> None:
    tip(cast.lecturer, cast.deputy)

    assert handling.fall_back(at=NOW) == []


def test_without_an_officer_a_tip_waits_for_one_and_is_not_lost(cast: Cast) -> None:
    RoleGrant.objects.filter(role=Role.OFFICER.value).delete()
    made = tip("Chị lao công", cast.staff)
    assert handling.fall_back(at=NOW) == []

    newcomer = people.account("thu", Role.OFFICER)

    assert [fallen.pk for fallen in handling.fall_back(at=NOW)] == [made.pk]
    assert Tip.objects.get(pk=made.pk).owner == newcomer
