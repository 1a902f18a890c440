"""A decision of a body that a person disputes: who made it, when, under which number, on which ground."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import AfterValidator, model_validator

from filings.questions import Block, LongText, PastDay, Text, YesNo, question, wrong
from filings.russian import dates

# People write «№ 15», «вх. № 15» where the document prints its own sign.
_SIGN = re.compile(r"^(?:(?:вх|исх)(?:одящий)?\b\.?\s*)?[№#\s]*", re.IGNORECASE)
DocumentNumber = Annotated[Text, AfterValidator(lambda text: _SIGN.sub("", text).rstrip(" .") or text)]


class Decision(Block):
    """Решение органа, с которым человек не согласен. Source: 210-ФЗ, ст. 11.2, ч. 5, п. 3."""

    by_addressee: YesNo = question(
        "Решение вынес тот же орган, которому вы жалуетесь?",
        ru="вынес_адресат",
        hint="Обычно да. Если жалуетесь в вышестоящий орган, ответьте «нет»",
    )
    body: Text | None = question(
        "Кто вынес решение", ru="кто_вынес", when="!by_addressee", hint="Полное название, как в самом решении"
    )
    made_on: PastDay = question("Дата решения", ru="дата")
    number: DocumentNumber | None = question(
        "Номер решения", ru="номер", optional=True, hint="Если номера нет, оставьте пустым", example="1523/26"
    )
    received_on: PastDay = question(
        "Когда вы узнали о решении", ru="узнали", hint="День уведомления на Госуслугах или вручения письма"
    )
    ground: LongText = question(
        "Почему отказали — слово в слово",
        ru="основание",
        hint="Перепишите причину из решения, ничего не меняя",
        example="Среднедушевой доход семьи превышает величину прожиточного минимума",
        new_page="Что написано в отказе",
    )

    @model_validator(mode="after")
    def _in_order(self) -> Decision:
        if self.received_on < self.made_on:
            raise wrong(
                "received_on",
                "узнали {received}, а решение от {made}: узнать раньше нельзя; поправьте одну из дат",
                received=dates.day(self.received_on),
                made=dates.day(self.made_on),
            )
        if not self.quoted:
            raise wrong("ground", "перепишите причину отказа словами, как в решении")
        return self

    @property
    def quoted(self) -> str:
        """The ground on one line, without the quotes and the full stop of its own, to stand between «»."""
        text = " ".join(self.ground.split())
        enclosed = text[:1] in '«"„' and text.rstrip(".")[-1:] in '»"“'
        return (text.rstrip(".")[1:-1] if enclosed else text).rstrip(". ").strip()
