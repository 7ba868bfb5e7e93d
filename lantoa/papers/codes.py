"""The square code of a paper: a text that a telephone reads back, as a picture in the paper."""

from io import BytesIO

import segno

from lantoa.domain.papers.fields import Picture

QUIET_ZONE = 4  # modules of white around it, as ISO/IEC 18004 asks
PIXELS_PER_MODULE = 8


def qr(text: str, width_mm: float = 20) -> Picture:
    """Readable with a quarter of it lost to a stamp or a fold."""
    code = segno.make_qr(text, error="q")
    png = BytesIO()
    code.save(png, kind="png", scale=PIXELS_PER_MODULE, border=QUIET_ZONE)
    return Picture(png.getvalue(), width_mm)
