"""Pictures from anywhere, made safe: known by their content, bounded before they are read, encoded anew."""

from __future__ import annotations

import struct
import warnings
from io import BytesIO

from kapjournal.domain.picture import Picture
from kapjournal.errors import NotAPictureError, PictureTooLargeError

MOST_BYTES = 60_000_000
MOST_MEGAPIXELS = 40
LONGEST_SIDE = 2400
"""Stored no larger than this: sharp on a wide screen, and a backup stays small."""

_SIGNATURES = ((b"\x89PNG\r\n\x1a\n", "PNG"), (b"\xff\xd8\xff", "JPEG"))


def read_picture(data: bytes) -> Picture:
    """Read a PNG, JPEG or WebP and encode it anew; what a camera noted, its place above all, is left behind.

    Takes up to a second. Raises NotAPictureError, PictureTooLargeError.
    """
    if len(data) > MOST_BYTES:
        raise PictureTooLargeError(MOST_MEGAPIXELS)
    known = _known_format(data)
    if known is None:
        raise NotAPictureError
    try:
        return _read(data, known)
    except (OSError, SyntaxError, ValueError, EOFError, struct.error, OverflowError, MemoryError) as error:
        raise NotAPictureError from error


def _known_format(data: bytes) -> str | None:
    """Name the format by the first bytes: what a file calls itself says nothing."""
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "WEBP"
    return next((name for signature, name in _SIGNATURES if data.startswith(signature)), None)


def _read(data: bytes, known: str) -> Picture:
    from PIL import Image, ImageOps

    with warnings.catch_warnings():
        warnings.simplefilter("error", Image.DecompressionBombWarning)
        try:
            opened = Image.open(BytesIO(data), formats=[known])
        except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
            raise PictureTooLargeError(MOST_MEGAPIXELS) from error
    with opened:
        width, height = opened.size
        if width * height > MOST_MEGAPIXELS * 1_000_000:
            raise PictureTooLargeError(MOST_MEGAPIXELS)
        upright = ImageOps.exif_transpose(opened)
        see_through = upright.has_transparency_data
        clean = upright.convert("RGBA" if see_through else "RGB")
    clean.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    bare = Image.new(clean.mode, clean.size)
    bare.paste(clean)
    out = BytesIO()
    if see_through:
        bare.save(out, "PNG", optimize=True)
    else:
        bare.save(out, "JPEG", quality=88)
    return Picture("png" if see_through else "jpeg", bare.width, bare.height, out.getvalue())
