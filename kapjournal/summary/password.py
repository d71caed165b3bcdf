"""A PDF under a password: AES-256, in memory, so that nothing unlocked ever lies on the disk."""

from __future__ import annotations

import io
import unicodedata


def under_password(data: bytes, password: str) -> bytes:
    """Return the PDF locked; some readers take only the composed form of a letter, so the password is put into it."""
    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(data)))
    writer.encrypt(composed(password), algorithm="AES-256")
    made = io.BytesIO()
    writer.write(made)
    return made.getvalue()


def composed(password: str) -> str:
    """Return the password as it is used."""
    return unicodedata.normalize("NFC", password)


def is_plain(password: str) -> bool:
    """Whether every reader takes it: letters that all keyboards have."""
    return password.isascii() and password.isprintable()
