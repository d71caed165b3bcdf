"""Numbers as a person writes them in their locale."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache
from typing import TYPE_CHECKING

from kapjournal.words.language import current

if TYPE_CHECKING:
    from babel import Locale

MINUS = "−"


def half_up(value: float, digits: int) -> float:
    """The value as `number` writes it: what is compared on a page is what stands there."""
    return float(_rounded(value, digits))


def number(value: float, digits: int = 0) -> str:
    """The number with that many digits after the point at most: '6', '6.5', '1,476'; rounded half up."""
    return _decimal(value, digits, "#", current())


def number_fixed(value: float, digits: int) -> str:
    """The number with exactly that many digits after the point, for columns: '6.0'."""
    return _decimal(value, digits, "0", current())


def decimal_point() -> str:
    """What stands between the whole number and the rest of it: '.' or ','."""
    return str(current().number_symbols["latn"]["decimal"])


@lru_cache(maxsize=1024)
def _decimal(value: float, digits: int, digit: str, locale: Locale) -> str:
    """Write it; the same few numbers stand at the axes of every chart."""
    from babel.numbers import format_decimal

    rounded = _rounded(value, digits)
    pattern = "#,##0" + ("." + digit * digits if digits else "")
    text = format_decimal(rounded, format=pattern, locale=locale)
    return MINUS + text[1:] if text.startswith("-") else text


def _rounded(value: float, digits: int) -> Decimal:
    return Decimal(str(value)).quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP)
