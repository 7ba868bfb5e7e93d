"""A paper, a job, a template and a letterhead, so that each address of the table that names one leads to it."""

from lantoa.domain.papers.kinds import PaperKind
from lantoa.nomination.models import Round
from lantoa.papers.actions import jobs
from lantoa.papers.actions.making import make
from lantoa.papers.models import Letterhead
from lantoa.papers.queries.rounds import kind_of
from lantoa.papers.tasks import make_papers
from tests.cast import NOW, Cast
from tests.papers.entering import entered
from tests.papers.stocks.taken_in import stock_of
from tests.papers.templates.kept import keep

KIND = PaperKind.NOMINEE_LIST


def rows(cast: Cast, round_: Round) -> list[tuple[str, str]]:
    """What stands in the table, and what to open instead."""
    things = [row.thing for row in kind_of(cast.officer, round_.pk, KIND).rows]
    paper = make(kind=KIND, key=things[0].key, formats={"word"}, by=cast.officer, at=NOW)
    job = jobs.ask(
        wanted=[(KIND, thing) for thing in things],
        title=round_.name,
        round_id=round_.pk,
        with_pdf=False,
        by=cast.officer,
        at=NOW,
    )
    make_papers.call(job.pk)
    template = keep("Danh sách", by=cast.officer)
    letterhead = Letterhead.objects.create(
        since=NOW.date(), issuer="Trường Cao đẳng Luật Sông Lam", abbreviation="CĐLSL", place="Sông Lam",
        office="TCHC", made_by=cast.officer, made_at=NOW,
    )  # fmt: skip
    stock = stock_of(cast)
    return [
        ("/quan-tri/phoi/1/", f"/quan-tri/phoi/{stock.pk}/"),
        ("/mau-giay-to/ban/1/", f"/mau-giay-to/ban/{template.pk}/"),
        ("/the-thuc/1/", f"/the-thuc/{letterhead.pk}/"),
        ("/giay-to/dot/1/ke-hoach/", f"/giay-to/dot/{round_.pk}/{KIND.value}/"),
        ("/giay-to/dot/1/", f"/giay-to/dot/{round_.pk}/"),
        ("/giay-to/viec/1/", f"/giay-to/viec/{job.pk}/"),
        ("/giay-to/1/", f"/giay-to/{paper.pk}/"),
        ("/so-van-ban/dong/1/", f"/so-van-ban/dong/{entered(cast).pk}/"),
    ]
