"""Numbers as a person writes them in their locale."""

from __future__ import annotations

from kapjournal.words.language import current

MINUS = "−"


def number(value: float, digits: int = 0) -> str:
    """The number with that many digits after the point at most: '6', '6.5', '1,476'; rounded half up."""
    return _decimal(value, "#,##0" + ("." + "#" * digits if digits else ""))


def number_fixed(value: float, digits: int) -> str:
    """The number with exactly that many digits after the point, for columns: '6.0'."""
    return _decimal(value, "#,##0" + ("." + "0" * digits if digits else ""))


def _decimal(value: float, pattern: str) -> str:
    from decimal import ROUND_HALF_UP, Decimal

    from babel.numbers import decimal, format_decimal

    with decimal.localcontext(decimal.Context(rounding=ROUND_HALF_UP)):
        text = format_decimal(Decimal(str(value)), format=pattern, locale=current())
    return MINUS + text[1:] if text.startswith("-") else text
