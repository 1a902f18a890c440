"""Interest for the use of another's money: ГК РФ, ст. 395."""

from calendar import isleap
from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from filings.parameters import Parameter, parameter
from filings.questions import Block, Choice, DatedSum, Day, Roubles, question
from filings.questions.types import YesNo
from filings.rules import moratorium
from filings.rules.accrual import (
    ONE_DAY,
    OverdueSum,
    Stretch,
    charged,
    ignored_payments,
    split,
    split_years,
    stretches,
    warnings_for,
    wrong,
)
from filings.rules.conclusion import ROUBLES, Conclusion, Step, total
from filings.rules.figures import days, money, percent

SOURCE = "default_interest_source"
MORATORIUM = "penalty_moratorium"


class District(Choice):
    """Федеральный округ кредитора."""

    CENTRAL = "central", "Центральный"
    OTHER = "other", "другой"


class Input(Block):
    """Проценты за пользование чужими деньгами."""

    principal: Roubles = question("Сумма долга", ru="долг")
    since: Day = question("Первый день просрочки", ru="с", hint="Следующий день после срока возврата")
    until: Day = question("По какой день считать", ru="по", hint="Этот день входит в расчёт")
    payments: tuple[DatedSum, ...] = question("Что вернули потом", ru="выплаты", default=())
    moratorium: YesNo = question("Учесть мораторий 2022 года", ru="мораторий", default=True)
    district: District | None = question(
        "Федеральный округ кредитора", ru="округ", hint="Нужен для дней с 01.06.2015 по 31.07.2016", optional=True
    )


def default_interest(given: Input) -> Conclusion:
    """Σ debt × rate % × days / 365 (366), rounded for every rate and year.

    Raises LegalValueMissing before 01.06.2015, AnswersError for districts whose rates are not recorded.
    """
    debt = OverdueSum(given.principal, given.since - ONE_DAY, given.payments)
    pieces = stretches(debt, given.until)
    steps = tuple(
        step for piece in pieces for step in interest_steps(piece, debt.due, given.district, given.moratorium)
    )
    return Conclusion(
        rule="default_interest",
        title="Расчёт процентов за пользование чужими денежными средствами, ст. 395 ГК РФ",
        value=total(steps),
        unit=ROUBLES,
        steps=steps,
        references=_references(pieces, steps),
        warnings=(
            *ignored_payments([debt], given.until),
            *(moratorium.doubts(MORATORIUM, debt.due, given.until) if given.moratorium else ()),
            *warnings_for(rates_used(pieces), pieces),
        ),
    )


def interest_steps(
    piece: Stretch, due: date, district: District | None, stop: bool = True, called: str = ""
) -> list[Step]:
    """The interest of a stretch of days with one balance; `stop` leaves out the days of a moratorium.

    `called` stands before the formula where one calculation holds interest of several kinds.

    Пленум ВС РФ от 24.03.2016 № 7, п. 48: the day of payment is counted; the year has 365 or 366 days.
    """
    steps = []
    for part, stopped in moratorium.cut(piece, MORATORIUM, due) if stop else [(piece, None)]:
        if stopped:
            steps.append(moratorium.step(part))
            continue
        for same_source, source in split(part, parameter(SOURCE)):
            for same_rate, rate in split(same_source, _rate(source.value, district)):
                steps.extend(year_step(same_year, rate.value, called) for same_year in split_years(same_rate))
    return steps


def rates_used(pieces: Iterable[Stretch]) -> list[Parameter]:
    """The parameters whose values the interest of these days rests on."""
    sources = {record.value for piece in pieces for _, record in split(piece, parameter(SOURCE))}
    names = ["default_interest_rate_central" if source == "by_district" else source for source in sorted(sources)]
    return [parameter(name) for name in names]


def year_step(part: Stretch, rate: Decimal, called: str = "") -> Step:
    """Interest of days of one year at one rate: balance × percent × days / 365 (366), to kopecks."""
    year = 366 if isleap(part.since.year) else 365
    formula = f"{called}{money(part.balance)} × {percent(rate)} × {days(part.days)} / {year}"
    return charged(part, rate, formula, part.balance * rate * part.days / (100 * year))


def _rate(source: str, district: District | None) -> Parameter:
    if source != "by_district":
        return parameter(source)
    if district is None:
        raise wrong("округ", "для дней с 01.06.2015 по 31.07.2016 ставка зависит от округа кредитора; укажите округ")
    if district is not District.CENTRAL:
        raise wrong(
            "округ",
            "ставки за 01.06.2015–31.07.2016 записаны только для Центрального округа; начните расчёт с 01.08.2016",
        )
    return parameter("default_interest_rate_central")


def _references(pieces: tuple[Stretch, ...], steps: tuple[Step, ...]) -> tuple[str, ...]:
    acts = {"ГК РФ, ст. 395, п. 1 и 3": None, "Ключевая ставка Банка России (cbr.ru)": None}
    if any(step.rate is None for step in steps):
        acts[parameter(MORATORIUM).latest().reference] = None
    return tuple(acts)
