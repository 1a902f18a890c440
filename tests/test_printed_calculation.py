"""How a conclusion is printed: sums, days, verdicts and names, each in the person's way."""

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
