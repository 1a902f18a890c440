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
_LINE_ENDS = re.compile("\r\n|[\r\u000b\u0085\u2028\u2029]")  # a break within a paragraph is pasted from Word as U+000B
_ALIKE = {"\u2011": "-", "\u2103": "°C"}  # the face has no glyph for these
# Blocks that the serif face of the documents can show; checked against the font in the tests.
_PRINTABLE = re.compile(
    "[\n\\x20-\\x7e\u00a0-\u024f\u02bc\u0301\u0386\u0388-\u038a\u038c\u038e-\u03a1\u03a3-\u03ce\u0400-\u0513"
    "\u2010\u2012-\u2022\u2026\u2030\u2032-\u2034\u2039\u203a\u2044\u2074-\u2079\u207f-\u2089\u20ac\u20bd\u2105\u2113"
    "\u2116\u2122\u2126\u2153\u2154\u215b-\u215e\u2190-\u2195\u2202\u2206\u220f\u2211\u2212\u2215\u2219\u221a\u221e\u222b"
    "\u2248\u2260\u2264\u2265\u25a0\u25a1\u25aa\u25ab\u25b2\u25ba\u25bc\u25ca\u25cb\u25cf\u25e6]"
)
_NAME = re.compile(r"[А-ЯЁа-яё]+(?:(?:'|-|\. ?| )[А-ЯЁа-яё]+)*\.?")
_NOTHING = {"нет", "отсутствует", "не имею", "-"}
_LOWER_WORDS = {"оглы", "кызы", "улы", "заде"}
_YES = {"да", "yes", "true", "1", "on", "y", "д"}
_NO = {"нет", "no", "false", "0", "off", "n", "н"}


def line(value: Any) -> str:
    """One line of text: runs of white space become one space; at most 500 characters."""
    text = " ".join(legible(value).split())
    return _within(text, LINE_LENGTH)


def long_text(value: Any) -> str:
    """Text with paragraphs: line ends are `\\n`, no blank edges; at most 20,000 characters."""
    lines = [part.strip() for part in legible(value).split("\n")]
    return _within(re.sub("\n{3,}", "\n\n", "\n".join(lines)).strip(), TEXT_LENGTH)


def legible(value: Any) -> str:
    """The text without unseen signs, its white space as spaces and `\\n`; a sign that cannot be printed is an error."""
    text = unicodedata.normalize("NFC", _INVISIBLE.sub("", _LINE_ENDS.sub("\n", written(value))))
    for sign, alike in _ALIKE.items():
        text = text.replace(sign, alike)
    text = _SPACES.sub(" ", text)
    for place, sign in enumerate(text):
        if not _PRINTABLE.match(sign):
            raise _unprintable(text, place, sign)
    return text


def name_part(value: Any) -> str:
    """A surname, first name or patronymic: Cyrillic letters, hyphen, apostrophe; «ИВАНОВА» becomes «Иванова»."""
    text = re.sub("[’‘`ʼ´]", "'", re.sub(r"\s*[-‐–—]\s*", "-", line(value)))
    if text.casefold() in _NOTHING:
        raise PydanticCustomError(
            "name", "если этого имени нет, оставьте поле пустым, а не пишите «{text}»", {"text": text}
        )
    if text and not _NAME.fullmatch(text):
        raise PydanticCustomError(
            "name", "«{text}»: напишите русскими буквами, как в паспорте, без цифр и знаков", {"text": text}
        )
    if len(text) > 100:
        raise PydanticCustomError("name", "слишком длинно; оставьте здесь только одно имя, как в паспорте")
    return capitalised_name(text)


def capitalised_name(text: str) -> str:
    """«Иванова» from «ИВАНОВА», «иванова» and «иВАНОВА», typed with Caps Lock on; a mixed spelling stays."""
    return _capitalised(text) if text.isupper() or text.islower() or text.swapcase().istitle() else text


def yes_no(value: Any) -> bool:
    """«да» or «нет», in Russian or English."""
    if isinstance(value, bool):
        return value
    text = written(value)
    if text.strip().casefold() in _YES | _NO:
        return text.strip().casefold() in _YES
    raise PydanticCustomError("yes_no", "ответьте «да» или «нет», а не «{text}»", {"text": text})


def is_blank(value: str) -> bool:
    """Whether nothing can be seen of a text."""
    return not visible(value).strip()


def visible(value: str) -> str:
    """The text without signs that nobody sees: soft hyphens, zero-width spaces, marks of direction."""
    return _INVISIBLE.sub("", value)


def written(value: Any) -> str:
    """One answer as it was written; a list, a group or a bare «true» is not a text that a person would see."""
    if isinstance(value, dict | list | tuple):
        raise PydanticCustomError("text", "здесь нужен один ответ, а не список")
    if isinstance(value, bool) or value is None:
        raise PydanticCustomError("text", "здесь нужен ответ словами или числом")
    return str(value)


def _capitalised(text: str) -> str:
    return re.sub("[а-яё]+", lambda found: _word(found, text.lower()), text.lower())


def _word(found: re.Match[str], text: str) -> str:
    """«Оглы» stays small; after an apostrophe a capital follows a lone letter («О'Нил»), not a stem («Лук'янов»)."""
    inside = re.search("[а-яё]{2,}'$", text[: found.start()])
    return found[0] if inside or (found.start() and found[0] in _LOWER_WORDS) else found[0].capitalize()


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
