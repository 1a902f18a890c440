"""Numbers, sums of money and dates in Russian."""

import re
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from filings.errors import ArgumentsError
from filings.russian import dates
from filings.russian.agreement import agree
from filings.russian.forms import Case, Gender
from filings.russian.numbers import in_words, money, money_in_words, number, plural

TABLE = yaml.safe_load((Path(__file__).parent / "cases/russian/numbers.yaml").read_text(encoding="utf-8"))
NBSP = "\u00a0"
MONEY = [
    pytest.param(Decimal(row["сумма"]), case, row[case.ru], id=f"{row['сумма']} — {case.ru}")
    for row in TABLE["money"]
    for case in Case
    if case.ru in row
]
AMOUNTS = st.decimals(min_value=0, max_value=10**12, places=2)


def hard(text: str) -> str:
    """The table writes a non-breaking space as a tilde."""
    return text.replace("~", NBSP)


@pytest.mark.parametrize(("amount", "case", "expected"), MONEY)
def test_a_sum_in_words(amount: Decimal, case: Case, expected: str) -> None:
    assert money_in_words(amount, case) == hard(expected)


@pytest.mark.parametrize("row", [row for row in TABLE["money"] if "руб" in row], ids=lambda row: row["сумма"])
def test_a_sum_in_digits(row: dict) -> None:
    assert money(Decimal(row["сумма"])) == hard(row["руб"])


@pytest.mark.parametrize("row", TABLE["numbers"], ids=lambda row: row["число"])
def test_a_number_in_digits(row: dict) -> None:
    assert number(Decimal(row["число"])) == hard(row["строка"])


@pytest.mark.parametrize("row", TABLE["plurals"], ids=lambda row: row["число"])
def test_a_word_agrees_with_its_number(row: dict) -> None:
    assert plural(Decimal(row["число"]), "день", "дня", "дней") == row["слово"]


def test_gender_and_case_of_words() -> None:
    assert in_words(21, gender="female", case=Case.ACCUSATIVE) == "двадцать одну"
    assert in_words(2, gender=Gender.FEMALE) == "две"
    assert in_words(1, gender="neuter") == "одно"
    assert in_words(3, case=Case.PREPOSITIONAL) == "трёх"


def test_a_fraction_is_not_written_in_words() -> None:
    with pytest.raises(ArgumentsError, match="1,5"):
        in_words(Decimal("1.5"))


@given(AMOUNTS, st.sampled_from(Case))
def test_the_digits_of_a_sum_in_words_give_the_sum_back(amount: Decimal, case: Case) -> None:
    roubles, words, kopecks = re.fullmatch(
        r"([\d\u00a0]+) \(([а-яё ]+)\) рубл\w+ (\d\d)\u00a0копе\w+", money_in_words(amount, case)
    ).groups()
    assert Decimal(f"{roubles.replace(NBSP, '')}.{kopecks}") == amount
    assert "  " not in words


@given(AMOUNTS)
def test_no_two_sums_read_alike(amount: Decimal) -> None:
    assert money_in_words(amount) != money_in_words(amount + Decimal("0.01"))
    assert in_words(int(amount)) != in_words(int(amount) + 1)


def test_dates() -> None:
    on = date(2026, 11, 1)
    assert dates.day(on) == "01.11.2026"
    assert dates.long_day(on) == hard("1~ноября~2026~года")
    assert dates.signature_day(date(2026, 11, 21)) == hard("21~ноября~2026~г.")
    assert dates.moment(datetime(2026, 11, 10, 18, 30)) == "10.11.2026 в 18:30"
    assert dates.period(date(2026, 3, 10), date(2026, 9, 30)) == "с 10.03.2026 по 30.09.2026"


@pytest.mark.parametrize(
    ("number_of_month", "forms"),
    [
        (1, "январь января январю январь январём январе"),
        (3, "март марта марту март мартом марте"),
        (4, "апрель апреля апрелю апрель апрелем апреле"),
        (5, "май мая маю май маем мае"),
        (7, "июль июля июлю июль июлем июле"),
        (8, "август августа августу август августом августе"),
        (12, "декабрь декабря декабрю декабрь декабрём декабре"),
    ],
)
def test_a_month_declines(number_of_month: int, forms: str) -> None:
    on = date(2026, number_of_month, 9)
    assert [dates.month_in(on, case) for case in Case] == [hard(f"{form}~2026~года") for form in forms.split()]
    assert dates.month(on) == hard(f"{forms.split()[0]}~2026~года")


def test_agreement_asks_where_the_gender_is_unknown() -> None:
    assert agree(Gender.FEMALE, "обратился", "обратилась") == "обратилась"
    assert agree(None, "обратился", "обратилась", plural="обратились") == "обратились"
    with pytest.raises(ArgumentsError, match="укажите пол"):
        agree(None, "обратился", "обратилась")
