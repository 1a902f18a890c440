"""The file of the font that our own marks and sheets are drawn with, found as the system finds it."""

from __future__ import annotations

import subprocess
from functools import cache

from filings.errors import ConversionError

FAMILY = "Liberation Serif"


@cache
def font_file(style: str = "regular") -> str:
    """The file of Liberation Serif, `regular` or `bold`; ConversionError where fontconfig offers another family."""
    pattern = "%{family}\n%{file}"
    try:
        found = subprocess.run(
            ["fc-match", "-f", pattern, f"{FAMILY}:{style}"], capture_output=True, text=True, timeout=30
        )
    except (OSError, subprocess.TimeoutExpired) as mistake:
        raise _no_font() from mistake
    family, _, file = found.stdout.partition("\n")
    if FAMILY not in family or not file.lower().endswith((".ttf", ".otf")):
        raise _no_font()
    return file


def _no_font() -> ConversionError:
    return ConversionError(f"Не найден шрифт {FAMILY}. Установите пакеты fontconfig и fonts-liberation.")
