"""What papers a round needs: every kind in the order of the procedure, what it is about, and what was made."""

from dataclasses import dataclass

from lantoa.accounts.models import User
from lantoa.accounts.queries import actor_of
from lantoa.domain.papers.kinds import KINDS, PaperKind
from lantoa.papers.models import Paper
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
    def made(self) -> int:
        return sum(row.paper is not None for row in self.rows)

    @property
    def ready(self) -> int:
        return sum(not row.thing.missing for row in self.rows)

    @property
    def missing(self) -> tuple[str, ...]:
        """What stands in the way, each reason once."""
        return tuple(dict.fromkeys(row.thing.missing for row in self.rows if row.thing.missing))


def kinds_of(user: User, round_id: int) -> list[KindOfRound]:
    """Every kind that has a source; the papers of all of them are read in one query."""
    made = {(paper.kind, paper.key): paper for paper in newest(Paper.objects.filter(round=round_id))}
    return [_kind(user, kind, round_id, made) for kind in sources()]


def kind_of(user: User, round_id: int, kind: PaperKind) -> KindOfRound:
    made = newest(Paper.objects.filter(round=round_id, kind=kind.value))
    return _kind(user, kind, round_id, {(paper.kind, paper.key): paper for paper in made})


def _kind(user: User, kind: PaperKind, round_id: int, made: dict[tuple[str, str], Paper]) -> KindOfRound:
    things = sorted(sources()[kind].things(actor_of(user), round_id), key=lambda thing: (thing.place, thing.key))
    return KindOfRound(kind, tuple(Row(thing, made.get((kind.value, thing.key))) for thing in things))
