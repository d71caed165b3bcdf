"""Pictures from anywhere: known by content, bounded, without a place, whatever they carry."""

from __future__ import annotations

import resource
import struct
import sys
import time
import zlib
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from kapjournal.errors import NotAPictureError, PictureTooLargeError
from kapjournal.exchange.picture_file import LONGEST_SIDE, read_picture


def _encoded(kind: str, size: tuple[int, int] = (60, 40), mode: str = "RGB", **options: object) -> bytes:
    out = BytesIO()
    Image.new(mode, size, "teal").save(out, kind, **options)
    return out.getvalue()


def _png(width: int, height: int) -> bytes:
    """A PNG that says how large it is and has next to nothing inside."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    body = zlib.compress(b"\0" * 1000)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", body) + chunk(b"IEND", b"")


@pytest.mark.parametrize(("kind", "stored"), [("PNG", "jpeg"), ("JPEG", "jpeg"), ("WEBP", "jpeg")])
def test_three_kinds_are_read(kind: str, stored: str) -> None:
    picture = read_picture(_encoded(kind))
    assert (picture.format, picture.width, picture.height) == (stored, 60, 40)


def test_what_can_be_seen_through_stays_so() -> None:
    picture = read_picture(_encoded("PNG", mode="RGBA"))
    assert picture.format == "png"
    assert Image.open(BytesIO(picture.data)).mode == "RGBA"


def test_the_place_and_the_camera_are_left_behind() -> None:
    exif = Image.Exif()
    exif[0x010F] = "lighthouse cameras"
    exif.get_ifd(0x8825)[1] = "N"
    exif.get_ifd(0x8825)[2] = (51.0, 28.0, 38.0)
    data = _encoded("JPEG", exif=exif, comment=b"by the harbour")
    assert b"lighthouse" in data
    assert Image.open(BytesIO(data)).getexif().get_ifd(0x8825), "the control: it does say where it was taken"
    picture = read_picture(data)
    assert b"lighthouse" not in picture.data
    assert b"harbour" not in picture.data
    assert not Image.open(BytesIO(picture.data)).getexif()


def test_it_stands_as_it_was_held() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    picture = read_picture(_encoded("JPEG", exif=exif))
    assert (picture.width, picture.height) == (40, 60)


def test_a_large_one_is_stored_smaller() -> None:
    picture = read_picture(_encoded("JPEG", (5000, 2500)))
    assert (picture.width, picture.height) == (LONGEST_SIDE, LONGEST_SIDE // 2)


HOSTILE = {
    "an SVG that asks for a file": b'<svg xmlns="http://www.w3.org/2000/svg"><image href="file:///etc/passwd"/></svg>',
    "a GIF": b"GIF89a" + b"\0" * 40,
    "a PDF": b"%PDF-1.7",
    "nothing": b"",
    "only a beginning": b"\x89PNG\r\n\x1a\n",
    "half a JPEG": _encoded("JPEG", (300, 300))[:200],
    "a text with a picture's name": b"picture.png",
    "an empty WebP": b"RIFF\0\0\0\0WEBP",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_anything_else_is_refused(name: str) -> None:
    with pytest.raises(NotAPictureError):
        read_picture(HOSTILE[name])


@pytest.mark.parametrize("size", [(20_000, 20_000), (9_000, 9_000), (6_400, 6_400), (2_000_000_000, 3)])
def test_one_that_is_too_large_is_refused_before_it_is_read(size: tuple[int, int]) -> None:
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    began = time.process_time()
    with pytest.raises((PictureTooLargeError, NotAPictureError)):
        read_picture(_png(*size))
    assert time.process_time() - began < 2
    grown_kib = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
    assert grown_kib < 200 * 1024 * (1024 if sys.platform == "darwin" else 1)


@given(st.binary(max_size=300), st.integers(0, 400))
def test_a_damaged_picture_is_refused_or_read_and_nothing_else(noise: bytes, place: int) -> None:
    data = bytearray(_encoded("PNG"))
    data[8 + place % len(data) : 8 + place % len(data) + len(noise)] = noise
    try:
        read_picture(bytes(data))
    except (NotAPictureError, PictureTooLargeError):
        return
