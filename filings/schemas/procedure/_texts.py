"""Answers that continue a phrase of the document: words that the template says itself are taken off their front."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Annotated

from pydantic import AfterValidator

from filings.questions import Text, wrong
from filings.schemas.printed_texts import clause, sentences


def after(*leads: str) -> Callable[[str], str]:
    """Takes one of the leads off: «в иске отказано» from «Решением суда в иске отказано»."""
    pattern = re.compile("(?:" + "|".join(leads) + r")[\s:]+(?=\S)", re.I)

    def shortened(text: str) -> str:
        lead = pattern.match(text)
        return text[lead.end() :] if lead else text

    return shortened


def without_end(text: str) -> str:
    """«Не дают» from «Не дают!»: the sentence of the document goes on; an ellipsis and «Черных А.А.» stay."""
    return text if text.endswith("..") else clause(re.sub(r"(?:[\s!?]|(?<=[!?])\.)+$", "", text)) or text


def _office(title: str) -> str:
    """A writ goes to an office of bailiffs, not to a person."""
    if re.match(r"(судебн\w+ )?пристав\b|(судебн\w+ )?пристав(у|-исполнител)", title, re.I):
        raise wrong("", "впишите название отдела, например: Отдел судебных приставов по Ленинскому району г. Твери")
    return title


Words = Annotated[Text, AfterValidator(without_end)]
FactProved = Annotated[Text, AfterValidator(without_end), AfterValidator(after("что", "то,? что", "тот факт,? что"))]
WholeSentence = Annotated[Text, AfterValidator(sentences)]
Holder = Annotated[Text, AfterValidator(without_end)]
PartOfDecision = Annotated[Text, AfterValidator(without_end), AfterValidator(after("в части"))]
Result = Annotated[
    Text, AfterValidator(without_end), AfterValidator(after("решением(?: суда)?", "суд(?:ом)? решил", "суд"))
]
NewWords = Annotated[Text, AfterValidator(without_end), AfterValidator(after("которым", "принять решение"))]
Change = Annotated[Text, AfterValidator(without_end), AfterValidator(after("изменить решение", "решение изменить"))]
BailiffsOffice = Annotated[Text, AfterValidator(after("во?")), AfterValidator(_office)]
