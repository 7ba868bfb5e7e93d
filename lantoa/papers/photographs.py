"""Photographs made as small as they are printed: a telephone takes forty megapixels, a page shows half of one."""

import warnings
from io import BytesIO

from PIL import Image, ImageOps

from lantoa.domain.papers.fields import Picture

DOTS_PER_MM = 220 / 25.4
MOST_PIXELS = 80_000_000  # a file that says it is larger is a trap, or a poster
QUALITY = 82
BROKEN = (OSError, ValueError, SyntaxError, Image.DecompressionBombWarning, Image.DecompressionBombError)


def printed(data: bytes, width: float, height: float) -> Picture | None:
    """The photograph upright, within so many mm; None for what is broken, too large or no picture at all."""
    with warnings.catch_warnings():
        warnings.simplefilter("error", Image.DecompressionBombWarning)
        try:
            return _printed(data, width, height)
        except BROKEN:
            return None


def _printed(data: bytes, width: float, height: float) -> Picture | None:
    with Image.open(BytesIO(data), formats=["JPEG", "PNG", "WEBP"]) as image:
        if image.width * image.height > MOST_PIXELS:
            return None
        longest = round(max(width, height) * DOTS_PER_MM)
        image.draft("RGB", (longest, longest))  # a JPEG is read at half, a quarter, an eighth of its size
        upright = ImageOps.exif_transpose(image)
        upright.thumbnail((round(width * DOTS_PER_MM), round(height * DOTS_PER_MM)), reducing_gap=2.0)
        small = _on_white(upright)
    file = BytesIO()
    small.save(file, "JPEG", quality=QUALITY, optimize=True)
    return Picture(file.getvalue(), round(min(width, height * small.width / small.height), 1))


def _on_white(image: Image.Image) -> Image.Image:
    """What was transparent is white, as the paper is."""
    if not image.has_transparency_data:
        return image.convert("RGB")
    layer = image.convert("RGBA")
    sheet = Image.new("RGBA", layer.size, "white")
    sheet.alpha_composite(layer)
    return sheet.convert("RGB")
