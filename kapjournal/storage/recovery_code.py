"""The recovery code: 128 random bits that a person can write down, with two characters that catch slips."""

from __future__ import annotations

import os

from kapjournal.errors import MistypedRecoveryCodeError

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford's base 32
SECRET_BYTES = 16
_DATA = 26
_CHECK = 2
_GROUP = 4
_CHECK_MODULUS = (
    1021  # the largest prime below 32²: every single slip and every swap of neighbours changes the remainder
)
_LOOKALIKES = str.maketrans({"O": "0", "I": "1", "L": "1"})


def new_secret() -> bytes:
    """Return 128 random bits."""
    return os.urandom(SECRET_BYTES)


def spell(secret: bytes) -> str:
    """Write a secret as seven groups of four characters."""
    number = int.from_bytes(secret, "big")
    text = _digits(number, _DATA) + _digits(number % _CHECK_MODULUS, _CHECK)
    return "-".join(text[i : i + _GROUP] for i in range(0, len(text), _GROUP))


def read(code: str) -> bytes:
    """Return the secret of a code, however it was typed: any case, any spacing, O for 0, I or L for 1.

    Raises MistypedRecoveryCodeError where the characters do not add up.
    """
    text = "".join(c for c in code.upper() if c.isalnum()).translate(_LOOKALIKES)
    if len(text) != _DATA + _CHECK or any(c not in ALPHABET for c in text):
        raise MistypedRecoveryCodeError
    number, check = _number(text[:_DATA]), _number(text[_DATA:])
    if number >= 1 << (8 * SECRET_BYTES) or check != number % _CHECK_MODULUS:
        raise MistypedRecoveryCodeError
    return number.to_bytes(SECRET_BYTES, "big")


def _digits(number: int, count: int) -> str:
    return "".join(ALPHABET[(number >> (5 * i)) & 31] for i in reversed(range(count)))


def _number(text: str) -> int:
    number = 0
    for character in text:
        number = number * 32 + ALPHABET.index(character)
    return number
