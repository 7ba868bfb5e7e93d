"""Static files gathered into the data folder under names that carry their content; done again only when one changed."""

import hashlib
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command

MARK = ".gathered"


def gather() -> bool:
    """Gather and compress the static files; False when what is there is what would be gathered."""
    mark = Path(settings.STATIC_ROOT) / MARK
    print_of_now = fingerprint()
    if settings.DEBUG or (mark.exists() and mark.read_text(encoding="ascii") == print_of_now):
        return False
    call_command("collectstatic", interactive=False, verbosity=0)
    mark.write_text(print_of_now, encoding="ascii")
    return True


def fingerprint() -> str:
    """Names, sizes and times of all static files and the way they are stored, in one hash."""
    digest = hashlib.sha256(repr(settings.STORAGES["staticfiles"]).encode())
    for finder in get_finders():
        for name, storage in sorted(finder.list([]), key=lambda found: found[0]):
            state = Path(storage.path(name)).stat()
            digest.update(f"{name} {state.st_size} {state.st_mtime_ns}\n".encode())
    return digest.hexdigest()
