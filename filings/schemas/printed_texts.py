"""Short texts that a template puts behind its own «№», «кв.» or between its own «ёлочки»."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import AfterValidator

from filings.questions import LongText, Text
from filings.questions.texts import capitalised_name

_SIGN = re.compile(r"^(?:№|номер|кв\.|квартира)\s*(?=\S)", re.IGNORECASE)


def without_sign(written: str) -> str:
    """«1532» from «№ 1532», «6» from «кв. 6»: the template prints the sign itself."""
    return _SIGN.sub("", written)


def without_stop(quoted: str) -> str:
    """«ждите» from «ждите.»: the sentence goes on after the quotation; an ellipsis stays."""
    return quoted if quoted.endswith("..") else quoted.removesuffix(".").rstrip() or quoted


def inside(quoted: str) -> str:
    """«120 000 руб.» from «120 000 руб» in the middle of a sentence: the stop of an abbreviation comes back."""
    return f"{quoted}." if re.search(r"\b(руб|коп|тыс|млн|г|гг|др|т\. ?[дп])$", quoted) else quoted


_KEPT = re.compile(r"(?:\b[А-ЯЁA-Z]|\b(?:г|обл|р|ул|д|кв|пр|пер|стр|руб|коп|тыс|млн|др|т\. ?[дп]))\.$")
_NOTHING = {"нет", "не знаю", "отсутствует", "без номера", "б/н", "-", "–", "—"}
_QUOTED = re.compile(r"""[«"„“]([^«»"„“”]*[^«»"„“”\s][^«»"„“”]*)[»"“”]""")
_NUMBER = re.compile(r"\d[\w/-]*(?: от\b|$)")  # «77 АВ 1234567», the blank of a notary, has no sign
_PAPER = re.compile(r"^(?:доверенность|ордер(?: адвоката)?)\s+(?=\S)", re.I)
_DAY = re.compile(r"\d{1,2}\.\d{1,2}\.\d{4}")
_ENDS = re.compile(r"[.!?…:;,]$|[.!?…][»“\")]$")


def clause(written: str) -> str:
    """«подъезд № 2» from «подъезд № 2.»: the sentence goes on; the stop of initials and abbreviations stays."""
    return written if _KEPT.search(written) else without_stop(written)


def unquoted(name: str) -> str:
    """«Отопление» from ««Отопление».»: the template prints the quotes itself; quotes inside stay."""
    found = _QUOTED.fullmatch(clause(name))
    return clause(found[1].strip()) if found else clause(name)


def answered(written: str | None) -> str | None:
    """None for «нет», «б/н» and the like: a person fills in what may be left empty."""
    return None if written and written.rstrip(".").casefold() in _NOTHING else written


def person(name: str) -> str:
    """«Петров Пётр Иванович» from «ПЕТРОВ ПЁТР ИВАНОВИЧ.»: a name stands in a list or after a post."""
    return clause(capitalised_name(name))


def with_sign(written: str) -> str:
    """«№ 45 от 01.10.2026» from «45 от 01.10.2026», «от 01.10.2026» from a bare day: after the name of a paper.

    The name itself is taken off: «Доверенность № 5 от 01.10.2026.» gives «№ 5 от 01.10.2026».
    """
    written = clause(_PAPER.sub("", written))
    if _DAY.match(written):
        return f"от {written}"
    return f"№ {written}" if _NUMBER.match(written) else written


def sentences(story: str) -> str:
    """Every paragraph begins with a capital and ends with a mark: «крыша течёт» is a whole paragraph of a document."""
    lines = (line.strip() for line in story.splitlines())
    return "\n".join(_sentence(line) for line in lines if line) or story


def _sentence(line: str) -> str:
    return line[:1].upper() + line[1:] + ("" if _ENDS.search(line) else ".")


BareNumber = Annotated[Text, AfterValidator(clause), AfterValidator(without_sign)]
Quotation = Annotated[Text, AfterValidator(without_stop)]
Clause = Annotated[Text, AfterValidator(clause)]
Name = Annotated[Text, AfterValidator(unquoted)]
PersonName = Annotated[Text, AfterValidator(person)]
NumberAndDay = Annotated[Text, AfterValidator(with_sign)]
Story = Annotated[LongText, AfterValidator(sentences)]
