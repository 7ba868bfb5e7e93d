"""Many papers at once: each made or refused with a reason, taken up again, packed under stable names."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from io import BytesIO
from zipfile import ZipFile

import pytest
import time_machine
from openpyxl import load_workbook
from pytest_django import Settings

from lantoa.audit.models import Event
from lantoa.nomination.models import Round
from lantoa.papers import attachments
from lantoa.papers.actions import jobs
from lantoa.papers.actions.refusals import AlreadyEnded, NothingToMake
from lantoa.papers.models import Paper, PaperJob
from lantoa.papers.parcel import INDEX, pack
from lantoa.papers.queries.jobs import Progress, is_at_work, progress_of, refused_of
from lantoa.papers.sources import sources
from lantoa.papers.tasks import make_papers, sweep_jobs
from lantoa.register.models import Post
from tests import cast as school
from tests.cast import NOW, Cast
from tests.papers.making.asking import ask
from tests.papers.making.desk import BROKEN, LATE


@contextmanager
def opened(job: PaperJob) -> Iterator[ZipFile]:
    with pack(job.items.select_related("paper").order_by("place")) as file, ZipFile(file) as archive:
        yield archive


def names_in(job: PaperJob) -> list[str]:
    with opened(job) as archive:
        return archive.namelist()


def test_every_paper_is_made_or_has_its_reason(cast: Cast, round_: Round) -> None:
    job = ask(round_, cast.officer)

    make_papers.call(job.pk)

    job.refresh_from_db()
    assert progress_of(job) == Progress(asked=6, made=5, refused=1)
    assert [(item.words, item.fault) for item in refused_of(job)] == [("Nguyễn Thị Mai", LATE)]
    assert job.ended_at is not None
    assert Event.objects.filter(deed="paper_made").count() == 5


def test_one_broken_paper_does_not_stop_the_others(cast: Cast, round_: Round) -> None:
    school.person("CB7", BROKEN, cast.office)
    job = ask(round_, cast.officer)

    make_papers.call(job.pk)

    assert progress_of(job) == Progress(asked=7, made=5, refused=2)
    assert "nhật ký máy chủ" in job.items.get(key="person:CB7").fault


def test_a_job_that_ended_makes_nothing_twice(cast: Cast, round_: Round) -> None:
    job = ask(round_, cast.officer)
    make_papers.call(job.pk)

    assert make_papers.call(job.pk) == 0
    assert Paper.objects.count() == 5


def test_a_paper_that_two_workers_make_is_kept_once(cast: Cast, round_: Round) -> None:
    job = ask(round_, cast.officer)
    item = job.items.get(key="person:CB5")

    made = [jobs.make_item(item=item, by=cast.officer, at=NOW, convert=None).paper_id for _worker in range(2)]

    assert (made[0], Paper.objects.count()) == (made[1], 1)


def test_what_was_missing_is_made_at_the_next_try(cast: Cast, round_: Round) -> None:
    job = ask(round_, cast.officer)
    make_papers.call(job.pk)
    Post.objects.filter(person__subject__code="CB4").update(position="Chuyên viên")

    make_papers.call(jobs.try_again(job=job, by=cast.officer, at=NOW).pk)

    job.refresh_from_db()
    assert progress_of(job) == Progress(asked=6, made=6, refused=0)
    assert job.ended_at is not None
    with pytest.raises(NothingToMake):
        jobs.try_again(job=job, by=cast.officer, at=NOW)


def test_a_job_without_anything_to_make_is_refused(cast: Cast, round_: Round) -> None:
    Post.objects.update(position="Phó Trưởng phòng")

    with pytest.raises(NothingToMake):
        ask(round_, cast.officer)


def test_the_zip_has_stable_names_and_an_index(cast: Cast, round_: Round) -> None:
    job = ask(round_, cast.officer)
    make_papers.call(job.pk)

    names = names_in(job)

    assert names == [
        "2025/SA/CN/001_nguyen-van-an_bao-cao.docx",
        "2025/SA/CN/002_le-thanh-binh_bao-cao.docx",
        "2025/SA/CN/003_do-tien-dung_bao-cao.docx",
        "2025/SA/CN/004_pham-thi-hanh_bao-cao.docx",
        "2025/SA/CN/005_tran-van-khoa_bao-cao.docx",
        INDEX,
    ]
    assert names_in(job) == names


def test_the_index_says_what_was_made_and_what_was_not(cast: Cast, round_: Round) -> None:
    job = ask(round_, cast.officer)
    make_papers.call(job.pk)

    with opened(job) as archive:
        sheet = load_workbook(BytesIO(archive.read(INDEX))).active
    assert sheet
    rows = list(sheet.iter_rows(min_row=2, values_only=True))

    assert [row[0] for row in rows] == [1, 2, 3, 4, 5, 6]
    assert rows[0][2:5] == ("Nguyễn Văn An", "2025/SA/CN/001_nguyen-van-an_bao-cao.docx", 1)
    assert [row[7] for row in rows if row[7]] == [LATE]


def test_two_papers_of_the_same_name_both_find_their_place_in_the_zip(cast: Cast, round_: Round) -> None:
    job = ask(round_, cast.officer)
    job.items.update(file_name="../so/trung-ten")
    make_papers.call(job.pk)

    assert names_in(job)[:2] == ["so/trung-ten.docx", "so/trung-ten-2.docx"]


def test_a_queued_job_is_at_work_until_it_ends(cast: Cast, round_: Round, queued_tasks: None) -> None:
    job = ask(round_, cast.officer)
    assert not is_at_work(job)

    make_papers.enqueue(job.pk)

    assert is_at_work(job)


def test_a_cancelled_job_makes_no_more_and_keeps_what_it_made(cast: Cast, round_: Round) -> None:
    job = ask(round_, cast.officer)
    jobs.make_item(item=job.items.get(place=1), by=cast.officer, at=NOW, convert=None)

    jobs.cancel(job=job, by=cast.head, at=NOW)

    assert make_papers.call(job.pk) == 0
    job.refresh_from_db()
    assert (progress_of(job).made, job.ended_at, job.cancelled_by) == (1, NOW, cast.head)
    event = Event.objects.get(deed="papers_cancelled")
    assert (event.details["count"], event.by_id) == (4, cast.head.pk)


def test_a_job_cancelled_while_the_worker_is_at_it_ends_with_the_paper_in_hand(
    cast: Cast, round_: Round, settings: Settings
) -> None:
    job = ask(round_, cast.officer)
    settings.PAPER_SOURCES = ["tests.papers.making.desk.CANCELLED_AT_THE_SECOND"]
    sources.cache_clear()

    assert make_papers.call(job.pk) == 2
    assert Paper.objects.count() == 2


def test_a_cancelled_job_is_taken_up_again(cast: Cast, round_: Round) -> None:
    job = jobs.cancel(job=ask(round_, cast.officer), by=cast.officer, at=NOW)
    with pytest.raises(AlreadyEnded):
        jobs.cancel(job=job, by=cast.officer, at=NOW)

    make_papers.call(jobs.try_again(job=job, by=cast.officer, at=NOW).pk)

    job.refresh_from_db()
    assert (progress_of(job), job.cancelled_by) == (Progress(asked=6, made=5, refused=1), None)


def test_jobs_are_forgotten_a_month_after_their_end_and_papers_stay(cast: Cast, round_: Round) -> None:
    old, fresh, going = (ask(round_, cast.officer) for _job in range(3))
    make_papers.call(old.pk)
    PaperJob.objects.filter(pk=old.pk).update(ended_at=NOW - timedelta(days=31))
    PaperJob.objects.filter(pk=fresh.pk).update(ended_at=NOW - timedelta(days=29))
    PaperJob.objects.filter(pk=going.pk).update(made_at=NOW - timedelta(days=99))

    with time_machine.travel(NOW, tick=False):
        assert (sweep_jobs.call(), sweep_jobs.call()) == (1, 0)

    assert list(PaperJob.objects.order_by("pk")) == [fresh, going]
    assert (Paper.objects.count(), attachments.read(Paper.objects.all()[0].word_path)[:2]) == (5, b"PK")
