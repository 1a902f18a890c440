"""Compensation for late pay: ТК РФ, ст. 236."""

from collections.abc import Iterable
from datetime import date

from filings.parameters import parameter
from filings.questions import Block, DatedSum, Day, Roubles, question
from filings.rules.accrual import (
    ONE_DAY,
    OverdueSum,
    Stretch,
    ignored_payments,
    key_rate_step,
    split,
    stretches,
    warnings_for,
)
from filings.rules.conclusion import ROUBLES, Conclusion, Step, total
from filings.rules.figures import day
from filings.rules.working_days import is_covered, is_day_off, nearest_working_day

TITLE = "Расчёт процентов (денежной компенсации) за задержку выплаты, ст. 236 ТК РФ"


class Input(Block):
    """Компенсация за задержку зарплаты."""

    debt: Roubles = question("Сколько не выплатили", ru="долг")
    due: Day = question("Когда должны были выплатить", ru="срок")
    until: Day = question("По какой день считать", ru="по", hint="День расчёта или день, когда выплатили всё")
    payments: tuple[DatedSum, ...] = question("Что выплатили потом", ru="выплаты", default=())


def delayed_wages(given: Input) -> Conclusion:
    """Debt × key rate / 100 / 150 × days, from the day after the due day to the day of payment inclusive."""
    return delayed_wages_total([OverdueSum(given.debt, given.due, given.payments)], given.until)


def delayed_wages_total(debts: Iterable[OverdueSum], until: date) -> Conclusion:
    """The same for several sums, each late from its own day; the steps follow the order of the debts.

    The first step of a debt that has a name carries it as its note.
    """
    debts = tuple(debts)
    pieces = [piece for debt in debts for piece in stretches(debt, until)]
    rate, divisor = parameter("key_rate"), parameter("late_pay_divisor")
    steps = tuple(step for debt in debts for step in _of_debt(debt, until))
    acts = {record.reference: None for piece in pieces for _, record in split(piece, divisor)}
    return Conclusion(
        rule="delayed_wages",
        title=TITLE,
        value=total(steps),
        unit=ROUBLES,
        steps=steps,
        references=(*(acts or {"ТК РФ, ст. 236": None}), "Ключевая ставка Банка России (cbr.ru)"),
        warnings=(
            *ignored_payments(debts, until),
            *_days_off_warning(sorted({debt.due for debt in debts})),
            *warnings_for((rate, divisor), pieces),
        ),
    )


def _of_debt(debt: OverdueSum, until: date) -> list[Step]:
    steps = [step for piece in stretches(debt, until) for step in _steps(piece)]
    return [step.model_copy(update={"note": "" if number else debt.called}) for number, step in enumerate(steps)]


def _steps(piece: Stretch) -> list[Step]:
    """ТК РФ, ст. 236: «действующей в это время» — the rate of every day, not of the day of calculation."""
    return [
        key_rate_step(part, rate.value, share.value)
        for by_share, share in split(piece, parameter("late_pay_divisor"))
        for part, rate in split(by_share, parameter("key_rate"))
    ]


def _days_off_warning(dues: list[date]) -> tuple[str, ...]:
    """ТК РФ, ст. 136, ч. 8: pay that falls on a day off is paid on the eve. The dates themselves are left as given."""
    off = [due for due in dues if is_covered(due) and is_day_off(due)]
    if not off:
        return ()
    eves = [eve for due in off if (eve := nearest_working_day(due, -ONE_DAY))]
    named = f", {', '.join(map(day, eves))}" if len(eves) == len(off) else ""
    many = len(off) > 1
    return (
        f"{', '.join(map(day, off))} — {'нерабочие дни' if many else 'нерабочий день'}: "
        f"по ст. 136 ч. 8 ТК РФ зарплату выплачивают накануне{named}. "
        f"Если так и должно было быть, укажите {'эти дни сроками' if many else 'этот день сроком'} выплаты.",
    )
