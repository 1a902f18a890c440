"""Answers of papers in a pending case that belong together: roles of one code, days in order, orders and writs."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Any

from hypothesis import strategies as st
from strategies_hints import DAY, Hint, Place, Rows
from strategies_types import days, moments, stories, sums

from filings.questions.times import day
from filings.schemas.court_case import CLAIMANTS, RESPONDENTS, CaseRole
from filings.schemas.procedure._appealed import GroundKind

_EARLIEST = date(2023, 1, 9)
_CIVIL = (CaseRole.CLAIMANT, CaseRole.RESPONDENT, CaseRole.THIRD_PARTY)
_ADMINISTRATIVE = (CaseRole.ADMINISTRATIVE_CLAIMANT, CaseRole.ADMINISTRATIVE_RESPONDENT, CaseRole.INTERESTED)
_PEOPLE = ("Петров Иван Сергеевич", "Шевченко Анна Игоревна", "ООО «УК Дом»", "ТСЖ «Садовая, 10»", "Ли Пётр")


def _role(place: Place) -> CaseRole:
    return CaseRole.parse(place.filing["role"])


def _spelt(*roles: CaseRole) -> st.SearchStrategy[str]:
    return st.sampled_from([name for role in roles for name in (role.ru, role.value)])


def _other_role(place: Place) -> st.SearchStrategy[str]:
    mine = _role(place)
    if mine in (CaseRole.DEBTOR, CaseRole.CREDITOR):
        return _spelt(CaseRole.CREDITOR if mine is CaseRole.DEBTOR else CaseRole.DEBTOR)
    return _spelt(*(_ADMINISTRATIVE if mine in _ADMINISTRATIVE else _CIVIL))


def _case(place: Place) -> st.SearchStrategy[dict[str, Any]]:
    numbers = ["2а-15/2026", "№ 2а-311/2025"] if _role(place) in _ADMINISTRATIVE else ["2-1234/2026", "дело № 2-7/2025"]
    matters = st.sampled_from(["о взыскании долга", "Об обязании устранить протечку.", "раздел дома", None])
    return st.fixed_dictionaries({"number": st.sampled_from(numbers), "matter": matters})


def _position(place: Place) -> st.SearchStrategy[str]:
    if _role(place) in CLAIMANTS:
        return st.sampled_from(["поддерживаю иск", "leaves"])
    return st.sampled_from(["поддерживаю иск", "objects", "partly", "leaves"])


def _new_decision(place: Place) -> st.SearchStrategy[str]:
    own = "grant" if _role(place) in CLAIMANTS else "refuse" if _role(place) in RESPONDENTS else "другое"
    return st.sampled_from([own, "другое"])


_RECEIPTS = st.fixed_dictionaries({"how": st.just("learned"), "reasons": stories}) | st.fixed_dictionaries(
    {"how": st.just("копия приказа получена"), "reasons": stories}
)


# The page about the case stands before the question that decides whether it is asked.
_motions = st.sampled_from(
    [
        {"role": "истец", "filed_before": "да", "case": {"number": "2-7/2026", "uid": "УИД-7", "judge": "Ким А.В."}},
        {"role": "ответчик", "filed_before": "да", "case": {"number": "2-8/2026", "matter": "о взыскании долга"}},
        {"role": "административный истец", "filed_before": "нет", "case": None},
        {"role": "claimant", "filed_before": "нет", "case": None},
    ]
)


def _paid_for(place: Place) -> st.SearchStrategy[str]:
    """What a party of that code pays for; an appeal is lodged in a case that is there."""
    claims = ["административный иск"] if _role(place) in _ADMINISTRATIVE else ["имущественный иск", "non_property"]
    return st.sampled_from([*claims, *(["апелляционная жалоба"] if place.filing.get("case") else [])])


def _after(name: str) -> Hint:
    """A day not before the answer `name` of the same block."""
    return lambda place: days(day(place.block[name]), place.on)


def _one_of(*words: str) -> Hint:
    return lambda place: st.sampled_from(words)


BLOCKS: dict[str, Hint] = {
    "PendingCase": _case,
    "Receipt": lambda place: _RECEIPTS,
    "Appealed": lambda place: st.fixed_dictionaries({"reasons": stories}),
    "StateDutyMotion": lambda place: _motions,
    "AppealCourt": _one_of({"title": "Тверской областной суд"}, {"title": "Верховный Суд Республики Башкортостан"}),  # type: ignore[arg-type]
}
FIELDS: dict[str, Hint] = {
    "CaseFiling.role": lambda place: _spelt(*_CIVIL, *_ADMINISTRATIVE),
    "WritRequest.role": lambda place: _spelt(*_CIVIL, *_ADMINISTRATIVE, CaseRole.CREDITOR),
    "CourtOrderObjection.role": _one_of("должник", "debtor"),
    "CaseParty.role": _other_role,
    "CaseParty.title": _one_of(*_PEOPLE),
    "Hearing.at": lambda place: moments(
        datetime.combine(place.on, time()), datetime.combine(place.on + 60 * DAY, time())
    ),
    "Opinion.position": _position,
    "OrderCase.made_on": lambda place: days(_EARLIEST, place.on - 2 * DAY),
    "Receipt.on": lambda place: days(day(place.filing["case"]["made_on"]), place.on),
    "Taken.amount": lambda place: sums("1", "90000"),
    "OrderCase.amount": lambda place: sums("1", "500000"),
    "CourtOrderObjection.bailiffs": _one_of("Отдел судебных приставов по Ленинскому району г. Твери"),
    "Bailiffs.title": _one_of("Отдел судебных приставов по Ленинскому району г. Твери", "МОСП по ИПСР"),
    "WritRequest.given_before": _one_of("нет"),
    "WritRequest.act": lambda place: _one_of("судебный приказ" if _role(place) is CaseRole.CREDITOR else "решение")(
        place
    ),
    "Judgment.made_on": lambda place: days(_EARLIEST, place.on),
    "Judgment.final_on": lambda place: st.none() | _after("made_on")(place),
    "Judgment.upheld_on": _after("made_on"),
    "Evidence.what": _one_of("табель за июль 2026 г.", "Журнал заявок за 3 ноября 2026 года", "акт от 10.10.2026 № 5"),
    "StateDutyMotion.exemption": _one_of("нет", "none"),
    "DutyAsked.paid_for": _paid_for,
    "DutyAsked.price": lambda place: sums("100", "900000"),
    "Relief.months": lambda place: st.integers(2, 12).map(str),
    "Relief.reduced_to": lambda place: sums("1", "1900"),
    "Money.monthly": lambda place: sums("1", "90000"),
    "Means.dependants": lambda place: st.integers(0, 12).map(str),
    "Appealed.made_on": lambda place: days(_EARLIEST, place.on),
    "Appealed.final_on": _after("made_on"),
    "Appealed.received_on": lambda place: st.none() | _after("made_on")(place),
    "Asked.decision": _new_decision,
    "Appeal.exempt_as": _one_of("трудовой спор", "инвалид", "права ребёнка"),
}
ROWS = {
    "EvidenceMotion.evidence": lambda place: Rows(1, lambda row: (row["what"].casefold(), row["holder"].casefold())),
    "Appeal.grounds": lambda place: Rows(1, lambda row: GroundKind.parse(row["kind"])),
}
