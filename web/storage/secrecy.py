"""Hashes of the secrets that open cases. None is kept as it is."""

from __future__ import annotations

import hashlib
import hmac

CODE_DIGITS = 12


def token_hash(token: str) -> bytes:
    """The hash of a long random token, which nobody can try out."""
    return hashlib.sha256(token.encode()).digest()


def code_hash(code: str, pepper: bytes) -> bytes:
    """The hash of a short code. All codes could be tried on a stolen database, hence a key that is not in it."""
    return hmac.digest(pepper, b"code" + code.encode(), "sha256")


def digits_of(typed: str) -> str:
    """The digits of a code as people type it: with spaces, dashes or in groups; empty when it cannot be a code."""
    digits = "".join(one for one in typed if one in "0123456789")
    return digits if len(digits) == CODE_DIGITS else ""


def in_groups(code: str) -> str:
    """«4829 1530 7664»: how a code is shown and read aloud."""
    return " ".join(code[start : start + 4] for start in range(0, len(code), 4))
