"""A debt over time: days of delay, part payments, the balance of every day. Shared by everything that grows daily."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from filings.errors import AnswersError, Problem
from filings.parameters import Parameter, Record
from filings.questions import DatedSum
from filings.rules.conclusion import Step
from filings.rules.figures import day, days, money, percent, to_kopecks

ONE_DAY = timedelta(days=1)


@dataclass(frozen=True)
class OverdueSum:
    """A sum that was to be paid on `due` and the payments that came later; `called` names it in the calculation."""

    amount: Decimal
    due: date
    payments: tuple[DatedSum, ...] = ()
    called: str = ""


@dataclass(frozen=True)
class Stretch:
    """Days from `since` to `until`, both inclusive, on which the debt was `balance`."""

    since: date
    until: date
    balance: Decimal

    @property
    def days(self) -> int:
        """How many days, both ends counted."""
        return (self.until - self.since).days + 1


def wrong(path: str, message: str) -> AnswersError:
    """The error of one wrong answer; `path` is the question's Russian name."""
    return AnswersError([Problem(path, message)])


def stretches(debt: OverdueSum, until: date) -> tuple[Stretch, ...]:
    """The days of delay, from the day after `due` to `until` inclusive, cut where the balance changes.

    The day of a payment still bears the old balance; the new one counts from the next day. A payment made
    on the due day or earlier only lowers the sum. Days with nothing owed are left out.
    Raises AnswersError when more was paid than owed or `until` comes before `due`.
    """
    check(debt, until)
    first = debt.due + ONE_DAY
    return tuple(piece for piece in _pieces(debt, first, until) if piece.balance > 0)


def _pieces(debt: OverdueSum, since: date, until: date) -> Iterator[Stretch]:
    balance = debt.amount
    for payment in sorted(debt.payments, key=lambda payment: payment.on):
        if payment.on >= since and since <= until:
            last = min(payment.on, until)
            yield Stretch(since, last, balance)
            since = last + ONE_DAY
        balance -= payment.amount
    if since <= until:
        yield Stretch(since, until, balance)


def check(debt: OverdueSum, until: date) -> None:
    """Raises AnswersError when more was paid than owed or `until` comes before `due`."""
    if until < debt.due:
        raise wrong("по", f"день расчёта {day(until)} раньше срока выплаты {day(debt.due)}; поменяйте одну из дат")
    paid = sum((payment.amount for payment in debt.payments), Decimal(0))
    if paid > debt.amount:
        raise wrong(
            "выплаты",
            f"выплачено {money(paid)} руб., а долг {money(debt.amount)} руб.: проверьте суммы; "
            "выплату, которая относится к другому месяцу, уберите",
        )


def split(piece: Stretch, parameter: Parameter) -> list[tuple[Stretch, Record]]:
    """The stretch cut where the legal value changes."""
    dated = parameter.between(piece.since, piece.until)
    return [(Stretch(since, until, piece.balance), record) for since, until, record in dated]


def split_years(piece: Stretch) -> list[Stretch]:
    """The stretch cut at New Year: the years have 365 or 366 days."""
    years = range(piece.since.year, piece.until.year + 1)
    return [
        Stretch(max(piece.since, date(year, 1, 1)), min(piece.until, date(year, 12, 31)), piece.balance)
        for year in years
    ]


def ignored_payments(debts: Iterable[OverdueSum], until: date) -> tuple[str, ...]:
    """A warning for every payment that came after the day of calculation."""
    late = [payment for debt in debts for payment in debt.payments if payment.on > until]
    return tuple(
        f"Выплата {money(payment.amount)} руб. от {day(payment.on)} не учтена: она позже дня расчёта {day(until)}."
        for payment in late
    )


def warnings_for(parameters: Iterable[Parameter], pieces: Iterable[Stretch]) -> tuple[str, ...]:
    """What the person must know about the legal values of these days."""
    pieces = tuple(pieces)
    if not pieces:
        return ()
    first, last = min(piece.since for piece in pieces), max(piece.until for piece in pieces)
    return tuple(text for parameter in parameters for text in parameter.warnings(first, last))


def charged(part: Stretch, rate: Decimal, formula: str, amount: Decimal) -> Step:
    """One line of what a stretch of days costs at one rate, percent; the sum is rounded to kopecks."""
    return Step(
        since=part.since,
        until=part.until,
        days=part.days,
        base=part.balance,
        rate=rate,
        formula=formula,
        amount=to_kopecks(amount),
    )


def daily_step(part: Stretch, rate: Decimal, called: str = "") -> Step:
    """A percent for every day: debt × rate % × days; `called` stands before the formula."""
    formula = f"{called}{money(part.balance)} × {percent(rate)} × {days(part.days)}"
    return charged(part, rate, formula, part.balance * rate * part.days / 100)


def key_rate_step(part: Stretch, rate: Decimal, divisor: int) -> Step:
    """A share of the key rate a day: debt × rate % / divisor × days."""
    formula = f"{money(part.balance)} × {percent(rate)} / {divisor} × {days(part.days)}"
    return charged(part, rate, formula, part.balance * rate * part.days / (100 * divisor))
