"""The norm of heat and of hot water: what приложение № 1 to the rules forgives, and when a measurement breaks it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal

from filings.parameters import Parameter, parameter
from filings.schemas.utility_service import Measurement, Room, Trouble, WarmService

NIGHT_ENDS = time(5)


@dataclass(frozen=True)
class Norm:
    """What приложение № 1 says of the service: the norm and tolerances in degrees, or the hours forgiven."""

    item: str
    percent: Decimal
    degrees: int | None = None
    day_tolerance: int = 0
    night_tolerance: int = 0
    each: int = 1
    break_hours: int | None = None
    cold_below: int | None = None

    def deviation(self, temperature: Decimal) -> Decimal:
        """By how many degrees it is colder than the norm; 0 when it is not."""
        return max(Decimal(self.degrees or 0) - temperature, Decimal(0))

    def is_broken_by(self, measurement: Measurement) -> bool:
        """Whether the temperature is below the norm with the tolerance of that time of day."""
        tolerance = self.night_tolerance if measurement.at.time() < NIGHT_ENDS else self.day_tolerance
        return self.deviation(measurement.temperature) > tolerance

    def cuts(self, measurement: Measurement) -> bool:
        """Whether hours of that temperature are cut: a night that is within its tolerance proves nothing of the day."""
        return self.is_broken_by(measurement) and not self.is_paid_as_cold(measurement.temperature)

    def is_paid_as_cold(self, temperature: Decimal | None) -> bool:
        """Whether hot water was so cold that its hours are paid at the price of cold water (п. 5)."""
        return self.cold_below is not None and temperature is not None and temperature < self.cold_below


def norm_of(service: WarmService, trouble: Trouble, room: Room | None, on: date) -> Norm:
    """The norm that acts on the day; the room decides the heating norm. LegalValueMissing before 2012."""
    if trouble is Trouble.BREAK:
        value = _source(service, trouble).at(on).value[service.value]
        return Norm(value["item"], value["percent"], break_hours=value["allowed"])
    value = _source(service, trouble).at(on).value
    degrees = value[_norm_name(room)] if service is WarmService.HEATING else value["norm"]
    tolerances = {name: value[name] for name in ("day_tolerance", "night_tolerance", "each")}
    return Norm(value["item"], value["percent"], degrees, **tolerances, cold_below=value.get("cold_below"))


def warnings_of_norm(service: WarmService, trouble: Trouble, on: date) -> list[str]:
    """What is not yet certain about the norm of that day."""
    source = _source(service, trouble)
    return list(source.warnings(source.at(on).since))


def _source(service: WarmService, trouble: Trouble) -> Parameter:
    return parameter("utility_break" if trouble is Trouble.BREAK else f"{service.value}_temperature")


def _norm_name(room: Room | None) -> str:
    cold, corner = bool(room and room.cold_region), bool(room and room.corner)
    return "norm" + "_cold_region" * cold + "_corner" * corner
