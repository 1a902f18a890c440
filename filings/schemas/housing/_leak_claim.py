"""What the claim about a leak asks beside the demand: the demand itself, the penalty, the costs, the place."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated

from pydantic import AfterValidator, field_validator, model_validator

from filings.questions import Block, Choice, PastDay, Roubles, Text, question, wrong
from filings.schemas.employment import positive
from filings.schemas.printed_texts import unquoted
from filings.schemas.prior_appeals import Outcome


class SentDemand(Block):
    """Претензия до суда."""

    sent_on: PastDay = question("Когда отправили претензию", ru="отправлена")
    received_on: PastDay | None = question(
        "Когда её получили",
        ru="получена",
        unsure="день получения не укажем",
        hint="Дата на вашем экземпляре, в уведомлении или на сайте Почты России",
    )
    outcome: Outcome = question("Что ответили", ru="итог")
    paid: Roubles | None = question(
        "Сколько заплатили", ru="заплатили", when="outcome=partly", hint="Если платить не стали, впишите 0"
    )

    @model_validator(mode="after")
    def _in_order(self) -> SentDemand:
        if self.received_on and self.received_on < self.sent_on:
            raise wrong("received_on", "получили раньше, чем вы отправили; поправьте одну из дат")
        return self


class LatePenalty(Block):
    """Неустойка. Source: Закон РФ «О защите прав потребителей», ст. 28, п. 5; ст. 31, п. 3."""

    price: Roubles = question(
        "Сколько вы платите за содержание жилья в месяц",
        ru="плата",
        hint="Строка «Содержание жилого помещения» в квитанции: больше этой суммы неустойка не бывает",
    )

    @field_validator("price")
    @classmethod
    def _price_is_there(cls, price: Decimal) -> Decimal:
        return positive(price)


class CostKind(Choice):
    """Судебные расходы; стоит после слова «расходы». Source: ГПК РФ, ст. 94, 100."""

    LAWYER = "lawyer", "на оплату услуг представителя"
    POST = "post", "на почтовые отправления"
    REGISTRY = "registry", "на получение выписки из ЕГРН"
    NOTARY = "notary", "на удостоверение доверенности"
    TRAVEL = "travel", "на проезд в суд"


class Cost(Block):
    """Судебный расход."""

    kind: CostKind = question("На что потратили", ru="на_что")
    amount: Roubles = question("Сколько", ru="сумма")

    @field_validator("amount")
    @classmethod
    def _amount_is_there(cls, amount: Decimal) -> Decimal:
        return positive(amount)


class Place(Choice):
    """Где судиться с организацией. Source: ГПК РФ, ст. 28, 29, ч. 7."""

    HOME = "home", "там, где вы живёте", "Обычно удобнее всего"
    ORGANISATION = "organisation", "по адресу организации"


def _asked(written: str) -> str:
    """«Какова причина залива?» from «какова причина залива»."""
    text = unquoted(written)
    return text[:1].upper() + text[1:] + ("" if text.endswith("?") else "?")


class ExpertRequest(Block):
    """Судебная экспертиза. Source: ГПК РФ, ст. 79."""

    question_asked: Annotated[Text, AfterValidator(_asked)] = question(
        "На какой вопрос должен ответить эксперт",
        ru="вопрос",
        example="Какова причина залива и сколько стоит ремонт квартиры?",
    )
