"""What the claim about a leak asks beside the demand: the demand itself, the penalty, the costs, the court."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

from pydantic import field_validator, model_validator

from filings.errors import LegalValueMissing
from filings.questions import Block, Choice, PastDay, Roubles, question, wrong
from filings.rules import consumer_penalty, state_duty
from filings.rules.conclusion import Conclusion
from filings.rules.consumer_penalty import Breach
from filings.rules.matters import Matter
from filings.rules.state_duty import Exemption
from filings.rules.terms import last_day, legal_term
from filings.russian import dates, numbers
from filings.schemas.employment import positive
from filings.schemas.housing._leak_advice import DEMAND
from filings.schemas.printed_texts import Quotation
from filings.schemas.prior_appeals import Outcome
from filings.schemas.venue import venue, wrong_level

if TYPE_CHECKING:
    from filings.schemas.housing.leak_damage_claim import LeakDamageClaim


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


class ExpertRequest(Block):
    """Судебная экспертиза. Source: ГПК РФ, ст. 79."""

    question_asked: Quotation = question(
        "На какой вопрос должен ответить эксперт",
        ru="вопрос",
        example="Какова причина залива и сколько стоит ремонт квартиры?",
    )


def delay_begins(claim: LeakDamageClaim) -> date | None:
    """The day after the last day to pay; None when the demand has no day of receipt."""
    received = claim.demand and claim.demand.received_on
    if not received:
        return None
    return last_day(received, legal_term(DEMAND, received)) + timedelta(days=1)


def penalty(claim: LeakDamageClaim, on: date) -> Conclusion | None:
    """ЗоЗПП, ст. 28, п. 5: by days of delay, not more than the price of the service."""
    since = delay_begins(claim)
    if not claim.penalty or not since:
        return None
    asked = consumer_penalty.Input(price=claim.penalty.price, since=since, until=on, breach=Breach.SERVICES)
    return consumer_penalty.consumer_penalty(asked)


def price_of(claim: LeakDamageClaim, on: date) -> Decimal:
    """ГПК РФ, ст. 91: damage and penalty; moral harm, fine and costs are outside."""
    counted = penalty(claim, on)
    late = counted.value if counted and isinstance(counted.value, Decimal) else Decimal(0)
    return claim.loss() + late


def duty_of(claim: LeakDamageClaim, on: date) -> Conclusion:
    """A consumer is exempt up to the limit; against a neighbour the scale, and the demand to repair beside it."""
    exemption = Exemption.CONSUMER if claim.is_common else Exemption.NONE
    more = int(claim.leak.ongoing)
    asked = state_duty.Input(price=price_of(claim, on), filed_on=on, exemption=exemption, more_demands=more)
    return state_duty.state_duty(asked)


def level(claim: LeakDamageClaim, on: date) -> Conclusion:
    """Justice of the peace or district court."""
    matter = Matter.CONSUMER if claim.is_common else Matter.DEBT
    return venue(matter, on, price_of(claim, on), non_property=claim.leak.ongoing)


def check(claim: LeakDamageClaim, on: date | None) -> None:
    """Raises the error of the answer that does not fit the others."""
    if claim.demand and claim.demand.sent_on < claim.leak_day:
        raise wrong(
            "demand.sent_on",
            "претензия {sent}, а залило {leak}: раньше залива её быть не могло; поправьте одну из дат",
            sent=dates.day(claim.demand.sent_on),
            leak=dates.day(claim.leak.happened_at),
        )
    _check_penalty(claim, on)
    if on and (problem := _wrong_court(claim, on)):
        raise problem


def _check_penalty(claim: LeakDamageClaim, on: date | None) -> None:
    if not claim.penalty:
        return
    begins = _begins(claim)
    if begins is None:
        raise wrong("demand.received_on", "неустойку считают со дня получения претензии; впишите его")
    if on and begins > on:
        text = "срок для ответа на претензию ещё не прошёл: просрочка начнётся {day}; пока не просите неустойку"
        raise wrong("penalty", text, day=dates.day(begins))


def _begins(claim: LeakDamageClaim) -> date | None:
    try:
        return delay_begins(claim)
    except LegalValueMissing:
        return None


def _wrong_court(claim: LeakDamageClaim, on: date) -> Exception | None:
    try:
        return wrong_level(claim.court, level(claim, on))
    except LegalValueMissing:
        return None


def costs_of(claim: LeakDamageClaim, duty: Decimal) -> list[tuple[str, Decimal]]:
    """What the other side is to repay: the appraisal, what the person named, the duty paid. ГПК РФ, ст. 88, 94, 98."""
    appraisal = claim.damage.appraisal_cost
    found = [(f"на {claim.appraised}", appraisal)] if appraisal else []
    found += [(cost.kind.ru, cost.amount) for cost in claim.costs]
    return [*found, *([("на уплату государственной пошлины", duty)] if duty else [])]


def listed(costs: list[tuple[str, Decimal]]) -> str:
    """«на оценку ущерба — 7 000,00 руб.; на почтовые отправления — 540,00 руб.»."""
    return "; ".join(f"{what} — {numbers.money(amount)}" for what, amount in costs)
