"""Three hundred dossiers for the Ministry as one job: reports in Word and PDF, evidence, minutes, letter, one zip."""

from collections.abc import Iterator

from bench.inside import ask
from bench.measures.wanted import COLLEGE, Wanted
from bench.report import Row, at_most, spell

DOSSIERS = 300
MOST_SECONDS, MOST_AGAIN, MOST_MEGABYTES = 300.0, 120.0, 300.0


def parcel(wanted: Wanted) -> Iterator[Row]:
    took = ask("parcel", wanted.databases.sqlite(wanted.at_most(COLLEGE)), DOSSIERS)
    note = f"{took['papers']} giấy tờ Word và PDF/A, gói {took['size']:.0f} MB"
    yield at_most(f"Gói {DOSSIERS} hồ sơ trình Bộ", took["whole"], MOST_SECONDS, "s", headline=True, note=note)
    again = f"{spell(took['queries'] / DOSSIERS)} truy vấn mỗi hồ sơ"
    yield at_most("… đóng lại, giấy tờ đã có", took["again"], MOST_AGAIN, "s", note=again)
    yield at_most("… bộ nhớ cao nhất", took["memory"], MOST_MEGABYTES, "MB")
