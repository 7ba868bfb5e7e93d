"""Sending a tip: owner, clock, and everything that people send by mistake."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError
from pytest_django import Settings

from lantoa.accounts.models import RoleGrant, User
from lantoa.audit.models import Event
from lantoa.discovery.actions.tips.refusals import AboutOneself, AlreadyOnFile
from lantoa.discovery.models import Tip, TipFile
from lantoa.domain.authority import Role
from lantoa.notice.models import Notice
from lantoa.papers.attachments import check, sweep
from tests import cast as people
from tests.cast import NOW, Cast
from tests.discovery.tips import tip
from tests.papers.pictures import jpeg


def test_a_tip_belongs_to_the_head_of_the_subjects_unit_and_is_due_in_ten_working_days(cast: Cast) -> None:
    sent = tip(cast.lecturer, cast.deputy)

    assert (sent.owner, sent.unit, sent.stage, sent.due) == (cast.head, cast.division, "received", date(2026, 1, 29))


def test_its_owner_is_told(cast: Cast) -> None:
    sent = tip(cast.lecturer, cast.deputy)

    told = Notice.objects.get()
    assert (told.user, told.address, told.due) == (cast.head, f"/phat-hien/mach/{sent.code}/", sent.due)
    assert told.text == "Có phát hiện về Lê Thanh Bình chờ bạn xem xét, hạn trả lời 29/01/2026."


def test_sending_leaves_one_event(cast: Cast) -> None:
    sent = tip(cast.lecturer, cast.deputy)

    event = Event.objects.get()
    assert (event.deed, event.target, event.by) == ("tip_sent", f"tip:{sent.code}", cast.deputy)
    assert event.details == {
        "about": "Lê Thanh Bình",
        "subject": "CB6",
        "owner": "khoa",
        "due": "2026-01-29",
        "files": 0,
    }


def test_a_tip_about_a_stranger_is_kept_and_belongs_to_the_officer(cast: Cast) -> None:
    sent = tip("Cô bán hàng ở căng tin", cast.staff)

    assert (sent.subject, sent.unit, sent.owner, sent.about) == (None, None, cast.officer, "Cô bán hàng ở căng tin")


def test_good_things_about_oneself_are_told_to_ones_head(cast: Cast) -> None:
    assert cast.staff.person

    with pytest.raises(AboutOneself, match="hãy nói với trưởng đơn vị của bạn"):
        tip(cast.staff.person, cast.staff)

    assert Tip.objects.count() == 0


def test_a_tip_about_somebody_who_left_is_kept_with_a_remark_for_the_officer(cast: Cast) -> None:
    gone = people.person("CB9", "Võ Văn Sáu")
    people.post(gone, cast.division, since="1/1/2018", until="31/12/2024")

    sent = tip(gone, cast.staff)

    assert (sent.subject, sent.owner) == (gone.subject, cast.officer)
    assert sent.remark == "Theo sổ, người (tập thể) này hiện không còn công tác (hoạt động) tại Trường."


def test_the_same_words_again_are_on_file(cast: Cast) -> None:
    first = tip(cast.lecturer, cast.staff, done="Mở lớp phụ đạo")

    with pytest.raises(AlreadyOnFile) as refusal:
        tip(cast.lecturer, cast.staff, done="  mo LOP phụ  đạo. ")

    assert (refusal.value.tip, Tip.objects.count()) == (first, 1)
    assert str(refusal.value) == f"Phát hiện này bạn đã gửi ngày 15/01/2026, mã {first.code}, không cần gửi lại."


def test_the_database_too_keeps_the_same_words_once(cast: Cast) -> None:
    first = tip(cast.lecturer, cast.staff)
    first.pk, first.code = None, "PHOTHER"

    with pytest.raises(IntegrityError):
        first.save(force_insert=True)


def test_two_people_may_tell_the_same(cast: Cast) -> None:
    tip(cast.lecturer, cast.staff, done="Mở lớp phụ đạo")
    tip(cast.lecturer, cast.deputy, done="Mở lớp phụ đạo")

    assert Tip.objects.count() == 2


def test_a_head_does_not_judge_what_is_told_about_the_head(cast: Cast) -> None:
    assert cast.head.person

    assert tip(cast.head.person, cast.staff).owner == cast.officer


def test_a_head_does_not_judge_what_the_head_told(cast: Cast) -> None:
    assert tip(cast.lecturer, cast.head).owner == cast.officer


def test_a_tip_about_a_unit_goes_to_the_head_above_it(cast: Cast) -> None:
    assert (tip(cast.division, cast.deputy).owner, tip(cast.faculty, cast.deputy).owner) == (cast.head, cast.officer)


def test_the_nearest_head_comes_first_and_the_principal_is_left_alone(cast: Cast) -> None:
    principal = people.account("hieutruong", heads=[cast.school])
    near = people.account("truongbomon", heads=[cast.division])

    assert tip(cast.lecturer, cast.deputy).owner == near

    RoleGrant.objects.filter(user__in=[near, cast.head], role=Role.HEAD.value).delete()
    assert tip(cast.lecturer, cast.deputy).owner == cast.officer
    assert principal.tips_in_hand.count() == 0


def test_a_head_whose_account_is_closed_owns_nothing(cast: Cast) -> None:
    User.objects.filter(pk=cast.head.pk).update(is_active=False)

    assert tip(cast.lecturer, cast.deputy).owner == cast.officer


def test_of_two_officers_the_one_with_less_to_do_owns_it(cast: Cast) -> None:
    second = people.account("thu", Role.OFFICER)

    assert [tip("Chị lao công", cast.staff).owner for _each in range(3)] == [cast.officer, second, cast.officer]


def test_an_officers_own_tip_goes_to_another_officer_if_there_is_one(cast: Cast) -> None:
    assert tip("Chị lao công", cast.officer).owner == cast.officer

    second = people.account("thu", Role.OFFICER)

    assert tip("Chị lao công", cast.officer).owner == second


def test_a_school_without_officer_still_keeps_the_tip(cast: Cast) -> None:
    RoleGrant.objects.filter(role=Role.OFFICER.value).delete()

    sent = tip("Chị lao công", cast.staff)

    assert (sent.owner, sent.due) == (None, date(2026, 1, 29))


def test_files_are_kept_with_the_tip_and_outlive_the_sweep(cast: Cast, settings: Settings, tmp_path: Path) -> None:
    settings.DATA = tmp_path

    sent = tip(cast.lecturer, cast.staff, files=[check(SimpleUploadedFile("lớp học.jpg", jpeg()))])

    kept = TipFile.objects.get(tip=sent)
    assert (kept.name, kept.size) == ("lớp học.jpg", (tmp_path / kept.path).stat().st_size)
    assert sweep(at=NOW + timedelta(days=4000)) == 0
