"""A desk that makes papers: a source of its own about the people of the school, their template, a round."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from lantoa.accounts.models import User
from lantoa.domain import authority
from lantoa.domain.authority import Actor, Allowed, Case, Deed, Refused
from lantoa.domain.papers.contents import Contents
from lantoa.domain.papers.fields import paper, said
from lantoa.domain.papers.kinds import PaperKind
from lantoa.domain.vietnamese import slug
from lantoa.nomination.models import Round
from lantoa.papers.actions.jobs import cancel
from lantoa.papers.models import PaperJob, PaperTemplate
from lantoa.papers.sources import NotReady, Occasion, Source, Thing, all_or_none
from lantoa.register.models import Post
from tests.cast import NOW
from tests.papers.templates.kept import keep

KIND = PaperKind.INDIVIDUAL_REPORT
DAY = date(2026, 1, 10)
LATE = "chưa nộp báo cáo"
BROKEN = "Người Làm Hỏng"
SOURCES = ["tests.papers.making.desk.REPORTS"]
OCCASIONS = "tests.papers.making.desk.occasions"


@paper
class Report(Contents):
    name: str = said("ho_ten", "Họ tên")
    unit: str = said("don_vi", "Đơn vị")


def things(actor: Actor, round_id: int | None) -> Iterable[Thing]:
    """Whoever works in the units of the actor; deputies have not written theirs yet."""
    reached = authority.scope(actor, Deed.SEE_PAPERS)
    posts = Post.objects.select_related("person__subject", "unit__subject").order_by("person__subject__sort_key")
    found = [post for post in posts if reached.covers(Case(units=frozenset({post.unit.subject.code})))]
    return [_thing(post, round_id, place) for place, post in enumerate(found, 1)]


def find(key: str) -> Thing | None:
    post = _post(key)
    return _thing(post, Round.objects.values_list("pk", flat=True).first(), 1) if post else None


def contents(key: str, _day: date) -> Report:
    post = _post(key)
    if post is None or post.position.startswith("Phó"):
        raise NotReady(LATE)
    if post.person.subject.name == BROKEN:
        raise KeyError(key)
    return Report(name=post.person.subject.name, unit=post.unit.subject.name)


def may(actor: Actor, key: str) -> Allowed | Refused:
    post = _post(key)
    return authority.may(actor, Deed.SEE_PAPERS, Case(units=frozenset({post.unit.subject.code} if post else ())))


def occasions(_actor: Actor) -> list[Occasion]:
    return [Occasion(one.pk, one.name, one.year, one.tier) for one in Round.objects.order_by("-pk")]


def only_officers(actor: Actor, _key: str) -> Allowed | Refused:
    return authority.may(actor, Deed.RUN_ROUND)


def cancelling(key: str, day: date) -> Report:
    """Somebody cancels the job while its second paper is made."""
    if key == "person:CB6":
        job = PaperJob.objects.latest("pk")
        cancel(job=job, by=job.made_by, at=NOW)
    return contents(key, day)


REPORTS = Source(KIND, Report, things, find, contents, may)
CANCELLED_AT_THE_SECOND = replace(REPORTS, contents=cancelling)
CLOSED = Source(KIND, Report, things, find, contents, only_officers, all_or_none(only_officers))


def make_round(by: User) -> Round:
    return Round.objects.create(
        edition="nganh-tu-phap-2021-2025",
        tier="school-annual",
        year=2025,
        name="Đợt xét năm 2025",
        search_key="dot xet nam 2025",
        stage="open",
        made_by=by,
        made_at=NOW,
        opened_by=by,
        opened_at=NOW,
    )


def keep_template(by: User, words: str = "Báo cáo của {{ ho_ten }}, {{ don_vi }}.") -> None:
    template = keep(words, by=by, kind=KIND)
    PaperTemplate.objects.filter(pk=template.pk).update(name="Báo cáo cá nhân.docx")


def _post(key: str) -> Post | None:
    found = Post.objects.select_related("person__subject", "unit__subject")
    return found.filter(person__subject__code=key.removeprefix("person:")).first()


def _thing(post: Post, round_id: int | None, place: int) -> Thing:
    name = post.person.subject.name
    return Thing(
        key=f"person:{post.person.subject.code}",
        words=name,
        day=DAY,
        file_name=f"2025/SA/CN/{place:03}_{slug(name)}_bao-cao",
        unit=post.unit.subject.code,
        round=round_id,
        place=place,
        missing=LATE if post.position.startswith("Phó") else "",
    )
