"""Answers to the request for papers of the house and to the request over an absence that fit together."""

from __future__ import annotations

from datetime import date

from hypothesis import strategies as st
from strategies_hints import DAY, Hint, Place
from strategies_types import days, months, stories

from filings.questions.times import day, month

_METERED = ["холодная вода", "hot_water", "электричество", "gas"]


def _manager(place: Place) -> st.SearchStrategy[str]:
    """Who keeps the papers of the house, and who answers for its roof and pipes."""
    kinds = ["company", "ТСЖ или ТСН", "жилищный кооператив"]
    of_house = place.root.__name__ in ("ManagerInformationRequest", "LeakReportRequest", "LeakDamageDemand")
    return st.sampled_from(kinds if of_house else [*kinds, "supplier", "региональный оператор"])


@st.composite
def _documents(draw: st.DrawFn, place: Place) -> list[str]:
    """The register is for an owner alone."""
    known = ["contract", "отчёт за год", "minutes", "works", "расчёт платы", "technical"]
    owner = place.filing["home"]["right"] in ("owner", "собственник")
    return draw(st.lists(st.sampled_from([*known, *["owners_register"] * owner]), min_size=1, unique=True))


def _until(place: Place) -> st.SearchStrategy[str]:
    return months(month(place.block["since"]), place.on)


@st.composite
def _services(draw: st.DrawFn, place: Place) -> list[str]:
    """Drainage goes with water."""
    found = draw(st.lists(st.sampled_from([*_METERED, "waste"]), min_size=1, unique=True))
    water = {"холодная вода", "hot_water"} & set(found)
    return [*found, "drainage"] if water and draw(st.booleans()) else found


def _meter(place: Place) -> st.SearchStrategy[str]:
    return st.just("impossible")


def _back(place: Place) -> st.SearchStrategy[str]:
    return days(day(place.block["left_on"]) + 7 * DAY, place.on)


@st.composite
def _reason(draw: st.DrawFn, place: Place) -> str | None:
    back = place.filing["absence"].get("back_on")
    late = bool(back) and day(back) < place.on - 20 * DAY
    return draw(stories) if late or draw(st.booleans()) else None


FIELDS: dict[str, Hint] = {
    "Manager.kind": _manager,
    "ManagerInformationRequest.documents": _documents,
    "ManagerInformationRequest.for_meeting": lambda place: st.just("да"),
    "Period.since": lambda place: months(date(2023, 1, 1), place.on),
    "Period.until": _until,
    "AbsenceRecalculationRequest.services": _services,
    "AbsenceRecalculationRequest.meter": _meter,
    "AbsenceRecalculationRequest.applicant_away": lambda place: st.just("да"),
    "AbsenceRecalculationRequest.late_reason": _reason,
    "Absence.left_on": lambda place: days(date(2024, 1, 10), place.on - 8 * DAY),
    "Absence.back_on": _back,
    "Absence.planned_on": lambda place: days(place.on + 31 * DAY, place.on + 200 * DAY),
    "Absentee.name": lambda place: st.sampled_from(["Петров Пётр Иванович", "Ли Анна", "Мамедова Лейла Эльдар кызы"]),
}
