"""Short texts that a template puts behind its own «№», «кв.» or between its own «ёлочки»."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import AfterValidator

from filings.questions import LongText, Text

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


_KEPT = re.compile(r"(?:\b[А-ЯЁA-Z]|\b(?:г|ул|д|кв|пр|пер|стр|руб|коп|тыс|млн|др|т\. ?[дп]))\.$")
_QUOTED = re.compile(r"""[«"„“]([^«»"„“”]*[^«»"„“”\s][^«»"„“”]*)[»"“”]""")
_ENDS = re.compile(r"[.!?…:;,]$|[.!?…][»“\")]$")


def clause(written: str) -> str:
    """«подъезд № 2» from «подъезд № 2.»: the sentence goes on; the stop of initials and abbreviations stays."""
    return written if _KEPT.search(written) else without_stop(written)


def unquoted(name: str) -> str:
    """«Отопление» from ««Отопление».»: the template prints the quotes itself; quotes inside stay."""
    found = _QUOTED.fullmatch(clause(name))
    return found[1].strip() if found else clause(name)


def sentences(story: str) -> str:
    """Every paragraph begins with a capital and ends with a mark: «крыша течёт» is a whole paragraph of a document."""
    lines = (line.strip() for line in story.splitlines())
    return "\n".join(_sentence(line) for line in lines if line) or story


def _sentence(line: str) -> str:
    return line[:1].upper() + line[1:] + ("" if _ENDS.search(line) else ".")


BareNumber = Annotated[Text, AfterValidator(without_sign)]
Quotation = Annotated[Text, AfterValidator(without_stop)]
Clause = Annotated[Text, AfterValidator(clause)]
Name = Annotated[Text, AfterValidator(unquoted)]
Story = Annotated[LongText, AfterValidator(sentences)]
