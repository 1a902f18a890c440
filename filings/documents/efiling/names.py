"""Names of files as courts want them: the document, then its sheets, «Исковое_заявление_5л.pdf»."""

from __future__ import annotations

import re
import unicodedata

# Two bytes for a Cyrillic letter: with its number and its sheets a name stays far below the 255 bytes of a disk.
LONGEST = 70
_NOT_IN_NAMES = re.compile(r"[^\w-]+")
_TORN_END = re.compile(r"_(?:а|в|во|до|за|и|из|к|на|не|о|об|от|по|при|с|со|у|или|для|для_)$", re.IGNORECASE)


def file_name(title: str, sheets: int, *, number: int | None = None, suffix: str = "pdf") -> str:
    """«Приложение_2_Справка_о_доходах_1л.pdf»; `number` is that of the exhibit, a title too long is cut at a word."""
    stem = shortened(title)
    lead = f"Приложение_{number}_" if number is not None else ""
    return f"{lead}{stem}_{sheets}л.{suffix}"


def shortened(title: str) -> str:
    """Words with «_» between them, at most 70 letters, not torn after a preposition."""
    words = _as_name(title)
    if len(words) > LONGEST:
        words = _as_name(_first_clauses(title)) or words
    if len(words) > LONGEST:
        whole = words[: LONGEST + 1].rpartition("_")[0]
        words = whole or words[:LONGEST]
    while (cut := _TORN_END.sub("", words)) != words:
        words = cut
    return words.strip("_-") or "Документ"


def is_shortened(title: str) -> bool:
    """Whether the name does not hold the whole title."""
    return len(shortened(title)) < len(_as_name(title))


def _as_name(text: str) -> str:
    return _NOT_IN_NAMES.sub("_", unicodedata.normalize("NFC", text)).strip("_")


def _first_clauses(title: str) -> str:
    """As much as fits, up to a comma: «о взыскании заработной платы», not «…, компенсации за»."""
    return title[: LONGEST + 1].rpartition(",")[0]
