"""The long work on files, as tasks that may run again."""

from pathlib import Path

import pytest

from lantoa.accounts.models import User
from lantoa.audit.models import Event
from lantoa.register.models import Import, Rating
from lantoa.register.tasks import check_import, take_in_import
from tests.register.books.workbooks import sound, spoilt
from tests.register.imported import received

pytestmark = pytest.mark.django_db(transaction=True)


def test_a_file_is_checked_and_taken_in_in_the_background(tmp_path: Path) -> None:
    officer = User.objects.create_user("hanh")
    book = received(tmp_path, sound())

    check_import.enqueue(book.pk, officer.pk)
    take_in_import.enqueue(book.pk, officer.pk, only_good_rows=False)

    assert (Import.objects.get().stage, Rating.objects.count()) == ("done", 2)
    assert Event.objects.get(deed="import_taken_in").by == officer


def test_work_that_is_given_twice_is_done_once(tmp_path: Path) -> None:
    book = received(tmp_path, sound())

    for _ in range(2):
        check_import.enqueue(book.pk, None)
        take_in_import.enqueue(book.pk, None, only_good_rows=False)

    assert (Import.objects.get().stage, Rating.objects.count()) == ("done", 2)


def test_refused_rows_leave_the_file_waiting_for_a_decision(tmp_path: Path) -> None:
    book = received(tmp_path, spoilt("Xếp loại", 2, "Mức", "Giỏi"))
    check_import.enqueue(book.pk, None)

    result = take_in_import.enqueue(book.pk, None, only_good_rows=False)

    assert result.return_value == "checked"
    assert Rating.objects.count() == 0
