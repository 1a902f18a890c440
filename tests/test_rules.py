"""Runs every table of tests/cases: the facts of a row through its rule, the conclusion against what the law gives.

A row: name, given (the answers), and expect (the value) or error (a part of the Russian message), source.
Further checks of a row: steps (the amounts), dates (first and last day of each step), warning (a part of one),
no_warnings, references (parts that must be found).
"""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
import yaml

from filings.errors import FilingError
from filings.rules.catalogue import rules

TABLES = sorted((Path(__file__).parent / "cases").glob("*.yaml"))
ROW_KEYS = {"name", "given", "expect", "error", "steps", "dates", "warning", "no_warnings", "references", "source"}


def table(path):
    return yaml.load(path.read_text("utf-8"), yaml.BaseLoader)


ROWS = [pytest.param(path.stem, row, id=f"{path.stem}: {row['name']}") for path in TABLES for row in table(path)]


@pytest.mark.parametrize(("name", "row"), ROWS)
def test_case(name, row):
    assert set(row) <= ROW_KEYS, "unknown key in the row"
    assert row["source"]
    if "error" in row:
        with pytest.raises((FilingError, ValueError)) as caught:
            conclude(name, row["given"])
        assert row["error"] in spaced(str(caught.value))
        return
    found = conclude(name, row["given"]).as_json()
    assert found["value"] == expected(row["expect"])
    check_details(row, found)


def conclude(name, given):
    rule = rules()[name]
    return rule.conclude(rule.input(**given))


def expected(value):
    """`true` and `false` of a table are answers, everything else is text as in the JSON."""
    return {"true": True, "false": False}.get(value, value)


def spaced(text):
    """Tables are typed with plain spaces."""
    return text.replace("\u00a0", " ")


def check_details(row, found):
    if "steps" in row:
        assert [step["amount"] or "null" for step in found["steps"]] == row["steps"]
    if "dates" in row:
        assert [f"{step['from']}..{step['until']}" for step in found["steps"]] == row["dates"]
    if "warning" in row:
        assert any(row["warning"] in spaced(text) for text in found["warnings"]), found["warnings"]
    if "no_warnings" in row:
        assert found["warnings"] == []
    for reference in row.get("references", []):
        assert any(reference in text for text in found["references"]), found["references"]


def test_every_rule_has_a_table():
    assert {path.stem for path in TABLES} == set(rules())


def test_rule_names_and_titles():
    for name, rule in rules().items():
        assert rule.name == name
        assert rule.title[0].isupper() and not rule.title.endswith(".")


def test_json_form():
    found = conclude("delayed_wages", {"debt": "10000", "due": "2025-03-01", "until": "2025-03-11"}).as_json()
    assert list(found) == ["rule", "value", "unit", "steps", "references", "warnings"]
    assert found["steps"] == [
        {
            "from": "2025-03-02",
            "until": "2025-03-11",
            "days": 10,
            "base": "10000.00",
            "rate": "21.00",
            "formula": "10\u00a0000,00 × 21\u00a0% / 150 × 10\u00a0дн.",
            "amount": "140.00",
        }
    ]


def test_steps_add_up():
    """The amounts printed line by line give the value: a judge adds them up."""
    found = conclude("delayed_wages", {"debt": "33333.33", "due": "2021-01-11", "until": "2026-09-30"})
    assert found.value == sum((step.amount for step in found.steps), Decimal(0))


def test_a_needless_answer_is_left_out_with_a_warning() -> None:
    answers = {"price": "250000", "filed_on": "12.01.2026", "procedure": "divorce"}
    given, conclusion = rules()["state_duty"].apply(answers, on=date(2026, 11, 22))
    assert given.price is None and conclusion.value == 5000
    assert any("«Цена иска» на этот расчёт не влияет" in text for text in conclusion.warnings)
