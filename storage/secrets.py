"""Encryption and keyed hashes, every key derived from one secret.

The secret may be a comma-separated list: the first encrypts, all decrypt, so a key can be replaced without
losing what the old one sealed.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import secrets as randomness
from typing import Any

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789"
"""Letters and digits that are not mistaken for one another when read aloud or typed."""


class Unsealable(Exception):
    """Something sealed cannot be opened: it was made with another secret, or is damaged."""


class Secrets:
    """Seals what is personal and hashes what must be found again."""

    def __init__(self, secret: str) -> None:
        """`secret` is at least 32 characters, or several of those separated by commas, newest first."""
        masters = [part.strip().encode() for part in secret.split(",") if part.strip()]
        if not masters or any(len(master) < 32 for master in masters):
            raise ValueError("the secret key must have at least 32 characters")
        self._fernet = MultiFernet([Fernet(base64.urlsafe_b64encode(_derive(m, "seal"))) for m in masters])
        self._lookup_keys = [_derive(master, "lookup") for master in masters]
        self._sign_key = _derive(masters[0], "sign")

    def seal(self, words: str | bytes) -> bytes:
        """Encrypt."""
        return self._fernet.encrypt(words.encode("utf-8", "replace") if isinstance(words, str) else words)

    def open(self, sealed: bytes) -> bytes:
        """Decrypt; raises Unsealable."""
        try:
            return self._fernet.decrypt(bytes(sealed))
        except InvalidToken as problem:
            raise Unsealable(Unsealable.__doc__) from problem

    def seal_json(self, value: Any) -> bytes:
        """Encrypt a JSON value."""
        return self.seal(json.dumps(value, ensure_ascii=False, separators=(",", ":")))

    def open_json(self, sealed: bytes) -> Any:
        """Decrypt a JSON value; raises Unsealable."""
        return json.loads(self.open(sealed))

    def lookup(self, channel: str, address: str) -> str:
        """The keyed hash under which an address is stored: 32 hexadecimal digits."""
        return _keyed(self._lookup_keys[0], channel, address)

    def lookups(self, channel: str, address: str) -> list[str]:
        """The hashes under which an address may stand, older keys included."""
        return [_keyed(key, channel, address) for key in self._lookup_keys]

    def signature(self, purpose: str, words: str) -> str:
        """A short signature for what travels through a browser: 32 hexadecimal digits."""
        return _keyed(self._sign_key, purpose, words)


def fingerprint(token: str) -> str:
    """A plain hash, for random tokens that are looked up and never shown again."""
    return hashlib.sha256(token.encode()).hexdigest()


def random_token() -> str:
    """256 random bits for cookies and links."""
    return randomness.token_urlsafe(32)


def random_code(length: int) -> str:
    """Random letters and digits that people can read aloud."""
    return "".join(randomness.choice(ALPHABET) for _ in range(length))


def _derive(master: bytes, purpose: str) -> bytes:
    return HKDF(SHA256(), 32, salt=None, info=f"samenspraak/{purpose}".encode()).derive(master)


def _keyed(key: bytes, *parts: str) -> str:
    return hmac.new(key, "\x00".join(parts).encode("utf-8", "replace"), hashlib.sha256).hexdigest()[:32]
