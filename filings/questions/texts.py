"""Texts as people type and paste them: noise goes, what no printed page can show is refused."""

from __future__ import annotations

import re
import unicodedata
from typing import Any

from pydantic_core import PydanticCustomError

LINE_LENGTH = 500
TEXT_LENGTH = 20_000

_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufe0e\ufe0f\ufeff]")
_SPACES = re.compile("[ \t\u00a0\u2000-\u200a\u202f\u205f\u3000]+")
# Blocks that the serif face of the documents can show; checked against the font in the tests.
_PRINTABLE = re.compile(
    "[\n\\x20-\\x7e\u00a0-\u024f\u0386-\u03ce\u0400-\u045f\u0462\u0463\u0472-\u0475\u0490\u0491"
    "\u0301\u2010-\u2027\u2030-\u203a\u2044\u2070\u2074-\u208e\u20ac\u20bd\u2103\u2105\u2113\u2116\u2122\u2126"
    "\u2150\u2153\u2154\u215b-\u215e\u2190-\u2195\u2202\u2206\u220f\u2211\u2212\u2215\u2219\u221a\u221e\u222b"
    "\u2248\u2260\u2264\u2265\u25a0\u25a1\u25cf\u25e6]"
)
_YES = {"да", "yes", "true", "1", "on", "y", "д"}
_NO = {"нет", "no", "false", "0", "off", "n", "н"}


def line(value: Any) -> str:
    """One line of text: runs of white space become one space; at most 500 characters."""
    text = " ".join(_legible(value).split())
    return _within(text, LINE_LENGTH)


def long_text(value: Any) -> str:
    """Text with paragraphs: line ends are `\\n`, no blank edges; at most 20,000 characters."""
    lines = [part.strip() for part in _legible(value).split("\n")]
    return _within(re.sub("\n{3,}", "\n\n", "\n".join(lines)).strip(), TEXT_LENGTH)


def address(value: Any) -> str:
    """A postal address on one line; it must name a place and hold a house number."""
    text = line(str(value).replace("\n", ", "))
    if text and (len(text) < 10 or not re.search(r"\d", text)):
        raise PydanticCustomError(
            "address", "адрес неполный; напишите его целиком: индекс, город, улица, дом, квартира"
        )
    return text


def name_part(value: Any) -> str:
    """A surname, first name or patronymic: Cyrillic letters, hyphen, apostrophe; «ИВАНОВА» becomes «Иванова»."""
    text = re.sub(r"\s*[-‐–—]\s*", "-", line(value)).replace("’", "'").replace("`", "'")
    if text and not re.fullmatch(r"[А-ЯЁа-яё][А-ЯЁа-яё'. -]*", text):
        raise PydanticCustomError(
            "name", "«{text}»: напишите русскими буквами, как в паспорте, без цифр и знаков", {"text": text}
        )
    if len(text) > 100:
        raise PydanticCustomError("name", "слишком длинно; оставьте здесь только одно имя, как в паспорте")
    return _capitalised(text) if text.isupper() or text.islower() else text


def yes_no(value: Any) -> bool:
    """«да» or «нет», in Russian or English."""
    if isinstance(value, bool):
        return value
    text = str(value).strip().casefold()
    if text in _YES or text in _NO:
        return text in _YES
    raise PydanticCustomError("yes_no", "ответьте «да» или «нет», а не «{text}»", {"text": str(value)})


def _capitalised(text: str) -> str:
    lower_words = {"оглы", "кызы", "улы", "заде"}
    words = [word if word in lower_words else word.capitalize() for word in text.lower().split(" ")]
    return " ".join("-".join(part[:1].upper() + part[1:] for part in word.split("-")) for word in words)


def _legible(value: Any) -> str:
    if isinstance(value, dict | list | tuple):
        raise PydanticCustomError("text", "здесь нужен текст, а не список")
    text = unicodedata.normalize("NFC", _INVISIBLE.sub("", str(value).replace("\r\n", "\n").replace("\r", "\n")))
    text = _SPACES.sub(" ", text)
    for place, sign in enumerate(text):
        if not _PRINTABLE.match(sign):
            raise _unprintable(text, place, sign)
    return text


def _unprintable(text: str, place: int, sign: str) -> PydanticCustomError:
    name = f"U+{ord(sign):04X}" if not sign.isprintable() else f"«{sign}»"
    before = text[max(0, place - 25) : place].strip()
    where = f" после слов «{before}»" if before else " в начале"
    return PydanticCustomError(
        "unprintable", "знак {name}{where} нельзя напечатать в документе; уберите его", {"name": name, "where": where}
    )


def _within(text: str, limit: int) -> str:
    if len(text) > limit:
        raise PydanticCustomError(
            "too_long",
            "слишком длинно: {length} знаков, а можно {limit}; сократите или приложите отдельным документом",
            {"length": len(text), "limit": limit},
        )
    return text
