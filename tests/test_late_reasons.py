"""«Почему раньше не обратились» is asked only of who is late, and of everybody of whom the law says so."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from sample_answers import answers_of

from filings.catalogue import kinds
from filings.questions.asking import questions_of, removed
from filings.questions.conditions import judged_on
from filings.questions.validation import problems_of, validate

ON = date(2026, 11, 23)
CONTRACT, ORAL = {"employment.contract": "письменно"}, {"employment.contract": "устно"}

# Kind, question, what is changed in the sample, the day from which the term runs, that day for who is not asked yet and
# for who is: ТК РФ, ст. 392; ГПК РФ, ст. 128, 321, 232.4; ПП РФ № 354, п. 91; КАС РФ, ст. 219.
TERMS = {
    "зарплата: год": ("wage_claim", "late_reasons", {}, "debts.2.due", "2025-11-23", "2025-11-22"),
    "отпуск: год": (
        *("wage_claim", "late_reasons", {"dismissal.leave_unpaid": "да"}),
        *("dismissal.on", "2025-11-23", "2025-11-22"),
    ),
    "по договору и без долга за отпуск: только по выплатам": (
        *("wage_claim", "late_reasons", CONTRACT | {"dismissal.leave_unpaid": "нет"}),
        *("dismissal.on", "2025-01-01", None),
    ),
    "без договора: три месяца": ("wage_claim", "late_reasons", ORAL, "dismissal.on", "2026-08-23", "2026-08-22"),
    "приказ: десять дней": (
        *("court_order_objection", "receipt.reasons", {"receipt.how": "копия приказа получена"}),
        *("receipt.on", "2026-11-13", "2026-11-12"),
    ),
    "приказ: копия не приходила": (
        *("court_order_objection", "receipt.reasons", {"receipt.how": "копия не приходила"}),
        *("receipt.on", None, "2026-11-22"),
    ),
    "апелляция: месяц": (
        *("appeal", "decision.reasons", {"decision.simplified": "нет"}),
        *("decision.final_on", "2026-10-23", "2026-10-22"),
    ),
    "апелляция без заседаний: пятнадцать дней": (
        *("appeal", "decision.reasons", {"decision.simplified": "да"}),
        *("decision.final_on", "2026-11-08", "2026-11-07"),
    ),
    "отсутствие: тридцать дней": (
        *("absence_recalculation_request", "late_reason", {"absence.returned": "да"}),
        *("absence.back_on", "2026-10-24", "2026-10-23"),
    ),
    "пособие: три месяца": (
        *("benefit_refusal_complaint", "late_reasons", {}),
        *("decision.received_on", "2026-08-23", "2026-08-22"),
    ),
}


def changed(answers: dict[str, Any], changes: dict[str, str]) -> dict[str, Any]:
    for path, value in changes.items():
        place: Any = answers
        *way, last = (int(part) if part.isdecimal() else part for part in path.split("."))
        for part in way:
            place = place[part]
        place[last] = value
    return answers


def is_put(kind: str, question: str, answers: dict[str, Any]) -> bool:
    with judged_on(ON):
        found = {".".join(map(str, one.path)): one.asked for one in questions_of(kinds()[kind].model, answers)}
    return found[question] is True


@pytest.mark.parametrize("term", TERMS)
def test_who_is_in_time_is_not_asked_and_who_is_late_is(term):
    kind, question, changes, since, in_time, late = TERMS[term]
    for day, asked in ((in_time, False), (late, True)):
        if day:
            answers = changed(answers_of(kinds()[kind]), changes | {since: day})
            assert is_put(kind, question, answers) is asked, f"{since} {day}"


@pytest.mark.parametrize("simplified", ["да", "нет"])
@pytest.mark.parametrize("ago", range(12, 50))
def test_an_appeal_is_never_refused_for_a_question_that_was_not_put(ago, simplified):
    day = f"{ON - timedelta(days=ago)}"
    dates = {"decision.made_on": day, "decision.final_on": day, "decision.received_on": day}
    answers = changed(answers_of(kinds()["appeal"]), {"decision.simplified": simplified} | dates)
    demanded_is_put("appeal", ("decision", "reasons"), answers)


@pytest.mark.parametrize("ago", range(8, 25))
def test_objections_are_never_refused_for_a_question_that_was_not_put(ago):
    dates = {"receipt.on": f"{ON - timedelta(days=ago)}", "receipt.how": "received", "case.made_on": "2026-10-01"}
    answers = changed(answers_of(kinds()["court_order_objection"]), dates)
    demanded_is_put("court_order_objection", ("receipt", "reasons"), answers)


def demanded_is_put(kind: str, path: tuple[str, str], answers: dict[str, Any]) -> None:
    problems = problems_of(kinds()[kind].model, removed(answers, path), on=ON)
    assert path not in dict(problems) or is_put(kind, ".".join(path), answers)


def test_reasons_that_nobody_asks_for_are_no_mistake_in_a_file_of_answers():
    answers = changed(answers_of(kinds()["court_order_objection"]), {"receipt.how": "received"})
    answers = changed(answers, {"receipt.on": "2026-11-20", "receipt.reasons": "Был в отъезде."})
    assert not is_put("court_order_objection", "receipt.reasons", answers)
    filing = validate(kinds()["court_order_objection"].model, answers, on=ON)
    assert "причины опоздания в документ не вошли" in " ".join(filing.conclude(ON).warnings)
