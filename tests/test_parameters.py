"""Legal values: each file in order, every broken file refused by its own message, dates answered or refused."""

import ast
import re
from datetime import date
from decimal import Decimal
from itertools import pairwise
from pathlib import Path

import pytest

from filings.errors import LegalValueMissing
from filings.parameters import all_parameters, due, parameter
from filings.parameters.loader import ParameterFileError, load
from filings.rules.terms import Term, term_called

ROOT = Path(__file__).parent.parent
BROKEN = sorted((Path(__file__).parent / "cases" / "broken").glob("*.yaml"))


@pytest.mark.parametrize("path", BROKEN, ids=lambda path: path.stem)
def test_broken_file_is_refused(path):
    expected = path.read_text("utf-8").splitlines()[0].removeprefix("# expected: ")
    with pytest.raises(ParameterFileError) as caught:
        load(path)
    assert caught.value.message.startswith(path.name)
    assert expected in caught.value.message


@pytest.mark.parametrize("value", all_parameters().values(), ids=lambda value: value.name)
def test_every_parameter_is_described(value):
    assert value.title and value.unit and value.chosen_by
    for record in value.records:
        assert record.reference
        assert record.checked_on is None or date(2026, 11, 21) <= record.checked_on <= date(2100, 1, 1)
        assert has_no_float(record.value)


def has_no_float(value):
    if isinstance(value, dict):
        return all(has_no_float(item) for item in value.values())
    if isinstance(value, tuple):
        return all(has_no_float(item) for item in value)
    return not isinstance(value, float)


@pytest.mark.parametrize("value", all_parameters().values(), ids=lambda value: value.name)
def test_records_follow_each_other(value):
    for record, after in pairwise(value.records):
        assert record.until is not None and record.until < after.since


@pytest.mark.parametrize(
    ("on", "rate"),
    [
        ("2013-09-13", "5.50"),
        ("2014-12-15", "10.50"),
        ("2014-12-16", "17.00"),
        ("2022-02-27", "9.50"),
        ("2022-02-28", "20.00"),
        ("2024-10-27", "19.00"),
        ("2024-10-28", "21.00"),
        ("2024-10-29", "21.00"),
        ("2026-07-26", "14.25"),
        ("2026-07-27", "14.00"),
        ("2026-11-21", "14.00"),
    ],
)
def test_key_rate(on, rate):
    """Bank of Russia: the day before a change, the day of it, the day after; open after the last decision."""
    assert parameter("key_rate").at(date.fromisoformat(on)).value == Decimal(rate)


@pytest.mark.parametrize(
    ("name", "on", "value"),
    [
        ("justice_property_limit", "2019-09-30", 50000),
        ("justice_property_limit", "2019-10-01", 50000),
        ("justice_consumer_limit", "2019-09-30", 50000),
        ("justice_consumer_limit", "2019-10-01", 100000),
        ("justice_consumer_limit", "2019-10-02", 100000),
        ("simplified_limit", "2024-08-31", 100000),
        ("simplified_limit", "2024-09-01", 250000),
        ("simplified_limit", "2024-09-02", 250000),
        ("court_order_issue", "2024-08-31", "5wd"),
        ("court_order_issue", "2024-09-01", "10wd"),
        ("court_order_issue", "2024-09-02", "10wd"),
        ("reasoned_judgment", "2024-08-31", "5wd"),
        ("reasoned_judgment", "2024-09-01", "10wd"),
        ("reasoned_judgment", "2024-09-02", "10wd"),
        ("housing_due_day", "2026-02-28", 10),
        ("housing_due_day", "2026-03-01", 15),
        ("housing_due_day", "2026-03-02", 15),
        ("minimum_wage", "2024-12-31", 19242),
        ("minimum_wage", "2025-01-01", 22440),
        ("minimum_wage", "2025-12-31", 22440),
        ("minimum_wage", "2026-01-01", 27093),
        ("minimum_wage", "2026-12-31", 27093),
        ("limitation_general", "1995-01-01", "3y"),
        ("limitation_ceiling", "2013-09-01", "10y"),
    ],
)
def test_day_before_of_and_after_a_change(name, on, value):
    """ГПК РФ, ст. 23, 126, 199, 232.2; ЖК РФ, ст. 155; № 82-ФЗ, ст. 1; ГК РФ, ст. 196."""
    assert parameter(name).at(date.fromisoformat(on)).value == value


@pytest.mark.parametrize("name", ["minimum_wage", "subsistence_minimum"])
def test_values_of_2027_are_refused(name):
    with pytest.raises(LegalValueMissing, match=r"по 31\.12\.2026"):
        parameter(name).at(date(2027, 1, 1))


def test_every_term_can_be_read():
    for value in all_parameters().values():
        if value.unit.startswith("срок"):
            assert all(Term.parse(record.value).count for record in value.records), value.name


def test_nothing_is_guessed_before_the_first_record():
    with pytest.raises(LegalValueMissing, match=r"на 12\.09\.2013 значения нет.*с 13\.09\.2013"):
        parameter("key_rate").at(date(2013, 9, 12))


