"""The page of a practice: versions are counted, nobody's text is overwritten unseen."""

from dataclasses import replace

import pytest

from lantoa.audit.models import Event
from lantoa.discovery.actions import practices, prospects
from lantoa.discovery.actions.refusals import ChangedMeanwhile
from lantoa.discovery.models import Practice, Prospect
from lantoa.domain.practices import PracticeText
from lantoa.register.actions.refusals import NotAllowed
from tests.cast import NOW, Cast

TEXT = PracticeText("Phiên toà tập sự", "Sinh viên ít thực hành", "Mỗi tháng một phiên", "Tỷ lệ đạt từ 71% lên 88%")


@pytest.fixture
def prospect(cast: Cast) -> Prospect:
    return prospects.find(subject=cast.lecturer.subject, grounds="Họp bộ môn", by=cast.head, at=NOW)


def test_the_first_text_is_version_one(cast: Cast, prospect: Prospect) -> None:
    written = practices.write(prospect=prospect, text=TEXT, seen=0, by=cast.head, at=NOW)

    assert (written.version, written.subject, written.result) == (1, prospect.subject, TEXT.result)


def test_a_later_text_counts_on_and_the_log_says_what_changed(cast: Cast, prospect: Prospect) -> None:
    practices.write(prospect=prospect, text=TEXT, seen=0, by=cast.head, at=NOW)

    practices.write(prospect=prospect, text=replace(TEXT, risks="Chọn vụ quá khó"), seen=1, by=cast.officer, at=NOW)

    assert Practice.objects.get().version == 2
    assert Event.objects.order_by("-id")[0].details["changed"] == ["risks"]


def test_who_started_from_an_older_version_sees_what_stands_there(cast: Cast, prospect: Prospect) -> None:
    practices.write(prospect=prospect, text=TEXT, seen=0, by=cast.head, at=NOW)

    with pytest.raises(ChangedMeanwhile) as conflict:
        practices.write(prospect=prospect, text=replace(TEXT, title="Tên khác"), seen=0, by=cast.officer, at=NOW)

    assert conflict.value.practice.title == "Phiên toà tập sự"
    assert Practice.objects.get().version == 1


def test_the_same_text_again_writes_nothing(cast: Cast, prospect: Prospect) -> None:
    practices.write(prospect=prospect, text=TEXT, seen=0, by=cast.head, at=NOW)
    events = Event.objects.count()

    practices.write(prospect=prospect, text=TEXT, seen=1, by=cast.head, at=NOW)

    assert (Practice.objects.get().version, Event.objects.count()) == (1, events)


def test_the_person_writes_about_the_own_practice_and_nobody_elses(cast: Cast, prospect: Prospect) -> None:
    with pytest.raises(NotAllowed, match="của chính mình"):
        practices.write(prospect=prospect, text=TEXT, seen=0, by=cast.staff, at=NOW)
    Prospect.objects.update(subject=cast.staff.person_id)

    practices.write(prospect=prospect, text=TEXT, seen=0, by=cast.staff, at=NOW)

    assert Practice.objects.get().written_by == cast.staff
