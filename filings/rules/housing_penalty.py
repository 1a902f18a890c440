"""Penalty for late payment of housing and utilities: ЖК РФ, ст. 155, ч. 14 и 14.1."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from itertools import zip_longest
from typing import Any

from filings.parameters import Parameter, Record, parameter
from filings.questions import Block, Choice, DatedSum, Day, Roubles, question
from filings.rules import moratorium
from filings.rules.accrual import ONE_DAY, OverdueSum, Stretch, check, ignored_payments, key_rate_step
from filings.rules.conclusion import ROUBLES, Conclusion, Step, total
from filings.rules.figures import day
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
    shares = parameter(f"housing_penalty_{given.fee.value}")
    steps = tuple(_steps(parts, given.due, shares))
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
            *_month_warning(given),
            *moratorium.doubts(MORATORIUM, given.due, given.until),
            *_rate_warnings(parts),
            *shares.warnings(given.until),
        ),
    )


@dataclass(frozen=True)
class _Part:
    """A part of the debt, the day on which it was paid, the rate of that day and the decree that capped it."""

    amount: Decimal
    paid_on: date
    rate: Decimal
    cap: Record | None


def _parts(debt: OverdueSum, until: date) -> Iterator[_Part]:
    """Every part of the debt with the day on which it was paid; what is unpaid, with the day of calculation."""
    paid = [payment for payment in sorted(debt.payments, key=lambda payment: payment.on) if payment.on <= until]
    yield from (_part(payment.amount, payment.on) for payment in paid if payment.on > debt.due)
    unpaid = debt.amount - sum((payment.amount for payment in paid), Decimal(0))
    if unpaid > 0 and until > debt.due:
        yield _part(unpaid, until)


def _part(amount: Decimal, paid_on: date) -> _Part:
    """ПП РФ от 26.03.2022 № 474: not more than the key rate of 27.02.2022 while the decree acts."""
    rate = parameter("key_rate").at(paid_on).value
    cap = next((record for _, _, record in parameter(CAP).acting(paid_on, paid_on)), None)
    return _Part(amount, paid_on, min(rate, cap.value) if cap else rate, cap)


def _steps(parts: list[_Part], due: date, shares: Parameter) -> Iterator[Step]:
    """The days of delay are cut once by shares and moratoria; every part takes those before its own payment."""
    last = max((part.paid_on for part in parts), default=due)
    cuts: dict[date, list[tuple[Stretch, int]]] = {}
    for part in parts:
        acting = shares.at(part.paid_on)
        if acting.since not in cuts:
            cuts[acting.since] = list(_bands(due, last, acting.value))
        for piece, divisor in cuts[acting.since]:
            if piece.since > part.paid_on:
                break
            own = Stretch(piece.since, min(piece.until, part.paid_on), part.amount)
            yield key_rate_step(own, part.rate, divisor) if divisor else moratorium.step(own)


def _bands(due: date, last: date, bands: tuple[dict[str, Any], ...]) -> Iterator[tuple[Stretch, int]]:
    """The days of delay with the share of each, 0 during a moratorium; days are numbered from the day after `due`."""
    first = due + timedelta(days=bands[0]["from_day"])
    for piece, stopped in moratorium.cut(Stretch(first, last, Decimal(0)), MORATORIUM, due):
        if stopped:
            yield piece, 0
            continue
        since = piece.since
        for band, following in zip_longest(bands, bands[1:]):
            until = min(piece.until, due + timedelta(days=following["from_day"] - 1)) if following else piece.until
            if since <= until:
                yield Stretch(since, until, piece.balance), band["divisor"]
                since = until + ONE_DAY


def _rate_references(parts: list[_Part]) -> tuple[str, ...]:
    caps = {part.cap.reference: None for part in parts if part.cap}
    return (*caps, "Ключевая ставка Банка России (cbr.ru)")


def _rate_warnings(parts: list[_Part]) -> tuple[str, ...]:
    """The rate counts on the day of payment alone; after the last decree the full key rate is taken."""
    texts: dict[str, None] = {}
    last = parameter(CAP).latest().until
    if last and any(part.paid_on > last for part in parts):
        text = f"Предел ставки 9,5 % (ПП РФ № 474) записан по {day(last)}: взята полная ключевая ставка. "
        texts[text + "Проверьте, не продлили ли его."] = None
    # The cap lies far below the key rate, so a stale key rate does not matter while the cap acts.
    for since in dict.fromkeys(part.cap.since for part in parts if part.cap):
        texts.update(dict.fromkeys(parameter(CAP).warnings(since)))
    for part in parts:
        if not part.cap:
            texts.update(dict.fromkeys(parameter("key_rate").warnings(part.paid_on)))
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


def _month_warning(given: Input) -> tuple[str, ...]:
    """ЖК РФ, ст. 155, ч. 1: since 01.03.2026 neither a contract nor a meeting of owners may set another day."""
    rule = parameter("housing_due_day")
    record = rule.at(given.due)
    usual = given.due.replace(day=record.value)
    if record is not rule.latest() or given.fee is not Fee.UTILITIES:
        return ()
    if given.due in (usual, nearest_working_day(usual, ONE_DAY)):
        return ()
    return (f"С {day(record.since)} платить нужно до {record.value}-го числа ({record.reference}): проверьте срок.",)
