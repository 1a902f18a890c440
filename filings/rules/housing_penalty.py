"""Penalty for late payment of housing and utilities: ЖК РФ, ст. 155, ч. 14 и 14.1."""

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from filings.parameters import parameter
from filings.questions import Block, Choice, DatedSum, Day, Roubles, question
from filings.rules import moratorium
from filings.rules.accrual import ONE_DAY, OverdueSum, Stretch, check, ignored_payments
from filings.rules.conclusion import ROUBLES, Conclusion, Step, total
from filings.rules.figures import day, days, money, percent, to_kopecks
from filings.rules.working_days import is_covered, is_day_off, nearest_working_day

MORATORIUM = "housing_penalty_moratorium"
CAP = "housing_penalty_rate_cap"


class Fee(Choice):
    """За что просрочена плата."""

    UTILITIES = "utilities", "жильё и коммунальные услуги"
    CAPITAL_REPAIR = "capital_repair", "капитальный ремонт"


class Input(Block):
    """Пени за жилищно-коммунальные услуги."""

    debt: Roubles = question("Сумма долга", ru="долг")
    due: Day = question("Последний день, когда нужно было заплатить", ru="срок", hint="С 01.03.2026 — 15-е число")
    until: Day = question("По какой день считать", ru="по")
    payments: tuple[DatedSum, ...] = question("Что заплатили потом", ru="выплаты", default=())
    fee: Fee = question("За что долг", ru="плата", default=Fee.UTILITIES)


def housing_penalty(given: Input) -> Conclusion:
    """Nothing for 30 days, 1/300 of the rate a day up to the 90th day, 1/130 from the 91st.

    The rate is that of the day of payment, one for all days; so each part paid is counted by itself (Обзор ВС РФ).
    """
    debt = OverdueSum(given.debt, given.due, given.payments)
    check(debt, given.until)
    parts = list(_parts(debt, given.until))
    steps = tuple(step for amount, paid_on in parts for step in _steps(amount, paid_on, given))
    shares = parameter(f"housing_penalty_{given.fee.value}")
    return Conclusion(
        rule="housing_penalty",
        title="Расчёт пеней за просрочку платы за жильё и коммунальные услуги",
        value=total(steps),
        unit=ROUBLES,
        steps=steps,
        references=(shares.at(given.until).reference, *_rate_references(parts)),
        warnings=(
            *ignored_payments([debt], given.until),
            *_due_warning(given.due),
            *moratorium.doubts(MORATORIUM, given.due, given.until),
            *_rate_warnings(parts),
            *shares.warnings(given.until),
        ),
    )


def _parts(debt: OverdueSum, until: date) -> Iterator[tuple[Decimal, date]]:
    """Every part of the debt with the day on which it was paid; what is unpaid, with the day of calculation."""
    paid = [payment for payment in sorted(debt.payments, key=lambda payment: payment.on) if payment.on <= until]
    yield from ((payment.amount, payment.on) for payment in paid if payment.on > debt.due)
    unpaid = debt.amount - sum((payment.amount for payment in paid), Decimal(0))
    if unpaid > 0 and until > debt.due:
        yield unpaid, until


def _steps(amount: Decimal, paid_on: date, given: Input) -> list[Step]:
    bands = parameter(f"housing_penalty_{given.fee.value}").at(paid_on).value
    rate = _rate(paid_on)
    first = given.due + timedelta(days=bands[0]["from_day"])
    if paid_on < first:
        return []
    steps = []
    for part, stopped in moratorium.cut(Stretch(first, paid_on, amount), MORATORIUM, given.due):
        if stopped:
            steps.append(moratorium.step(part))
        else:
            steps.extend(_step(piece, rate, divisor) for piece, divisor in _bands(part, given.due, bands))
    return steps


def _bands(part: Stretch, due: date, bands: tuple[dict[str, Any], ...]) -> Iterator[tuple[Stretch, int]]:
    """The part cut where the share changes; the days of delay are numbered from the day after `due`."""
    for band, following in zip(bands, [*bands[1:], None], strict=True):
        since = max(part.since, due + timedelta(days=band["from_day"]))
        until = min(part.until, due + timedelta(days=following["from_day"] - 1)) if following else part.until
        if since <= until:
            yield Stretch(since, until, part.balance), band["divisor"]


def _rate(paid_on: date) -> Decimal:
    """ПП РФ от 26.03.2022 № 474: not more than the key rate of 27.02.2022 while the decree acts."""
    rate = parameter("key_rate").at(paid_on).value
    caps = [record.value for _, _, record in parameter(CAP).acting(paid_on, paid_on)]
    return min([rate, *caps])


def _step(part: Stretch, rate: Decimal, divisor: int) -> Step:
    return Step(
        since=part.since,
        until=part.until,
        days=part.days,
        base=part.balance,
        rate=rate,
        formula=f"{money(part.balance)} × {percent(rate)} / {divisor} × {days(part.days)}",
        amount=to_kopecks(part.balance * rate * part.days / (100 * divisor)),
    )


def _rate_references(parts: list[tuple[Decimal, date]]) -> tuple[str, ...]:
    caps = {record.reference: None for _, on in parts for _, _, record in parameter(CAP).acting(on, on)}
    return (*caps, "Ключевая ставка Банка России (cbr.ru)")


def _rate_warnings(parts: list[tuple[Decimal, date]]) -> tuple[str, ...]:
    """The rate counts on the day of payment alone; after the last decree the full key rate is taken."""
    texts: dict[str, None] = {}
    for _, on in parts:
        last = parameter(CAP).latest().until
        if last and on > last:
            text = f"Предел ставки 9,5 % (ПП РФ № 474) записан по {day(last)}: взята полная ключевая ставка. "
            texts[text + "Проверьте, не продлили ли его."] = None
        # The cap lies far below the key rate, so a stale key rate does not matter while the cap acts.
        capped = bool(parameter(CAP).acting(on, on))
        for name in (CAP,) if capped else ("key_rate",):
            texts.update(dict.fromkeys(parameter(name).warnings(on)))
    return tuple(texts)


def _due_warning(due: date) -> tuple[str, ...]:
    """ГК РФ, ст. 193: a due day on a day off moves to the next working day. The date is left as given."""
    if not is_covered(due) or not is_day_off(due):
        return ()
    moved = nearest_working_day(due, ONE_DAY)
    to = day(moved) if moved else "следующий рабочий день"
    return (
        f"{day(due)} — нерабочий день: срок оплаты переходит на {to} (ГК РФ, ст. 193). "
        "Если это и был последний день срока, укажите перенесённый день.",
    )
