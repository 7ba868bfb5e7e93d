"""Which parts of a dossier may be written now: all of a draft, of a returned one those that were asked for."""

from dataclasses import dataclass, field

from lantoa.domain.authority import Actor, Deed, may
from lantoa.domain.stages import NominationStage
from lantoa.nomination.models import Nomination
from lantoa.nomination.queries.reading import case_of
from lantoa.nomination.queries.verifying import open_fields

REPORT, FACTS, STATEMENTS, EVIDENCE = "report", "facts", "statements", "evidence"


@dataclass(frozen=True, slots=True)
class OpenParts:
    """`all` of a draft; otherwise names of parts, evidence with its criterion: `evidence:G3`."""

    everything: bool = False
    names: frozenset[str] = field(default_factory=frozenset)

    def __bool__(self) -> bool:
        return self.everything or bool(self.names)

    @property
    def report(self) -> bool:
        return self.has(REPORT)

    @property
    def facts(self) -> bool:
        return self.has(FACTS)

    @property
    def statements(self) -> bool:
        return self.has(STATEMENTS)

    @property
    def evidence(self) -> bool:
        return self.everything or any(name.partition(":")[0] == EVIDENCE for name in self.names)

    def has(self, part: str) -> bool:
        return self.everything or part in self.names

    def criteria(self, all_of_them: list[str]) -> list[str]:
        """Those criteria to which evidence may be attached or taken away."""
        return [code for code in all_of_them if self.has(EVIDENCE) or self.has(f"{EVIDENCE}:{code}")]


def open_parts(nomination: Nomination) -> OpenParts:
    """Whoever asks: what the stage leaves open."""
    if nomination.stage == NominationStage.DRAFT:
        return OpenParts(everything=True)
    if nomination.stage == NominationStage.RETURNED:
        asked = open_fields(nomination)
        return OpenParts(everything=True) if asked is None else OpenParts(names=asked)
    return OpenParts()


def writable_by(nomination: Nomination, actor: Actor) -> OpenParts:
    """The same for one who asks: nothing for who may not nominate here."""
    return open_parts(nomination) if may(actor, Deed.NOMINATE, case_of(nomination)) else OpenParts()
