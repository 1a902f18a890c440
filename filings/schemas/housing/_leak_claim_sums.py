"""The sums of the claim about a leak, the duty, the court that follows from the price, and what contradicts them."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

from filings.errors import LegalValueMissing
from filings.parameters import parameter
from filings.questions import wrong
from filings.rules import consumer_penalty, state_duty
from filings.rules.conclusion import Conclusion
from filings.rules.consumer_penalty import Breach
from filings.rules.figures import to_roubles
from filings.rules.matters import Matter
from filings.rules.state_duty import Exemption
from filings.rules.terms import last_day, legal_term
from filings.russian import dates, numbers
from filings.schemas.conclusions import Conclusions, Total, fact
from filings.schemas.housing import _leak_advice, _leak_money
from filings.schemas.venue import venue, wrong_level

if TYPE_CHECKING:
    from filings.schemas.housing.leak_damage_claim import LeakDamageClaim


class LeakClaimConclusions(Conclusions):
    """The sums of the claim, the court and the duty."""

    loss: Decimal = fact("Ущерб", ru="сумма_ущерба")
    penalty: Decimal | None = fact("Неустойка", ru="сумма_неустойки")
    price: Decimal = fact("Цена иска", ru="цена_иска")
    duty: Decimal = fact("Государственная пошлина", ru="пошлина")
    fine_percent: Decimal = fact("Штраф, процентов присуждённого", ru="процент_штрафа")
    late_since: date | None = fact("Первый день просрочки", ru="просрочка_с")
    costs: str = fact("Судебные расходы", ru="расходы_перечислены")
    only_cost: str | None = fact("На что единственный расход", ru="единственный_расход")
    costs_total: Decimal = fact("Судебные расходы всего", ru="расходы_всего")


def conclude(claim: LeakDamageClaim, on: date) -> LeakClaimConclusions:
    """Damage, penalty, the price (ГПК РФ, ст. 91), the duty, the costs."""
    loss, late, duty = claim.loss_calculation(), penalty(claim, on), duty_of(claim, on)
    paid = to_roubles(duty.value)
    costs = costs_of(claim, paid)
    price = price_of(claim, on)
    shown = [one.model_copy(update={"warnings": ()}) for one in (loss, late) if one]
    doubts = [*_leak_money.doubts(claim, on), *_leak_advice.doubts_of_claim(claim, on)]
    return LeakClaimConclusions(
        loss=loss.value,
        penalty=late.value if late else None,
        price=price,
        duty=paid,
        fine_percent=Decimal(parameter("consumer_fine_percent").at(on).value),
        late_since=delay_begins(claim) if late else None,
        costs=listed(costs),
        only_cost=costs[0][0] if len(costs) == 1 else None,
        costs_total=sum((amount for _, amount in costs), Decimal(0)),
        calculation=tuple(shown),
        totals=(Total(title="Цена иска", amount=price),),
        warnings=(*claim.left_blank(), *doubts, *(late.warnings if late else ()), *(duty.warnings if paid else ())),
    )


def delay_begins(claim: LeakDamageClaim) -> date | None:
    """The day after the last day to pay; None when the demand has no day of receipt."""
    received = claim.demand and claim.demand.received_on
    if not received:
        return None
    return last_day(received, legal_term(_leak_advice.DEMAND, received)) + timedelta(days=1)


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
