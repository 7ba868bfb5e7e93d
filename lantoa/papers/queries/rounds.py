"""What papers a round needs, or what stands outside every round: each kind, what it is about, and what was made."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from lantoa.accounts.models import User
from lantoa.accounts.queries import actor_of
from lantoa.domain.papers.kinds import KINDS, PaperKind
from lantoa.papers.models import Paper
from lantoa.papers.models.stocks import PRINTED_ON
from lantoa.papers.queries.papers import newest
from lantoa.papers.sources import Thing, sources


@dataclass(frozen=True, slots=True)
class Row:
    """One thing a paper can be made of, with its latest making."""

    thing: Thing
    paper: Paper | None


@dataclass(frozen=True, slots=True)
class KindOfRound:
    """One kind of paper in a round."""

    kind: PaperKind
    rows: tuple[Row, ...]

    @property
    def name(self) -> str:
        return KINDS[self.kind].name

    @property
    def goes_on_stock(self) -> bool:
        return self.kind in PRINTED_ON

    @property
    def made(self) -> int:
        return sum(row.paper is not None for row in self.rows)

    @property
    def ready(self) -> int:
        return sum(not row.thing.missing for row in self.rows)

    @property
    def missing(self) -> tuple[str, ...]:
        """What stands in the way, each reason once."""
        return tuple(dict.fromkeys(row.thing.missing for row in self.rows if row.thing.missing))


def kinds_of(user: User, round_id: int | None) -> list[KindOfRound]:
    """Every kind that has a source; outside the rounds those with something to make. Makings are read in one query."""
    found = {kind: _things(user, kind, round_id) for kind in sources()}
    if round_id is None:
        found = {kind: things for kind, things in found.items() if things}
    made = _makings(found)
    return [_kind(kind, things, made) for kind, things in found.items()]


def kind_of(user: User, round_id: int | None, kind: PaperKind) -> KindOfRound:
    things = _things(user, kind, round_id)
    return _kind(kind, things, _makings({kind: things}))


def _things(user: User, kind: PaperKind, round_id: int | None) -> list[Thing]:
    """In their lasting order. A source that is asked for no round answers with all: those of rounds are left out."""
    found = sources()[kind].things(actor_of(user), round_id)
    wanted = (thing for thing in found if round_id is not None or thing.round is None)
    return sorted(wanted, key=lambda thing: (thing.place, thing.key))


def _makings(found: Mapping[PaperKind, Iterable[Thing]]) -> dict[tuple[str, str], Paper]:
    """The latest making of each; a paper about two rounds is one paper, so the key says which, not the round."""
    keys = {thing.key for things in found.values() for thing in things}
    papers = Paper.objects.filter(kind__in=[kind.value for kind in found], key__in=keys)
    return {(paper.kind, paper.key): paper for paper in newest(papers)}


def _kind(kind: PaperKind, things: Iterable[Thing], made: dict[tuple[str, str], Paper]) -> KindOfRound:
    return KindOfRound(kind, tuple(Row(thing, made.get((kind.value, thing.key))) for thing in things))
