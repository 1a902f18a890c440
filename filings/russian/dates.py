"""Dates and periods as they are written in Russian documents."""

from datetime import date, datetime

from babel.dates import format_date

from filings.russian.forms import Case

# Babel's own `long` pattern puts U+202F before «г.», which many fonts lack; patterns here are explicit.
NBSP = "\u00a0"

# Endings after the stem: «март», «апрел-ь», «ма-й».
_HARD = ("", "а", "у", "", "ом", "е")
_SOFT = ("ь", "я", "ю", "ь", "ем", "е")
_SOFT_STRESSED = ("ь", "я", "ю", "ь", "ём", "е")
_MAY = ("й", "я", "ю", "й", "ем", "е")
_MONTHS = (
    ("январ", _SOFT_STRESSED),
    ("феврал", _SOFT_STRESSED),
    ("март", _HARD),
    ("апрел", _SOFT),
    ("ма", _MAY),
    ("июн", _SOFT),
    ("июл", _SOFT),
    ("август", _HARD),
    ("сентябр", _SOFT_STRESSED),
    ("октябр", _SOFT_STRESSED),
    ("ноябр", _SOFT_STRESSED),
    ("декабр", _SOFT_STRESSED),
)


def day(on: date) -> str:
    """«01.11.2026»."""
    return f"{on.day:02d}.{on.month:02d}.{on.year:04d}"


def long_day(on: date) -> str:
    """«1 ноября 2026 года»."""
    return format_date(on, f"d{NBSP}MMMM{NBSP}y{NBSP}'года'", locale="ru")


def signature_day(on: date) -> str:
    """«21 ноября 2026 г.»: the form that stands beside a signature."""
    return format_date(on, f"d{NBSP}MMMM{NBSP}y{NBSP}'г.'", locale="ru")


def month(on: date) -> str:
    """«март 2026 года»."""
    return month_in(on, Case.NOMINATIVE)


def month_in(on: date, case: Case) -> str:
    """The month in `case`: «(за) март 2026 года», «(в) марте 2026 года»."""
    stem, endings = _MONTHS[on.month - 1]
    return f"{stem}{endings[list(Case).index(Case(case))]}{NBSP}{on.year}{NBSP}года"


def moment(at: datetime) -> str:
    """«10.11.2026 в 18:30»."""
    return f"{day(at)} в {at.hour:02d}:{at.minute:02d}"


def period(first: date, last: date) -> str:
    """«с 10.03.2026 по 30.09.2026»; both days belong to the period."""
    return f"с {day(first)} по {day(last)}"
