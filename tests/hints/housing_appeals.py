"""Hints for demands and complaints about the house: charges, upkeep, the inspectorate, the prosecutor, the claim."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import strategies_people as people
from hypothesis import strategies as st
from strategies_hints import DAY, Place, Rows
from strategies_types import days, months, sums

from filings.questions.numbers import roubles
from filings.questions.times import day, month


def _less(place: Place) -> st.SearchStrategy[str]:
    charged = roubles(place.block["charged"])
    return sums("0.00", str(max(charged - Decimal("0.01"), Decimal("0.00"))))


def _fee(place: Place) -> st.SearchStrategy[str]:
    """A supplier charges no upkeep."""
    supplier = place.asks("recipient.kind=supplier|operator")
    return st.sampled_from(["utilities", *["содержание жилья"] * (not supplier)])


def _topics(place: Place) -> st.SearchStrategy[list[str]]:
    """What a supplier may be complained about is less."""
    supplier = place.asks("organisation.kind=supplier|operator")
    found = ["quality", "неверно начисляют плату", *(["upkeep", "нарушения на собрании"] * (not supplier))]
    return st.lists(st.sampled_from([*found, "information"]), min_size=1, unique=True)


def _wants(place: Place) -> st.SearchStrategy[list[str]]:
    money = place.asks("topics=quality|upkeep|charges")
    found = ["check", "выдать предписание", "liability", *(["добиться перерасчёта"] * bool(money))]
    return st.lists(st.sampled_from(found), min_size=1, unique=True)


def _row(row: dict[str, Any]) -> Any:
    return month(row["month"]), row["line"]


def _alone(place: Place) -> st.SearchStrategy[str]:
    """A collective paper has no representative."""
    return st.sampled_from(["нет"]) if place.asks("represented") else st.sampled_from(["да", "нет"])


_RESIDENTS = ("Петрова Анна Ивановна", "Ли Пётр", "Мамедов Эльдар Ахмед оглы")


def _titles(*titles: str) -> Any:
    return lambda place: st.sampled_from([{"title": title} for title in titles])


def _office(place: Place) -> st.SearchStrategy[dict[str, str]]:
    """A serviceman's complaint goes to the military prosecutor."""
    military = ["военная прокуратура Тверского гарнизона", "34 военная прокуратура гарнизона"]
    others = ["прокуратура Центрального района г. Твери", "Прокуратура г. Твери", "прокуратура Тверской области"]
    titles = military if place.asks("sphere=military") else others
    return st.sampled_from([{"title": title} for title in titles])


def _manager(place: Place) -> st.SearchStrategy[dict[str, str]]:
    """Only who manages the house repairs it."""
    keepers = ["управляющая компания", "association", "жилищный кооператив"]
    if place.root.__name__ != "CommonPropertyRepairRequest":
        return st.just({})
    return st.sampled_from([{"kind": kind} for kind in keepers])


def _days(place: Place) -> st.SearchStrategy[str]:
    return st.integers(1, 28).map(str)


BLOCKS = {
    "Manager": _manager,
    "ProsecutorOffice": _office,
    "Inspectorate": _titles(
        "Государственная жилищная инспекция Тверской области", "Комитет государственного жилищного надзора"
    ),
}
FIELDS = {
    "CommonPropertyRepairRequest.capital": lambda place: st.just("нет"),
    "CommonPropertyRepairRequest.do_by": lambda place: days(place.on + 31 * DAY, place.on + 90 * DAY),
    "Defect.since": lambda place: days(place.on - 400 * DAY, place.on),
    "Defect.last_repair": lambda place: st.sampled_from(["1998", "2014", "2025"]),
    "*.stop_hours": lambda place: st.sampled_from(["1", "22", "744"]),
    "Defect.request": lambda place: st.sampled_from(["1532", "№ 77/1"]),
    "MissedCleaning.on": lambda place: days(day(place.filing["defect"]["since"]), place.on),
    "FeeCut.month": lambda place: months(place.on - 300 * DAY, place.on),
    "FeeCut.cost": lambda place: sums("0.50", "5000.00"),
    "FeeCut.days": _days,
    "CollectivePetition.collective": _alone,
    "Signatory.name": lambda place: st.sampled_from(_RESIDENTS),
    "*.flat": lambda place: st.sampled_from(["6", "кв. 12а", "104"]),
    "Violator.title": lambda place: people.bodies,
    "*.proceeding": lambda place: st.sampled_from(["12345/26/69040-ИП", "№ 7/26/1-СВ"]),
    "HouseManager.title": lambda place: people.bodies,
    "HousingInspectorateComplaint.topics": _topics,
    "HousingInspectorateComplaint.wants": _wants,
    "PriorAppeal.sent_on": lambda place: days(date(2026, 1, 9), place.on),
    "PriorAppeal.answered_on": lambda place: days(day(place.block["sent_on"]), place.on),
    "Overcharge.month": lambda place: months(place.on - 1300 * DAY, place.on),
    "Overcharge.fee": _fee,
    "Overcharge.charged": lambda place: sums("1.00"),
    "Overcharge.due": _less,
    "*.line": lambda place: st.sampled_from(["Отопление", "Содержание и ремонт", "ОДН (электроэнергия)"]),
    "*.meter": lambda place: st.sampled_from(["горячая вода, № 1234567", "электричество"]),
}
ROWS = {
    "CommonPropertyRepairRequest.fee_cuts": lambda place: Rows(1, lambda row: month(row["month"])),
    "OverchargeRefundDemand.overcharges": lambda place: Rows(1, _row),
}
