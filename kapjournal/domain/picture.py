"""A picture in a reflection."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ShownPicture:
    """Which picture a reflection shows, and its description in words."""

    picture_id: int
    alt: str = ""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture as it is stored: encoded anew, without place, camera or any other note; format is 'png' or 'jpeg'."""

    format: str
    width: int
    height: int
    data: bytes
