"""Working days of Russia: the production calendar of the years whose transfers are known, and no others."""

from datetime import date, timedelta
from functools import cache

import holidays

from filings.parameters import parameter
from filings.rules.accrual import ONE_DAY

CALENDAR = "production_calendar"


def is_day_off(on: date) -> bool:
    """Weekend, holiday or transferred day off. Raises LegalValueMissing for a year without a calendar."""
    return is_off(on, parameter(CALENDAR).at(on).value)


def is_off(on: date, corrections: dict[str, tuple[date, ...]]) -> bool:
    """The same by the package, put right by our own lists `days_off` and `workdays`."""
    if on in corrections["days_off"]:
        return True
    return on not in corrections["workdays"] and not _year(on.year).is_working_day(on)


def is_covered(on: date) -> bool:
    """Whether the calendar of that year is known."""
    return bool(parameter(CALENDAR).acting(on, on))


def working_day_from(on: date) -> date:
    """The day itself when it is a working one, else the next working day."""
    while is_day_off(on):
        on += ONE_DAY
    return on


def nearest_working_day(on: date, step: timedelta) -> date | None:
    """The day itself when it is a working one, else the nearest one by steps; None where the calendar is not known."""
    while is_covered(on) and is_day_off(on):
        on += step
    return on if is_covered(on) else None


def add_working_days(start: date, count: int) -> date:
    """The working day with that number, the day after `start` being counted first."""
    for _ in range(count):
        start = working_day_from(start + ONE_DAY)
    return start


def calendar_warnings(since: date, until: date) -> tuple[str, ...]:
    """What to tell a person who relies on the calendar of these days."""
    return parameter(CALENDAR).warnings(since, until)


@cache
def _year(year: int) -> holidays.HolidayBase:
    # Observed transfers reach over New Year, so the neighbours are loaded too.
    return holidays.country_holidays("RU", years=(year - 1, year, year + 1), language="ru")
