"""How a conclusion is printed: sums, days, verdicts and names, each in the person's way."""

import json
from datetime import date
from decimal import Decimal

import pytest

from filings.documents.calculation import section
from filings.rules import Conclusion
from filings.rules.conclusion import ROUBLES


@pytest.mark.parametrize(
    ("value", "unit", "name", "printed"),
    [
        (Decimal("12340.50"), ROUBLES, "Итого", "12\u00a0340,50\u00a0руб."),
        (date(2026, 5, 14), "дата", "Ответ", "14.05.2026"),
        (True, "", "Ответ", "да"),
        (False, "", "Ответ", "нет"),
        ("районный суд", "суд", "Ответ", "районный суд"),
    ],
)
def test_value_is_printed_as_people_write_it(value, unit, name, printed):
    found = section(Conclusion(rule="toy", title="Проверка", value=value, unit=unit))
    assert (found["итог_название"], found["итог"]) == (name, printed)


def test_the_command_prints_the_last_day_as_people_write_it(filings):
    """ГПК РФ, ст. 107, ч. 3: ten working days after 28.04.2026 end on 14.05.2026."""
    outcome = filings("calc", "deadline", "--from", "2026-04-28", "--term", "10wd")
    assert outcome.code == 0
    assert "Ответ: 14.05.2026" in outcome.out


@pytest.mark.parametrize(
    ("words", "answer"),
    [
        (
            "loan_debt --principal 365000 --lent-on 2025-01-01 --due 2025-01-31 --until 2025-01-31 --rate 10",
            "368000.00",
        ),
        ("wound-payment --wounded-on 2025-06-01 --severity light", "1000000.00"),
        ("unified_benefit_need --income 720000 --members 4 --applied-on 2026-03-10 --minimum 15000", True),
        ("jurisdiction --matter labour --filed-on 2026-03-02", "районный суд"),
        ("procedure --matter debt --price 250000 --filed-on 2026-03-02", "упрощённое производство"),
        ("limitation --debt 2023-03-10=1000 --filed-on 2026-03-10 --kind general", "1000.00"),
        ("state_duty --price 250000 --filed-on 2026-01-12 --more-demands 1", "11500.00"),
    ],
)
def test_the_command_answers_with_only_what_must_be_asked(filings, words, answer):
    """The facts and the norms are those of the tables; here every option goes through the command line."""
    outcome = filings("calc", *words.split(), "--json")
    assert outcome.code == 0, outcome.err
    assert json.loads(outcome.out)["value"] == answer
