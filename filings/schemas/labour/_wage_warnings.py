"""What is risky in a wage claim, though it may be filed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

from filings.parameters import parameter
from filings.rules.figures import day
from filings.rules.jurisdiction import ORDER_LIMIT
from filings.russian.numbers import number

if TYPE_CHECKING:
    from filings.schemas.labour._wage_sums import WageClaimConclusions
    from filings.schemas.labour.wage_claim import WageClaim


def warnings_of(claim: WageClaim, found: WageClaimConclusions, on: date) -> Iterator[str]:
    """Texts for the person, most dangerous first."""
    yield from claim.left_blank()
    yield from _term(claim, found)
    yield from _proof(claim)
    yield from _dues_after_dismissal(claim)
    yield from _odd_answers(claim)
    yield from _court_order(claim, found, on)
    yield claim.tax.caution
    if claim.dismissal and claim.dismissal.leave_unpaid and claim.dismissal.daily_pay is None:
        yield (
            "Компенсация за отпуск посчитана из оклада. Это верно, если последние 12 месяцев вы отработали полностью и "
            "получали только оклад. Если были премии, больничные или неполные месяцы, впишите "
            "средний дневной заработок."
        )


def _term(claim: WageClaim, found: WageClaimConclusions) -> Iterator[str]:
    if found.fact_missed and not claim.late_reasons:
        yield (
            "С конца работы без договора прошло больше трёх месяцев, и работодатель может заявить, что срок для спора "
            "о трудовых отношениях пропущен (ТК РФ, ст. 392, ч. 1). Ответьте на вопрос «Почему не обратились в суд "
            "раньше»."
        )
    if not found.missed_until:
        return
    which = f"по выплатам, срок которых наступил не позднее {day(found.missed_until)}"
    if claim.term_runs_on:
        yield (
            f"Прошло больше года {which}. Вы ещё работаете, и деньги начислены, поэтому в иске "
            "написано, что нарушение продолжается и срок не пропущен. Приложите документ о начислении."
        )
    elif claim.late_reasons:
        yield (
            f"Срок обращения в суд прошёл {which}. В иске есть просьба его восстановить. Приложите документы, "
            "которые подтверждают причины: без них суд откажет."
        )
    else:
        yield (
            f"Срок обращения в суд (один год) прошёл {which}. Если работодатель об этом заявит, суд откажет "
            "в этой части. Ответьте на вопрос «Почему не обратились в суд раньше», и в иске появится просьба "
            "восстановить срок."
        )


def _proof(claim: WageClaim) -> Iterator[str]:
    """ГПК РФ, ст. 131, ч. 2, п. 5: the claim names its evidence."""
    if not claim.evidence:
        yield (
            "Вы не назвали ни одного доказательства, а в иске они обязательны (ГПК РФ, ст. 131). Выберите их в ответе "
            "на вопрос «Чем вы это подтвердите» и приложите копии."
        )


def _odd_answers(claim: WageClaim) -> Iterator[str]:
    """Answers that may be true but look like a slip of the pen."""
    late = [debt.called for debt in claim.debts if debt.due > debt.month + timedelta(days=92)]
    if late:
        yield (
            f"Проверьте год: {', '.join(late)} — срок выплаты наступил больше чем через два месяца после самого месяца."
        )
    if not claim.employer.form_is_named:
        yield (
            "В названии работодателя не видно, что это за организация: общество, учреждение, предприятие. Спишите "
            "полное название из договора или с сайта налоговой службы."
        )
    left, days = claim.dismissal, claim.dismissal and claim.dismissal.leave_days
    if left and days and days > _most_leave(claim.employment.started_on, left.on):
        yield "Дней отпуска больше, чем обычно набирается за время вашей работы. Проверьте их число."


def _most_leave(since: date, until: date) -> Decimal:
    """Twice the leave of ТК РФ, ст. 115 (28 days a year) for the time worked, and a month's leave to spare."""
    return Decimal((until - since).days) * 56 / 365 + 5


def _dues_after_dismissal(claim: WageClaim) -> Iterator[str]:
    """ТК РФ, ст. 140, ч. 1."""
    left = claim.dismissal.on if claim.dismissal else None
    if left and any(debt.due > left for debt in claim.debts):
        yield (
            f"При увольнении всё выплачивают в последний рабочий день (ст. 140 ТК РФ), то есть {day(left)}, а у вас "
            "есть выплата с более поздним сроком. Исправьте его, если в тот день вы работали: процентов станет больше."
        )


def _court_order(claim: WageClaim, found: WageClaimConclusions, on: date) -> Iterator[str]:
    """ГПК РФ, ст. 122, абз. 7; ст. 135, ч. 1, п. 1.1: a claim that belongs to order proceedings is returned."""
    indisputable = claim.accrued and not claim.employment.is_oral and claim.moral is None and not found.leave
    limit = parameter(ORDER_LIMIT).at(on).value
    if indisputable and found.price <= limit:
        yield (
            f"Вы просите только начисленную зарплату и проценты, всего не больше {number(limit)} руб. На начисленные "
            "деньги есть судебный приказ у мирового судьи: это быстрее, и иск о них суд может вернуть (ГПК РФ, "
            "ст. 122, 135). Выберите документ «Судебный приказ о зарплате», а проценты, которых работодатель не "
            "начислил, взыщите потом иском."
        )
