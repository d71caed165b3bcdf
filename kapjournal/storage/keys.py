"""The database key, and what it is wrapped with: a passphrase, a recovery code, a secret in a keychain."""

from __future__ import annotations

import os
import unicodedata
from dataclasses import dataclass
from enum import StrEnum

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from kapjournal.errors import NotEnoughMemoryError

KEY_BYTES = 32
SALT_BYTES = 16
NONCE_BYTES = 12


class SlotKind(StrEnum):
    """What opens a slot."""

    PASSPHRASE = "passphrase"  # noqa: S105  (the name of a kind)
    RECOVERY = "recovery"
    KEYCHAIN = "keychain"


@dataclass(frozen=True, slots=True)
class KdfCost:
    """What one guess of a passphrase costs: 256 MiB and about 0.6 s where it was measured (Argon2id, RFC 9106)."""

    memory_kib: int = 262_144
    passes: int = 3
    lanes: int = 4

    @property
    def within_bounds(self) -> bool:
        """Whether a reader accepts it: a hostile file must neither weaken the key nor exhaust the machine."""
        return 65_536 <= self.memory_kib <= 2_097_152 and 2 <= self.passes <= 16 and 1 <= self.lanes <= 16


def new_key() -> bytes:
    """Return a random 256-bit key."""
    return os.urandom(KEY_BYTES)


def passphrase_bytes(passphrase: str) -> bytes:
    """Return the same bytes for every way a keyboard may spell a passphrase (RFC 8265, OpaqueString)."""
    spaced = "".join(" " if unicodedata.category(c) == "Zs" else c for c in passphrase)
    return unicodedata.normalize("NFC", spaced).encode("utf-8", "surrogatepass")


def key_from_passphrase(passphrase: str, salt: bytes, cost: KdfCost) -> bytes:
    """Derive a wrapping key; takes long on purpose. Raises NotEnoughMemoryError."""
    try:
        return Argon2id(
            salt=salt, length=KEY_BYTES, iterations=cost.passes, lanes=cost.lanes, memory_cost=cost.memory_kib
        ).derive(passphrase_bytes(passphrase))
    except MemoryError as error:
        raise NotEnoughMemoryError from error


def key_from_recovery(secret: bytes, salt: bytes) -> bytes:
    """Derive a wrapping key from the 128 random bits of a recovery code; cheap, for they cannot be guessed."""
    return HKDF(algorithm=SHA256(), length=KEY_BYTES, salt=salt, info=b"kapjournal recovery").derive(secret)


def key_from_keychain(secret: bytes, salt: bytes) -> bytes:
    """Derive a wrapping key from the 256 random bits that a keychain holds."""
    return HKDF(algorithm=SHA256(), length=KEY_BYTES, salt=salt, info=b"kapjournal keychain").derive(secret)


def wrap(wrapping_key: bytes, key: bytes, bound_to: bytes) -> bytes:
    """Encrypt a key, bound to where it stands."""
    nonce = os.urandom(NONCE_BYTES)
    return nonce + ChaCha20Poly1305(wrapping_key).encrypt(nonce, key, bound_to)


def unwrap(wrapping_key: bytes, wrapped: bytes, bound_to: bytes) -> bytes | None:
    """Return the key, or None where the secret is not the right one."""
    try:
        return ChaCha20Poly1305(wrapping_key).decrypt(wrapped[:NONCE_BYTES], wrapped[NONCE_BYTES:], bound_to)
    except (InvalidTag, ValueError):
        return None
