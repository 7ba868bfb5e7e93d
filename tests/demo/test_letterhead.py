"""The demonstration school names itself on paper from the first day on."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from lantoa import plans
from lantoa.demo.actions import fill
from lantoa.demo.opening import open_accounts, open_others
from lantoa.domain.papers.bases import Topic
from lantoa.papers.models import Letterhead
from lantoa.papers.queries.bases import cited
from lantoa.papers.queries.letterheads import head, letterhead_on
from lantoa.register.models import Post

AT = datetime(2026, 11, 20, 9, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))
LONG_AGO, TODAY = date(2016, 1, 1), date(2026, 11, 20)


@pytest.mark.django_db
def test_its_head_signs_and_an_office_changes_what_stands_there() -> None:
    fill(at=AT)
    open_accounts(at=AT)
    open_others(at=AT)
    principal = Post.objects.get(unit__parent=None, is_head=True, until=None)
    said = head(TODAY, "QĐ")
    assert (said["parent"], said["issuer"]) == ("BỘ TƯ PHÁP", "TRƯỜNG CAO ĐẲNG LUẬT SÔNG LAM")
    assert (said["notation"], said["place"], said["signer"]) == ("QĐ-CĐLSL", "Bình An", principal.person.subject.name)
    assert letterhead_on(LONG_AGO) == Letterhead.objects.get()
    open_others(at=AT)
    assert Letterhead.objects.count() == 1


@pytest.mark.django_db
def test_its_papers_cite_its_regulations_and_its_plan_with_their_numbers() -> None:
    fill(at=AT)
    open_accounts(at=AT)
    open_others(at=AT)
    open_others(at=AT)
    lines = cited(TODAY, Topic.DISCIPLINE, plan=plans.DEFAULT)
    assert [line.split(" ngày ")[0] for line in lines] == [
        "Căn cứ Nghị định số 234/2026/NĐ-CP",
        "Căn cứ Quyết định số 215/QĐ-CĐLSL",
        "Căn cứ Kế hoạch số 12/KH-CĐLSL",
    ]
