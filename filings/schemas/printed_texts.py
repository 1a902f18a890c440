"""Short texts that a template puts behind its own «№», «кв.» or between its own «ёлочки»."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import AfterValidator

from filings.questions import Text

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


BareNumber = Annotated[Text, AfterValidator(without_sign)]
Quotation = Annotated[Text, AfterValidator(without_stop)]
