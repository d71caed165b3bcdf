"""Opens a backup from docs/format.md alone: `python open_backup.py FILE PASSPHRASE`; nothing of the program is used."""

from __future__ import annotations

import base64
import hashlib
import json
import sys
import tempfile
import unicodedata
import zipfile
from pathlib import Path
from typing import Any

import apsw
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


def canonical(plain: Any) -> bytes:
    return json.dumps(plain, sort_keys=True, separators=(",", ":"), ensure_ascii=True).encode()


def wrapping_key(kdf: dict[str, Any], secret: str) -> bytes:
    salt = base64.b64decode(kdf["salt"])
    if kdf["name"] == "argon2id":
        spaced = "".join(" " if unicodedata.category(c) == "Zs" else c for c in secret)
        text = unicodedata.normalize("NFC", spaced).encode()
        return Argon2id(
            salt=salt,
            length=32,
            iterations=kdf["passes"],
            lanes=kdf["lanes"],
            memory_cost=kdf["memory_kib"],
        ).derive(text)
    code = "".join(c for c in secret.upper() if c.isalnum()).translate(str.maketrans("OIL", "011"))
    number = 0
    for character in code[:26]:
        number = number * 32 + ALPHABET.index(character)
    info = b"kapjournal recovery"
    return HKDF(algorithm=SHA256(), length=32, salt=salt, info=info).derive(number.to_bytes(16, "big"))


def database_key(data: bytes, kind: str, secret: str) -> bytes:
    outer = json.loads(data)
    body = outer["body"]
    if hashlib.sha256(canonical(body)).hexdigest() != outer["sha256"]:
        raise ValueError("the slots are damaged")
    slot = next(slot for slot in body["slots"] if slot["kind"] == kind)
    bound = {name: body[name] for name in ("format", "version", "journal_id", "key_id")}
    bound["slot"] = {name: value for name, value in slot.items() if name != "wrapped"}
    wrapped = base64.b64decode(slot["wrapped"])
    cipher = ChaCha20Poly1305(wrapping_key(slot["kdf"], secret))
    key = cipher.decrypt(wrapped[:12], wrapped[12:], canonical(bound))
    if hashlib.sha256(b"kapjournal key id" + key).hexdigest()[:32] != body["key_id"]:
        raise ValueError("another key")
    return key


def rows(file: Path, kind: str, secret: str, statement: str) -> list[tuple[Any, ...]]:
    """Run one statement on the database of a backup."""
    with zipfile.ZipFile(file) as archive, tempfile.TemporaryDirectory() as folder:
        key = database_key(archive.read("keyslots.json"), kind, secret)
        path = Path(folder) / "journal.db"
        path.write_bytes(archive.read("journal.db"))  # still encrypted
        connection = apsw.Connection(str(path), flags=apsw.SQLITE_OPEN_READONLY)
        connection.pragma("cipher", "sqlcipher")
        connection.pragma("legacy", 4)
        connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
        found = list(connection.execute(statement))
        connection.close()
    return found


if __name__ == "__main__":
    for row in rows(
        Path(sys.argv[1]),
        "passphrase",
        sys.argv[2],
        "SELECT entry.local, reflection.title, reflection.text FROM entry "
        "JOIN reflection ON reflection.entry_id = entry.id WHERE trashed IS NULL ORDER BY place",
    ):
        print(*row, sep="\n", end="\n\n")
