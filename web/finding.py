"""Finds the document for what a person says happened: by the words of titles and descriptions, whatever their forms."""

from __future__ import annotations

import re
from functools import lru_cache

from filings.catalogue import Kind, kinds
from filings.russian.morphology import readings

LONGEST = 200  # of a query, in signs
_STEM = 6
_TELLING = 0.3  # of what the best one fits
_IDLE = {"мне", "меня", "мой", "что", "как", "для", "это", "или", "если", "хотеть", "нужный", "мочь", "подать", "быть"}
# What people say -> what the descriptions say.
_EVERYDAY = {
    "затопить": "залив",
    "залить": "залив",
    "потоп": "залив",
    "протечка": "залив",
    "коммуналка": "коммунальный",
    "квитанция": "начисление",
    "жкх": "жильё",
    "зарплата": "заработный",
    "расписка": "заём",
    "занять": "заём",
    "долг": "заём",
    "обжаловать": "апелляционный",
    "обжалование": "апелляционный",
    "холодно": "отопление",
    "батарея": "отопление",
    "жэк": "управляющий",
    "начальник": "работодатель",
}


def found(query: str) -> list[Kind]:
    """The kinds that fit `query`, best first; those that share a chance word with it are left out."""
    asked = _stems(query[:LONGEST])
    ranked = [(_fit(asked, kind), kind) for kind in kinds().values()]
    least = max((fit for fit, _ in ranked), default=0) * _TELLING
    return [
        kind for fit, kind in sorted(ranked, key=lambda pair: (-pair[0], pair[1].about.title)) if fit and fit >= least
    ]


def _fit(asked: frozenset[str], kind: Kind) -> int:
    about = kind.about
    title, told = _stems(about.title), _stems(" ".join((about.summary, *about.at_hand, *about.references)))
    return sum(3 * (stem in title) + (stem in told) for stem in asked)


@lru_cache(maxsize=1024)
def _stems(text: str) -> frozenset[str]:
    """The beginnings of the dictionary forms of telling words, with what the descriptions call them."""
    words = (readings(word)[0].normal_form for word in re.findall(r"[а-яё]{3,}", text.casefold()))
    telling = {word for word in words if word not in _IDLE}
    telling |= {_EVERYDAY[word] for word in telling if word in _EVERYDAY}
    return frozenset(word.replace("ё", "е")[:_STEM] for word in telling)
