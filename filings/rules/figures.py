"""Money is rounded here and nowhere else; figures of a calculation are written as a person writes them."""

from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache

from filings.russian.numbers import MINUS, NBSP, number, plural

__all__ = ["NBSP", "day", "days", "hours", "money", "number", "percent", "plural", "to_kopecks", "to_roubles"]

KOPECK = Decimal("0.01")


def to_kopecks(amount: Decimal) -> Decimal:
    """The sum rounded to kopecks, half a kopeck up."""
    return amount.quantize(KOPECK, ROUND_HALF_UP)


def to_roubles(amount: Decimal) -> Decimal:
    """The sum rounded to whole roubles, 50 kopecks up."""
    return amount.quantize(Decimal(1), ROUND_HALF_UP)


@lru_cache(maxsize=4096)
def money(amount: Decimal) -> str:
    """«60 000,00», with non-breaking spaces and a true minus."""
    return f"{to_kopecks(amount):,.2f}".replace(",", NBSP).replace(".", ",").replace("-", MINUS)


@lru_cache(maxsize=1024)
def percent(rate: Decimal) -> str:
    """«15,5 %», with a non-breaking space."""
    return f"{number(rate)}{NBSP}%"


@lru_cache(maxsize=1024)
def days(count: int) -> str:
    """«12 дн.», with a non-breaking space."""
    return f"{number(count)}{NBSP}дн."


def hours(count: int) -> str:
    """«60 ч», with a non-breaking space."""
    return f"{number(count)}{NBSP}ч"


def day(on: date) -> str:
    """«10.03.2026»."""
    return f"{on.day:02}.{on.month:02}.{on.year}"
