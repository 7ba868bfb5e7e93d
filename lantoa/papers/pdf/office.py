"""Word papers as PDF/A-2b, by LibreOffice: started once for many papers, ended when one of them hangs it."""

import os
import signal
import subprocess
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic, sleep
from types import TracebackType
from typing import Self

from django.utils.translation import gettext as _

from lantoa.papers.pdf import cage

SECONDS = 60.0  # for one paper, the start included
MANY = 200  # papers of one run: LibreOffice grows with each
GLANCE = 0.01
ZIP = b"PK"  # what every .docx begins with; LibreOffice takes an empty file for a new document


class OfficeMissing(RuntimeError):
    """This machine has no LibreOffice; papers are made as Word files only."""

    def __init__(self) -> None:
        super().__init__(_("Máy chủ chưa có LibreOffice nên chưa in được PDF từ tệp Word. Bản Word vẫn dùng được."))


class ConversionFailed(ValueError):
    """LibreOffice could not make a PDF of this document; the sentence says what to do."""


def unreadable() -> str:
    return _("LibreOffice không đọc được tệp này: tệp hỏng hoặc không phải tệp Word (.docx).")


def is_there() -> bool:
    return cage.program() is not None


def to_pdf(document: bytes, *, seconds: float = SECONDS) -> bytes:
    """One Word document as PDF/A-2b, by a LibreOffice of its own."""
    with Converter(seconds=seconds) as office:
        return office.to_pdf(document)


class Converter:
    """A LibreOffice that stays open for many documents: `with Converter() as office: office.to_pdf(…)`.

    It starts with the first document. One that breaks or hangs it fails alone: the next gets a new LibreOffice.
    """

    def __init__(self, *, seconds: float = SECONDS, memory: int = cage.MEMORY) -> None:
        self.seconds, self.memory = seconds, memory
        self.office: _Office | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._close()

    def to_pdf(self, document: bytes) -> bytes:
        """Raises OfficeMissing and ConversionFailed."""
        if not document.startswith(ZIP):
            raise ConversionFailed(unreadable())
        if self.office and not self.office.has_room:
            self._close()
        self.office = self.office or _Office(self.memory)
        is_fresh = self.office.place == 0
        try:
            return self.office.convert(document, self.seconds)
        except _Gone:
            self._close()
            if is_fresh:
                raise ConversionFailed(
                    _("LibreOffice dừng giữa chừng khi in tệp này. Hãy kiểm lại mẫu Word.")
                ) from None
        except ConversionFailed:
            self._close()
            raise
        return self.to_pdf(document)  # a paper before it may have been to blame

    def _close(self) -> None:
        if self.office:
            self.office.close()
        self.office = None


class _Gone(Exception):
    """LibreOffice ended by itself: it crashed, ran out of memory, or nobody came for long."""


class _Office:
    """One run of LibreOffice in a cage of its own."""

    def __init__(self, memory: int) -> None:
        program = cage.program()
        if program is None:
            raise OfficeMissing
        self.folder = TemporaryDirectory(prefix="lantoa-office-", ignore_cleanup_errors=True)
        self.papers = cage.furnish(Path(self.folder.name))
        self.place = 0
        self.process = subprocess.Popen(  # noqa: S603  (our own words)
            cage.command(program, Path(self.folder.name), memory),
            env=cage.environment(Path(self.folder.name)),
            cwd=self.papers,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,  # a group of its own, so that all of it can be ended
        )

    @property
    def has_room(self) -> bool:
        return self.place < MANY and self.process.poll() is None

    def convert(self, document: bytes, seconds: float) -> bytes:
        self.place += 1
        came, done, failed = (self.papers / f"{self.place}.{ending}" for ending in ("docx", "pdf", "failed"))
        came.with_suffix(".coming").write_bytes(document)
        came.with_suffix(".coming").rename(came)
        self._wait(lambda: done.exists() or failed.exists(), seconds)
        came.unlink()
        if failed.exists():
            raise ConversionFailed(unreadable())
        data = done.read_bytes()
        done.unlink()
        return data

    def _wait(self, is_done: Callable[[], bool], seconds: float) -> None:
        until = monotonic() + seconds
        while not is_done():
            if self.process.poll() is not None and not is_done():
                raise _Gone
            if monotonic() > until:
                raise ConversionFailed(_("LibreOffice in tệp này quá lâu nên đã bị dừng. Hãy kiểm lại mẫu Word."))
            sleep(GLANCE)

    def close(self) -> None:
        """End the whole group, then take its folder away."""
        if hasattr(os, "killpg"):
            with suppress(ProcessLookupError):
                os.killpg(self.process.pid, signal.SIGKILL)  # its number, for it leads the group
        else:
            self.process.kill()
        self.process.wait()
        self.folder.cleanup()
