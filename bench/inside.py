"""What is measured in a process of its own: `python -m bench.inside NAME ...` prints one line of JSON."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from importlib import import_module
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
PLACES = {
    "evaluation": "bench.inside_screening",
    "end_to_end": "bench.inside_screening",
    "school": "bench.inside_screening",
    "one_person": "bench.inside_screening",
    "import_file": "bench.inside_product",
    "pages": "bench.inside_product",
    "officer_session": "bench.inside_product",
    "signals": "bench.inside_signals",
    "nominations": "bench.inside_nominations",
    "ballots": "bench.inside_ballots",
    "decision": "bench.inside_papers",
    "certificates": "bench.inside_papers",
    "stock": "bench.inside_papers",
    "job": "bench.inside_making",
    "yearbook": "bench.inside_printed",
    "parcel": "bench.inside_parcel",
    "openfisca": "bench.rivals.race",
    "zen": "bench.rivals.race",
}


def ask(name: str, environment: Mapping[str, str], *arguments: object) -> dict[str, Any]:
    """Run one measurement in a fresh interpreter with that environment."""
    done = subprocess.run(
        [sys.executable, "-m", "bench.inside", name, *map(str, arguments)],
        env={**os.environ, "DJANGO_SETTINGS_MODULE": "lantoa.settings", **environment},
        cwd=ROOT,
        check=True,
        stdout=subprocess.PIPE,
        text=True,
    )
    answer: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return answer


def main() -> None:
    import django

    name, arguments = sys.argv[1], sys.argv[2:]
    django.setup()
    work: Callable[..., dict[str, Any]] = getattr(import_module(PLACES[name]), name)
    print(json.dumps(work(*arguments)))


if __name__ == "__main__":
    main()
