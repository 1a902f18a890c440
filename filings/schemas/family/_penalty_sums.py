"""The penalty on late alimony month by month, and the debt on which it goes on."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise
from typing import TYPE_CHECKING

from filings.parameters import parameter
from filings.questions import Block
from filings.rules.alimony_penalty import PARAMETER
from filings.rules.figures import day, money
from filings.russian import dates, numbers
from filings.schemas.conclusions import Conclusions, Total, fact
from filings.schemas.court_claim import by_order_alone
from filings.schemas.family._alimony_debt import AlimonyDebt

if TYPE_CHECKING:
    from filings.schemas.family.alimony_penalty_claim import AlimonyPenaltyClaim

_SHOWN_DEBT = Decimal("0.01")


class PenaltyLine(Block):
    """A line of the table of months; sums as the table prints them."""

    month: str = fact("Месяц", ru="месяц")
    due: date = fact("Срок", ru="срок")
    accrued: str = fact("Начислено", ru="начислено")
    paid: str = fact("Уплачено и когда; пусто, если ничего", ru="уплачено", default="")
    debt: str = fact("Долг", ru="долг")


class PenaltyConclusions(Conclusions):
    """The penalty, and the debt on which it goes on."""

    lines: tuple[PenaltyLine, ...] = fact("По месяцам", ru="строки")
    penalty: Decimal = fact("Неустойка", ru="неустойка")
    debt: Decimal = fact("Долг на день расчёта", ru="долг")
    since: date = fact("Первый день просрочки", ru="просрочка_с")
    last: date = fact("Последний день просрочки, за который она посчитана", ru="просрочка_по")
    onward: date = fact("С какого дня неустойка идёт дальше", ru="дальше_с")
    percent: Decimal = fact("Процент за день", ru="процент")
    earlier: str = fact("Какой процент был раньше", ru="прежний_процент", default="")
    justice: bool = fact("Подсудно ли мировому судье", ru="мировому_судье")


def conclude(claim: AlimonyPenaltyClaim) -> PenaltyConclusions:
    """The penalty by months up to the day of calculation, and the debt of that day."""
    rule = claim.counted()
    penalty = Decimal(rule.value)
    ordered = sorted(claim.debts, key=lambda debt: debt.due)
    return PenaltyConclusions(
        lines=tuple(_line(debt) for debt in ordered),
        penalty=penalty,
        debt=sum((debt.debt for debt in ordered), Decimal("0.00")),
        since=ordered[0].due + timedelta(days=1),
        last=max(step.until for step in rule.steps if step.until),
        onward=claim.until + timedelta(days=1),
        percent=parameter(PARAMETER).at(claim.until).value,
        earlier=_earlier(ordered[0].due, claim.until),
        justice=claim.court.is_magistrate,
        calculation=(rule,),
        totals=(Total(title="Цена иска", amount=penalty),),
        warnings=(*_warnings(claim), *rule.warnings),
    )


def _warnings(claim: AlimonyPenaltyClaim) -> list[str]:
    found = []
    owed = sum((debt.debt for debt in claim.debts), Decimal(0))
    if claim.ruling is None:
        found.append("Возьмите у пристава постановление о расчёте задолженности: без него суд усомнится в долге.")
    elif abs(claim.ruling.amount - owed) >= _SHOWN_DEBT:
        found.append(
            f"В постановлении долг {money(claim.ruling.amount)} руб., а по вашим месяцам выходит {money(owed)} руб. "
            "Сверьте месяцы и платежи: ответчик на это укажет."
        )
    if by_order_alone(claim):
        found.append(
            "По одному ордеру адвокат подать иск не может: подпишите его сами или выдайте ему доверенность, где "
            "названо это право (ГПК РФ, ст. 54)."
        )
    if not claim.guilt:
        found.append("Суд взыщет неустойку, если в долге виноват плательщик: по возможности напишите, в чём вина.")
    return found


def _line(debt: AlimonyDebt) -> PenaltyLine:
    paid = ", ".join(f"{money(payment.amount)} ({day(payment.on)})" for payment in debt.payments)
    return PenaltyLine(
        month=dates.month(debt.month), due=debt.due, accrued=money(debt.amount), paid=paid, debt=money(debt.debt)
    )


def _earlier(since: date, until: date) -> str:
    """«до 10.08.2018 — 0,5 %» when the delay began under a former text of the article."""
    records = [(first, record) for first, _, record in parameter(PARAMETER).between(since, until)]
    return ", ".join(
        f"до {day(after)} — {numbers.number(record.value)} %" for (_, record), (after, _) in pairwise(records)
    )
