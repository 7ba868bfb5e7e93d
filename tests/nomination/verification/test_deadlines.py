"""What verification asks of whom by when, and who hears that a hold has ended."""

from datetime import date, timedelta

from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from lantoa.accounts.models import User
from lantoa.domain.stages import NominationStage
from lantoa.nomination.actions.verification.holding import tell_lifted
from lantoa.nomination.actions.verification.returning import send_back
from lantoa.nomination.models import Nomination, Round
from lantoa.nomination.queries.verification.deadlines import verification
from lantoa.nomination.queries.verification.said import Flag
from lantoa.nomination.tasks import look_after_holds
from lantoa.notice.models import Notice
from lantoa.register.models import Hold
from tests import cast as school
from tests.cast import NOW, Cast
from tests.nomination.verification.conftest import TODAY, MakeNomination, say, specialist


def asked(user: User | None = None) -> list[tuple[str, str, date]]:
    """Whom, what, by when."""
    names = dict(User.objects.values_list("pk", "username"))
    return [(names[one.user], one.text, one.due) for one in verification(TODAY, user.pk if user else None)]


def test_every_speaker_of_an_office_that_owes_answers_is_asked(
    nomination: Nomination, make_nomination: MakeNomination, cast: Cast, round_: Round, speakers: dict[str, User]
) -> None:
    make_nomination(subject=cast.division.subject)
    specialist("danguy2", "party")
    say(nomination, "party", speakers["party"])
    say(nomination, "science", speakers["science"])
    Nomination.objects.filter(subject=cast.division.subject).update(stage="verified")

    found = asked()

    due = date(2026, 1, 20)
    assert found == [
        ("tochuc", "ghi ý kiến thẩm định 1 hồ sơ (Tổ chức cán bộ, Đợt xét năm 2025)", due),
        ("congdoan", "ghi ý kiến thẩm định 1 hồ sơ (Công đoàn, Đợt xét năm 2025)", due),
    ]
    assert asked(speakers["union"]) == found[1:]
    assert [one.address for one in verification(TODAY, speakers["union"].pk)] == [
        f"/tham-dinh/?linh_vuc=union&dot={round_.pk}"
    ]


def test_a_round_without_a_day_asks_nobody(nomination: Nomination, speakers: dict[str, User]) -> None:
    Round.objects.update(verify_by=None)

    assert asked() == []


def test_a_returned_dossier_is_asked_of_the_head(cast: Cast, nomination: Nomination, speakers: dict[str, User]) -> None:
    send_back(
        nomination=nomination,
        office="science",
        flags=[Flag("report")],
        text="Sửa",
        due_on=date(2026, 1, 18),
        by=speakers["science"],
        at=NOW,
    )

    assert asked() == [("khoa", "bổ sung hồ sơ đề cử Lê Thanh Bình", date(2026, 1, 18))]
    assert asked(cast.other_head) == []


def test_where_nothing_is_waited_for_one_query_says_so(
    cast: Cast, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(1):
        assert list(verification(TODAY, None)) == []


def test_who_waits_hears_once_that_a_hold_has_ended(
    cast: Cast, nomination: Nomination, speakers: dict[str, User]
) -> None:
    hold = school.hold(cast.lecturer, "1/1/2026", "14/1/2026", "Đang thanh tra")
    Hold.objects.filter(pk=hold.pk).update(typed_by=speakers["personnel"])

    assert (tell_lifted(at=NOW), tell_lifted(at=NOW)) == (1, 1)

    told = Notice.objects.order_by("user__username")
    assert [one.user.username for one in told] == ["khoa", "tochuc"]
    assert told[0].text == (
        "Tạm dừng của hồ sơ đề cử Lê Thanh Bình đã kết thúc (Đang thanh tra). Hồ sơ đi tiếp từ bước «đang thẩm định»."
    )


def test_another_hold_keeps_it_waiting_and_ended_dossiers_wait_for_nothing(
    cast: Cast, nomination: Nomination, make_nomination: MakeNomination
) -> None:
    school.hold(cast.lecturer, "1/1/2026", "14/1/2026")
    school.hold(cast.lecturer, "5/1/2026")
    make_nomination(NominationStage.WITHDRAWN, subject=cast.division.subject)
    school.hold(cast.division, "1/1/2026", "14/1/2026")

    assert (tell_lifted(at=NOW), Notice.objects.count()) == (0, 0)


def test_the_daily_task_looks_after_holds(cast: Cast, nomination: Nomination) -> None:
    yesterday = timezone.localdate() - timedelta(days=1)
    hold = school.hold(cast.lecturer, "1/1/2026")
    Hold.objects.filter(pk=hold.pk).update(until=yesterday)

    assert look_after_holds.call() == 1
