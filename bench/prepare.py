"""A migrated and loaded database of one size, in the folder or at the address that the environment names."""

import os
import sys
import time
from pathlib import Path

import django
from django.core.management import call_command

READY = "ready"


def main(people: int) -> None:
    """Migrate and fill the database that LANTOA_DATA or DATABASE_URL names."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "lantoa.settings")
    django.setup()
    from bench.load import load

    data = Path(os.environ["LANTOA_DATA"])
    data.mkdir(parents=True, exist_ok=True)
    begin = time.perf_counter()
    call_command("migrate", verbosity=0, interactive=False)
    rows = load(people) if people else 0
    print(f"{people} people: {rows} rows in {time.perf_counter() - begin:.0f} s", file=sys.stderr)
    (data / READY).touch()


if __name__ == "__main__":
    main(int(sys.argv[1]))
