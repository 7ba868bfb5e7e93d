"""Lighthouse's accessibility score of the pages, on a phone's and on a desk's screen; the lowest one counts."""

from collections.abc import Iterator

from bench.inside import ask
from bench.lighthouse import SCREENS, Judgement, NotThere, heads, installed, judge
from bench.measures.wanted import COLLEGE, Wanted, count
from bench.report import Row
from bench.serving import SIGN_IN, serving

OPEN = ["/", SIGN_IN]
BEHIND_THE_DOOR = [
    "/ban-lam-viec/",
    "/ra-soat/",
    "/so/",
    "/so/can-bo/",
    "/ho-so/CB0015000/",
    "/ho-so/DV0000100/",
    "/ke-hoach/",
]
WHAT = "Lighthouse, trợ năng"
WANTED = 100


def accessibility(wanted: Wanted) -> Iterator[Row]:
    """One row of the lowest score, and one for every page that is not perfect."""
    try:
        installed(wanted.databases.folder)
    except NotThere as why:
        yield Row(WHAT, f"CHƯA ĐO: {why}", f"= {WANTED}", kept=False, headline=True)
        return
    found = _judgements(wanted)
    lowest = min(judgement.score for judgement in found.values())
    what = f"{WHAT}, thấp nhất trong {len(OPEN + BEHIND_THE_DOOR)} trang, {' và '.join(SCREENS)}"
    note = f"sổ {count(COLLEGE)} người"
    yield Row(what, f"{lowest} ({note})", f"= {WANTED}", lowest == WANTED, headline=True)
    for (address, screen), judgement in found.items():
        if judgement.score < WANTED:
            rules = ", ".join(judgement.broken)
            yield Row(f"… {address}, {screen}", f"{judgement.score} ({rules})", f"= {WANTED}", kept=False)


def _judgements(wanted: Wanted) -> dict[tuple[str, str], Judgement]:
    """Of every page and screen: the front page and the door as a stranger, the rest as the officer."""
    folder = wanted.databases.folder
    program, environment = installed(folder), wanted.databases.sqlite(COLLEGE)
    cookie = ask("officer_session", environment)["cookie"]
    with serving(environment) as server, heads(folder, "") as stranger, heads(folder, cookie) as officer:
        visits = [(address, stranger) for address in OPEN] + [(address, officer) for address in BEHIND_THE_DOOR]
        return {
            (address, screen): judge(program, server.address + address, screen, visitor)
            for address, visitor in visits
            for screen in SCREENS
        }
