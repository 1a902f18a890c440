"""Penalty of a consumer against a trader: Закон о защите прав потребителей, ст. 23, 23.1, 28."""

from decimal import Decimal

from filings.parameters import parameter
from filings.questions import Block, Choice, Day, Roubles, question
from filings.questions.types import YesNo
from filings.rules import moratorium
from filings.rules.accrual import ONE_DAY, OverdueSum, Stretch, daily_step, stretches
from filings.rules.conclusion import ROUBLES, Conclusion, Step, total
from filings.rules.figures import money

MORATORIUM = "penalty_moratorium"


class Breach(Choice):
    """Что нарушил продавец или исполнитель."""

    GOODS = "goods", "товар с недостатком"
    PREPAID = "prepaid", "не передан оплаченный товар"
    SERVICES = "services", "работа или услуга"


class Input(Block):
    """Неустойка по Закону о защите прав потребителей."""

    price: Roubles = question("Цена товара, услуги или сумма предоплаты", ru="цена")
    since: Day = question("Первый день просрочки", ru="с", hint="Возврат денег: одиннадцатый день после требования")
    until: Day = question("По какой день считать", ru="по")
    breach: Breach = question("Что нарушили", ru="нарушение", default=Breach.GOODS)
    moratorium: YesNo = question("Учесть мораторий 2022 года", ru="мораторий", default=True)


def consumer_penalty(given: Input) -> Conclusion:
    """Price × percent × days, not more than the price where the law says so."""
    rule = parameter(f"consumer_penalty_{given.breach.value}")
    record = rule.at(given.since)
    due = given.since - ONE_DAY
    pieces = stretches(OverdueSum(given.price, due), given.until)
    steps = tuple(step for piece in pieces for step in _steps(piece, record.value["percent"], given))
    counted = total(steps)
    capped = record.value["capped"] and counted > given.price
    more = moratorium.doubts(MORATORIUM, due, given.until) if given.moratorium else ()
    return Conclusion(
        rule="consumer_penalty",
        title="Расчёт неустойки по Закону о защите прав потребителей",
        value=given.price if capped else counted,
        unit=ROUBLES,
        steps=(*steps, _cap(given.price)) if capped else steps,
        references=(record.value["article"], *_moratorium_reference(steps)),
        warnings=(*more, *_transition(given, record.value["capped"]), *rule.warnings(given.since)),
    )


def _steps(piece: Stretch, rate: Decimal, given: Input) -> list[Step]:
    due = given.since - ONE_DAY
    parts = moratorium.cut(piece, MORATORIUM, due) if given.moratorium else [(piece, None)]
    return [moratorium.step(part) if stopped else daily_step(part, rate) for part, stopped in parts]


def _cap(price: Decimal) -> Step:
    return Step(base=price, formula=f"не больше цены: {money(price)}", note="неустойка ограничена ценой")


def _transition(given: Input, capped: bool) -> tuple[str, ...]:
    """500-ФЗ: the clause on delays that began before 01.02.2026 was not found; such a delay is taken as uncapped."""
    last = parameter("consumer_penalty_goods").latest()
    if given.breach is not Breach.GOODS or capped or given.until < last.since:
        return ()
    return (
        "Просрочка началась до 01.02.2026, поэтому предел неустойки (цена товара) не применён. "
        "Суд может применить его к дням после этой даты: посоветуйтесь с юристом.",
    )


def _moratorium_reference(steps: tuple[Step, ...]) -> tuple[str, ...]:
    stopped = any(step.rate is None for step in steps)
    return (parameter(MORATORIUM).latest().reference,) if stopped else ()