def test_nothing_is_guessed_after_a_closed_record():
    with pytest.raises(LegalValueMissing, match=r"по 31\.12\.2027"):
        parameter("production_calendar").at(date(2028, 1, 1))


def test_nothing_is_guessed_in_a_gap():
    with pytest.raises(LegalValueMissing):
        parameter("housing_penalty_moratorium").at(date(2021, 1, 1))


def test_unknown_name():
    with pytest.raises(LegalValueMissing, match="key_rat"):
        parameter("key_rat")


def test_between_has_inclusive_ends():
    pieces = parameter("key_rate").between(date(2026, 3, 22), date(2026, 4, 27))
    assert [(since, until, record.value) for since, until, record in pieces] == [
        (date(2026, 3, 22), date(2026, 3, 22), Decimal("15.50")),
        (date(2026, 3, 23), date(2026, 4, 26), Decimal("15.00")),
        (date(2026, 4, 27), date(2026, 4, 27), Decimal("14.50")),
    ]


def test_between_of_an_empty_period():
    assert parameter("key_rate").between(date(2026, 3, 22), date(2026, 3, 21)) == []


def test_between_refuses_days_without_a_record():
    with pytest.raises(LegalValueMissing):
        parameter("key_rate").between(date(2013, 9, 1), date(2014, 1, 1))


def test_acting_passes_over_the_gaps():
    pieces = parameter("housing_penalty_moratorium").acting(date(2020, 12, 31), date(2022, 4, 1))
    assert [(since, until) for since, until, _ in pieces] == [
        (date(2020, 12, 31), date(2020, 12, 31)),
        (date(2022, 4, 1), date(2022, 4, 1)),
    ]


def test_moratorium_of_2022_has_184_days():
    """ПП РФ от 28.03.2022 № 497: from 1 April to 1 October inclusive."""
    record = parameter("penalty_moratorium").records[0]
    assert (record.until - record.since).days + 1 == 184


def test_moratorium_of_2020_has_270_days():
    """ПП РФ от 02.04.2020 № 424."""
    record = parameter("housing_penalty_moratorium").records[0]
    assert (record.until - record.since).days + 1 == 270


def test_warning_begins_after_the_verified_day():
    rate = parameter("key_rate")
    assert rate.warnings(date(2026, 7, 27)) == ()
    (text,) = rate.warnings(date(2026, 7, 28))
    assert "27.07.2026" in text and "cbr.ru" in text


def test_warning_of_an_unconfirmed_value_names_the_act():
    (text,) = parameter("petition_reply").warnings(date(2026, 7, 28))
    assert "59-ФЗ" in text and "не сверено" in text


def test_due_lists_unconfirmed_old_and_ending():
    on = date(2026, 11, 21)
    found = {(entry.parameter.name, entry.reason) for entry in due(on)}
    assert ("petition_reply", "не сверено с официальным текстом") in found
    assert ("housing_penalty_rate_cap", "действует по 31.12.2026") in found
    assert ("key_rate", "проверено только по 27.07.2026") in found
    assert not any("больше года" in reason for _, reason in found)


def test_due_after_a_year_and_after_the_end():
    found = {(entry.parameter.name, entry.reason) for entry in due(date(2027, 11, 22))}
    assert ("alimony_penalty_percent", "проверяли больше года назад, 21.11.2026") in found
    assert ("housing_penalty_rate_cap", "действовало по 31.12.2026") in found


def test_scale_is_continuous_above_the_lowest_step():
    """НК РФ, ст. 333.19, п. 1, пп. 1: the fixed part of a row is the duty at the edge of the row before."""
    for record in parameter("state_duty_property_claim").records:
        rows = record.value["scale"]
        for row, after in pairwise(rows):
            edge = row["base"] + (after["over"] - row["over"]) * row["percent"] / 100
            assert edge == after["base"], (record.since, after["over"])


def test_every_parameter_is_read() -> None:
    """A legal value that no rule, question or document reads is kept up for nothing; `deadline` reads any term."""
    written = names_in_code()
    silent = [name for name in all_parameters() if not any(one.fullmatch(name) for one in written)]
    assert [name for name in silent if not term_called(name)] == []


def names_in_code() -> list[re.Pattern[str]]:
    """What a string in the code may be: itself, or «state_duty_» and something after it."""
    trees = [ast.parse(path.read_text("utf-8")) for room in ("filings", "web") for path in (ROOT / room).rglob("*.py")]
    nodes = [node for tree in trees for node in ast.walk(tree)]
    whole = {node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str)}
    made = {made_of(node) for node in nodes if isinstance(node, ast.JoinedStr)}
    return [re.compile(text) for text in [*map(re.escape, whole & set(all_parameters())), *filter(None, made)]]


def made_of(text: ast.JoinedStr) -> str:
    """«state_duty_[a-z_]+» of f"state_duty_{procedure}"; empty when there are no such fixed words in it."""
    parts = [one.value if isinstance(one, ast.Constant) else "" for one in text.values]
    named = re.fullmatch(r"[a-z_]*_[a-z_]*", "".join(parts)) and max(map(len, parts)) > len("_per_")
    return "".join(re.escape(part) or "[a-z_]+" for part in parts) if named else ""
