"""Earlier appeals on the same matter: to whom, when, what came of it. They show that the person has tried."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import ClassVar

from pydantic import model_validator

from filings.questions import Block, Choice, PastDay, question, wrong
from filings.russian import dates
from filings.schemas.decision import DocumentNumber
from filings.schemas.printed_texts import Clause

TOO_EARLY = "Обращение раньше, чем началось нарушение: проверьте даты, иначе скажут, что жаловались на другое."


class Outcome(Choice):
    """Чем кончилось обращение."""

    SILENCE = "silence", "не ответили"
    REFUSED = "refused", "отказали"
    EMPTY = "empty", "ответили не по существу"
    PROMISED = "promised", "обещали, но не сделали"
    PARTLY = "partly", "сделали только часть"


class PriorAppeal(Block):
    """Прежнее обращение."""

    template_names: ClassVar[tuple[str, ...]] = ("описание",)

    to: Clause = question("Куда обращались", ru="куда", example="ООО «УК Дом»")
    sent_on: PastDay = question("Когда", ru="дата")
    number: DocumentNumber | None = question(
        "Входящий номер", ru="номер", optional=True, hint="Стоит на вашем экземпляре или в личном кабинете"
    )
    outcome: Outcome = question("Чем кончилось", ru="итог")
    answered_on: PastDay | None = question(
        "Когда ответили", ru="дата_ответа", when="outcome=refused|empty|promised|partly", unsure="дату не укажем"
    )
    answer_number: DocumentNumber | None = question(
        "Номер ответа", ru="номер_ответа", when="outcome=refused|empty|promised|partly", optional=True
    )

    @model_validator(mode="after")
    def _in_order(self) -> PriorAppeal:
        if self.answered_on and self.answered_on < self.sent_on:
            raise wrong("answered_on", "ответ раньше обращения; поправьте одну из дат")
        return self

    @property
    def described(self) -> str:
        """«10.09.2026 (вх. № 12): отказали (ответ от 20.09.2026 № 5)»; the addressee stands before it."""
        number = f" (вх. № {self.number})" if self.number else ""
        answered = f" от {dates.day(self.answered_on)}" if self.answered_on else ""
        answer = f"{answered} № {self.answer_number}" if self.answer_number else answered
        return f"{dates.day(self.sent_on)}{number}: {self.outcome.ru}" + (f" (ответ{answer})" if answer else "")

    def template_values(self) -> dict[str, str]:
        """What templates read beside the answers."""
        return {"описание": self.described}


def copies_of(appeals: Sequence[PriorAppeal]) -> str:
    """The paper that proves them: «Копия прежнего обращения и ответа на него», without an answer when none came."""
    answered = any(appeal.outcome is not Outcome.SILENCE for appeal in appeals)
    if len(appeals) > 1:
        return "Копии прежних обращений" + (" и ответов на них" if answered else "")
    return "Копия прежнего обращения" + (" и ответа на него" if answered else "")


def too_early(appeals: Sequence[PriorAppeal], since: date | None) -> bool:
    """Whether some appeal was sent before the breach that it is said to be about."""
    return since is not None and any(appeal.sent_on < since for appeal in appeals)
