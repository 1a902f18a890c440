"""The kinds as the start page lists them: by topic, in the order in which people come for them."""

from __future__ import annotations

from filings.catalogue import Kind, kinds
from filings.topics import TITLES

_OTHER = "Другое"


def topics() -> list[tuple[str, list[Kind]]]:
    """Topics in order, each with its kinds by title; a topic without a Russian name stands last under «Другое»."""
    groups: dict[str, list[Kind]] = {title: [] for title in (*TITLES.values(), _OTHER)}
    for kind in sorted(kinds().values(), key=lambda one: one.about.title.casefold()):
        groups[TITLES.get(kind.topic, _OTHER)].append(kind)
    return [(title, found) for title, found in groups.items() if found]
