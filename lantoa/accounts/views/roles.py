"""The help page of roles, made from the table of permissions and the tables of moves."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from lantoa.accounts.views.access import abilities, requires
from lantoa.domain.authority import PERMISSIONS, Deed, Reach, Role
from lantoa.domain.stages import MOVES, NAMES, STAGE_LABELS, Move


@dataclass(frozen=True, slots=True)
class Arrow:
    """One move of a life in words: from where to where, and how far each role may take it."""

    words: str
    sources: tuple[str, ...]
    target: str
    reaches: tuple[Reach | None, ...]


@requires()
def roles(request: HttpRequest) -> HttpResponse:
    page = {
        "roles": list(Role),
        "table": [(deed.label, _reaches(deed)) for deed in Deed],
        "lives": [(name, [_arrow(move) for move in MOVES[life].values()]) for life, name in NAMES.items()],
        "may": abilities(request),
    }
    return render(request, "accounts/roles.html", page)


def _arrow(move: Move) -> Arrow:
    sources = tuple(STAGE_LABELS[source] for source in move.sources)
    return Arrow(move.words, sources, STAGE_LABELS[move.target], _reaches(move.needs) if move.needs else ())


def _reaches(deed: Deed) -> tuple[Reach | None, ...]:
    return tuple(PERMISSIONS[deed].get(role) for role in Role)
