"""What a schema alone cannot tell of an answer: which day follows which, which sums fit together.

BLOCKS: answers of a block that belong together, by the name of the block or of a base of it; None leaves one out.
FIELDS: one answer, by «Block.question», or «*.question» for every block.
ROWS: «Block.question» with how many rows and what must differ between them.
Without a hint a question is answered by its type; a kind whose cross-checks refuse too much needs one here.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any

import strategies_people as people
from hypothesis import strategies as st
from strategies_types import days, moments, months, spelt, stories, sums

from filings.questions import Block
from filings.questions.asking import is_asked
from filings.questions.conditions import judged_on
from filings.questions.numbers import roubles
from filings.questions.times import day, moment, month
from filings.questions.validation import validate
from filings.russian.forms import Gender
from filings.schemas.employers import EmployerKind
from filings.schemas.parties import Applicant, IdentifierKind

Answers = dict[str, Any]
DAY = timedelta(days=1)


@dataclass(frozen=True)
class Place:
    """Where a question stands: the answers of its block and of the whole filing so far, the day of filing."""

    model: type[Block]
    root: type[Block]
    block: Answers
    filing: Answers
    on: date

    def asks(self, condition: str) -> bool:
        """Whether the condition holds; each of its names is looked for in the block first, then from the top."""
        groups = [[part.strip() for part in group.split("&") if part.strip()] for group in condition.split("||")]
        with judged_on(self.on):
            return any(all(map(self._holds, group)) for group in groups)

    def _holds(self, part: str) -> bool:
        near = re.split("[=>.]", part.lstrip("!"))[0].strip() in self.model.model_fields
        return bool(is_asked(part, self.model, self.block) if near else is_asked(part, self.root, self.filing))


Hint = Callable[[Place], st.SearchStrategy[Any]]


@st.composite
def _identifier(draw: st.DrawFn, region: str) -> Answers:
    kind = draw(st.sampled_from(list(IdentifierKind)))
    return {"identifier": kind.ru, "identifier_value": draw(people.identifiers_of(region)[kind.value])}


@st.composite
def _employer(draw: st.DrawFn) -> Answers:
    kind = draw(spelt(EmployerKind))
    if EmployerKind.parse(kind) is EmployerKind.ORGANISATION:
        title, short = draw(people.titles)
        return {"kind": kind, "title": title, "short_title": draw(st.sampled_from([short, None]))}
    # No question asks an entrepreneur's sex: a name that does not show it is refused
    name = draw(people.names().filter(lambda name: name["patronymic"]))
    return {"kind": kind} | {part: name[part] for part in ("surname", "first_name", "patronymic")}


def _with_bounds(first: Callable[[Place], date], last: Callable[[Place], date]) -> Hint:
    return lambda place: days(first(place), last(place))


def _started(place: Place) -> date:
    return day(place.filing["employment"]["started_on"])


def _dismissed(place: Place) -> date:
    dismissal = place.filing.get("dismissal")
    return day(dismissal["on"]) if dismissal else place.on


def _outage(place: Place) -> tuple[datetime, datetime]:
    outage = place.filing["outage"]
    ended = outage.get("ended_at")
    return moment(outage["started_at"]), moment(ended) if ended else datetime.combine(place.on, time())


def _planned(place: Place) -> st.SearchStrategy[str | None]:
    """A stop that was announced, and that lasted longer than announced."""
    began, ended = (at.date() for at in _outage(place))
    return days(began, ended - DAY) if began < ended else st.none()


def _during_outage(place: Place) -> st.SearchStrategy[str]:
    return moments(*_outage(place))


def _since_outage(place: Place) -> st.SearchStrategy[str]:
    return moments(_outage(place)[0], datetime.combine(place.on, time()))


def _temperature(place: Place) -> st.SearchStrategy[str]:
    cold = st.integers(50, 140) if place.asks("service=heating") else st.integers(200, 450)
    return cold.map(lambda tenths: f"{tenths / 10:.1f}".replace(".", ","))


@st.composite
def _payments(draw: st.DrawFn, place: Place) -> list[Answers] | None:
    """Less in all than was accrued."""
    accrued = roubles(place.block["accrued"])
    part = (accrued / 4).quantize(Decimal("0.01"))
    if part < Decimal("0.01"):
        return None
    rows = draw(st.lists(st.tuples(days(month(place.block["month"]), place.on), sums("0.01", str(part))), max_size=3))
    return [{"on": on, "amount": amount} for on, amount in rows] or None


def _due(place: Place) -> st.SearchStrategy[str]:
    first = max(month(place.block["month"]), _started(place))
    return days(first, min(first + 60 * DAY, place.on - DAY))


@st.composite
def _pay_days(draw: st.DrawFn) -> Answers:
    if draw(st.booleans()):
        return {"advance_day": str(draw(st.integers(1, 31))), "pay_day": str(draw(st.integers(1, 31)))}
    return {"advance_day": None, "pay_day": None}


def _late_reasons(place: Place) -> st.SearchStrategy[str | None]:
    """Only a claim that is late for some sum explains itself."""
    dues = [day(debt["due"]) for debt in place.filing.get("debts", ())]
    late = any(due < place.on - timedelta(days=400) for due in dues)
    return st.none() | stories if late else st.none()


def _venue(place: Place) -> st.SearchStrategy[str]:
    return st.sampled_from(
        ["home", "по адресу работодателя", *["workplace"] * place.asks("employment.contract=written")]
    )


def _benefit_kind(place: Place) -> st.SearchStrategy[str]:
    """The benefit of a pregnant woman is for a woman."""
    woman = validate(Applicant, place.filing["applicant"], on=place.on).gender is Gender.FEMALE
    return st.sampled_from(["unified_child", "другое пособие или выплата", *["unified_pregnancy"] * woman])


# Invented accounts whose check digit fits the bank.
_ACCOUNTS = (
    {"bik": "044525225", "account": "40817810838000000012"},
    {"bik": "046015602", "account": "40817810252000000345"},
)

BLOCKS: dict[str, Hint] = {
    "Person": lambda place: people.names(),
    "Claimant": lambda place: _identifier("61"),
    "Representative": lambda place: _identifier("77"),
    "EmployerByName": lambda place: _employer(),
    "Organisation": lambda place: people.titles.map(lambda pair: {"title": pair[0], "short_title": pair[1]}),
    "OtherCitizen": lambda place: _identifier("50") | st.just({"identifier": None, "identifier_value": None}),
    "BankAccount": lambda place: st.sampled_from(_ACCOUNTS),
    "PendingCase": lambda place: st.fixed_dictionaries({"number": st.sampled_from(["2-1234/2026", "2а-15/2026"])}),
    "Recipient": lambda place: st.fixed_dictionaries({"title": people.bodies}),
    "Court": lambda place: st.fixed_dictionaries({"title": people.courts}),
    "Employment": lambda place: _pay_days(),
}


def _one_of(*words: str) -> Hint:
    return lambda place: st.sampled_from(words)


_PEOPLE_IN_WORDS = ("Петрова А.И.", "Петрова Анна Ивановна", "сын Ильдар", "бывший муж, Королёв И.С.")

FIELDS: dict[str, Hint] = {
    "*.kept_numbers": lambda place: st.none(),
    "*.number": _one_of("12", "1523/26", "А-7"),
    "*.position": _one_of("кладовщик", "старший продавец-консультант", "заместитель директора по учебной работе"),
    "FundBranch.title": lambda place: people.bodies,
    "*.contract_number": _one_of("12", "34/2024-к"),
    "*.account": _one_of("6100012345", "00-412/7"),
    "*.document": _one_of("№ 12 от 01.11.2026", "77 АВ 1234567"),
    "*.right_document": _one_of("выписка из ЕГРН от 12.05.2024", "договор социального найма № 5 от 01.02.2001"),
    "*.post": _one_of("Директор", "Исполняющая обязанности генерального директора", "Председатель правления"),
    "*.head": _one_of("Петрова Анна Ивановна", "Ли Пётр", "Мамедов Эльдар Ахмед оглы"),
    "*.birth_place": _one_of("г. Тверь", "с. Чёрный Яр Астраханской области", "Киргизская ССР"),
    "*.body": lambda place: people.bodies,
    "Signer.name": _one_of("Петрова Анна Ивановна", "Ли Пётр"),
    "Income.source": _one_of("Петрова А.И., заработная плата", "алименты на сына"),
    "FamilyFlaw.who": _one_of(*_PEOPLE_IN_WORDS),
    "IdlePeriod.who": _one_of(*_PEOPLE_IN_WORDS),
    "Benefit.name": _one_of("Единовременное пособие при рождении ребёнка", "ЕДВ", "выплата на третьего ребёнка"),
    "Claimant.birth_date": lambda place: days(date(1935, 1, 1), place.on - 6600 * DAY),
    # wages
    "Employment.started_on": lambda place: days(date(2016, 10, 3), place.on - 60 * DAY),
    "Employment.contract_on": lambda place: st.none() | days(date(2016, 10, 3), date(2016, 12, 1)),
    "Dismissal.on": _with_bounds(_started, lambda place: place.on - DAY),
    "WageDebt.month": lambda place: months(_started(place), min(_dismissed(place), place.on - 2 * DAY)),
    "WageDebt.due": _due,
    "WageDebt.payments": _payments,
    "DocumentRequest.asked_on": _with_bounds(_started, lambda place: place.on),
    "WageClaim.late_reasons": _late_reasons,
    "WageClaim.venue": _venue,
    # a bad utility
    "Outage.started_at": lambda place: moments(datetime(2024, 9, 1), datetime.combine(place.on - DAY, time())),
    "Outage.ended_at": lambda place: moments(
        moment(place.block["started_at"]) + timedelta(minutes=1), datetime.combine(place.on, time())
    ),
    "Outage.planned_until": _planned,
    "Measurement.at": _during_outage,
    "Measurement.temperature": _temperature,
    "Call.at": _since_outage,
    "Act.visited_at": _since_outage,
    "Act.drawn_at": _since_outage,
    "MonthCharge.month": lambda place: months(*(at.date() for at in _outage(place))),
    # a benefit
    "Benefit.kind": _benefit_kind,
    "Benefit.applied_on": lambda place: days(date(2023, 1, 9), place.on - 30 * DAY),
    "Benefit.since_month": lambda place: months(date(2023, 1, 1), day(place.block["applied_on"])),
    "Decision.made_on": _with_bounds(lambda place: _applied(place), lambda place: place.on),
    "Decision.received_on": _with_bounds(lambda place: day(place.block["made_on"]), lambda place: place.on),
    "Child.born_on": lambda place: days(_applied(place) - 6000 * DAY, _applied(place)),
    "BenefitRefusalComplaint.reapplied_on": _with_bounds(lambda place: _applied(place), lambda place: place.on),
    "IdlePeriod.since": lambda place: days(date(2021, 1, 1), date(2023, 6, 1)),
    "IdlePeriod.until": lambda place: st.none() | days(date(2023, 6, 1), date(2024, 6, 1)),
}


def _applied(place: Place) -> date:
    return day(place.filing["benefit"]["applied_on"])


@dataclass(frozen=True)
class Rows:
    """How many rows, and what of a row must differ from every other."""

    least: int = 1
    differ: Callable[[Answers], Any] | None = None
    most: int | None = None


def _debts(place: Place) -> Rows:
    return Rows(0 if place.asks("dismissal.leave_unpaid") else 1, lambda row: (month(row["month"]), day(row["due"])))


ROWS: dict[str, Callable[[Place], Rows]] = {
    "WageClaim.debts": _debts,
    "BenefitRefusalComplaint.children": lambda place: Rows(1 if place.asks("benefit.kind=unified_child") else 0),
    "UtilityQualityComplaint.charges": lambda place: Rows(1, lambda row: month(row["month"])),
    "UtilityQualityComplaint.signers": lambda place: Rows(2),
}
