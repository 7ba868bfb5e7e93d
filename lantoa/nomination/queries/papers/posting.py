"""Thông báo công khai: whom a posting lists, where and until when, and what everybody may read of them."""

from collections.abc import Iterable, Sequence
from datetime import date

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from lantoa.domain.authority import Actor, Allowed, Case, Deed, Refused, may, scope
from lantoa.domain.papers import words
from lantoa.domain.papers.bases import Topic
from lantoa.domain.papers.kinds import KINDS, PaperKind
from lantoa.domain.papers.nominating import PostedLine, PostingPaper
from lantoa.domain.records import Kind
from lantoa.nomination.models import PostedCandidate, Posting
from lantoa.nomination.queries.dossier import aim_in_words
from lantoa.nomination.queries.papers.naming import file_of_round, paragraphs, slashed
from lantoa.nomination.queries.posting.candidates import WITH_NAMES, shown_outside
from lantoa.papers.queries.bases import cited
from lantoa.papers.queries.letterheads import head, kept_by
from lantoa.papers.sources import NotReady, Source, Thing

KIND = PaperKind.POSTING
TOPICS = (Topic.EMULATION, Topic.DEMOCRACY, Topic.PERSONAL_DATA)


def things(actor: Actor, round_id: int | None) -> Iterable[Thing]:
    """A paper of the whole school: for those who see everything."""
    if not scope(actor, Deed.SEE_PAPERS).everything:
        return []
    found = _postings() if round_id is None else _postings().filter(round=round_id)
    return [_thing(one, place) for place, one in enumerate(found.order_by("-round", "starts", "pk"), 1)]


def find(key: str) -> Thing | None:
    one = _posting(key)
    return _thing(one, 0) if one else None


def contents(key: str, day: date) -> PostingPaper:
    one = _posting(key)
    listed = _listed(one) if one else []
    if one is None or not listed:
        raise NotReady(_("Danh sách công khai chưa có ai được nêu tên; với công khai rộng rãi, cá nhân phải đồng ý."))
    people = sum(row.nomination.subject.kind == Kind.INDIVIDUAL.value for row in listed)
    return PostingPaper(
        **head(day, KINDS[KIND].abbreviation),
        subject=_("Về việc công khai lấy ý kiến, %s") % one.round.name,
        bases=cited(day, *TOPICS, plan=one.round.edition),
        recipients=words.recipients([_("Các đơn vị thuộc Trường"), _("Bảng tin của Trường")], kept_by(day)),
        round=one.round.name,
        counts=words.counts(len(listed) - people, people),
        audience=one.get_audience_display(),
        starts=slashed(one.starts),
        ends=slashed(one.ends),
        note=paragraphs(one.note),
        lines=tuple(_line(row, place) for place, row in enumerate(listed, 1)),
    )


def may_have(actor: Actor, _key: str) -> Allowed | Refused:
    return may(actor, Deed.SEE_PAPERS, Case())


SOURCE = Source(KIND, PostingPaper, things, find, contents, may_have)


def _postings() -> QuerySet[Posting]:
    return Posting.objects.select_related("round")


def _posting(key: str) -> Posting | None:
    return _postings().filter(pk=int(key)).first() if key.isascii() and key.isdigit() else None


def _thing(one: Posting, place: int) -> Thing:
    return Thing(
        key=str(one.pk),
        words=f"{one.round.name}, {slashed(one.starts)} - {slashed(one.ends)}",
        day=one.starts,
        file_name=file_of_round(one.round, f"cong-khai_{one.starts:%Y-%m-%d}_{one.pk}"),
        round=one.round_id,
        place=place,
    )


def _listed(one: Posting) -> Sequence[PostedCandidate]:
    """Outside the school only who agreed, and collectives (Law 91/2025 art. 16)."""
    found = PostedCandidate.objects.filter(posting=one).select_related(*WITH_NAMES)
    if one.audience == Posting.Audience.PUBLIC.value:
        found = found.filter(shown_outside())
    return list(found.order_by("nomination__subject__kind", "nomination__subject__sort_key", "pk"))


def _line(row: PostedCandidate, place: int) -> PostedLine:
    nomination = row.nomination
    return PostedLine(
        number=str(place),
        name=nomination.subject.name,
        unit=nomination.unit.subject.name,
        tier=aim_in_words(nomination),
        words=row.words,
    )
