"""The subjects of the Federation: their names, what time it is there, which courts stand above the district court."""

from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from filings.errors import LegalValueMissing
from filings.parameters import parameter

NAMES = ("regions", "regions_admitted_in_2022")
APPEAL = ("appeal_courts", "appeal_courts_admitted_in_2022")


@dataclass(frozen=True)
class Region:
    """A subject; `iso` and `cassation_court` are empty where not recorded, `timezone` is that of its capital."""

    code: str
    name: str
    genitive: str
    prepositional: str
    iso: str
    timezone: ZoneInfo
    appeal_court: str
    cassation_court: str


def region(code: str, on: date) -> Region:
    """The subject with that two-digit code on that day. Raises LegalValueMissing when there is none."""
    found = _acting(NAMES, on).get(code)
    if found is None:
        raise LegalValueMissing(f"Региона с кодом «{code}» на {on:%d.%m.%Y} нет; код — две цифры, например 77.")
    return Region(
        code=code,
        name=found["name"],
        genitive=found["genitive"],
        prepositional=found["prepositional"],
        iso=found.get("iso", ""),
        timezone=ZoneInfo(found["timezone"]),
        appeal_court=_acting(APPEAL, on).get(code, ""),
        cassation_court=_cassation(code, on),
    )


def regions(on: date) -> tuple[Region, ...]:
    """Every subject of that day in the order of the codes."""
    return tuple(region(code, on) for code in sorted(_acting(NAMES, on)))


def _acting(names: tuple[str, ...], on: date) -> dict:
    return {
        code: value
        for name in names
        for _, _, record in parameter(name).acting(on, on)
        for code, value in record.value.items()
    }


def _cassation(code: str, on: date) -> str:
    courts = [court for _, _, record in parameter("cassation_courts").acting(on, on) for court in record.value]
    return next((court["name"] for court in courts if code in court["regions"].split()), "")
