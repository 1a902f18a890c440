"""Full names: cases, gender, initials, against a table written from the grammar."""

from pathlib import Path

import pytest
import yaml

from filings.russian.decline import decline
from filings.russian.forms import Case, Forms, Gender
from filings.russian.names import decline_name, decline_short, detect_gender, short_name, split_full_name

TABLE = yaml.safe_load((Path(__file__).parent / "cases/russian/names.yaml").read_text(encoding="utf-8"))
GENDERS = {"м": Gender.MALE, "ж": Gender.FEMALE, None: None}
CASES = {case.ru[0]: case for case in Case}
NBSP = "\u00a0"

NAME_CASES = [
    pytest.param(row, CASES[letter], row[letter], id=f"{row['имя']} — {CASES[letter].ru}")
    for row in TABLE["cases"]
    for letter in "рдвтп"
    if letter in row
]


def rows(name: str) -> list:
    """One parameter for each row of a section, named by the person."""
    return [pytest.param(row, id=row["имя"]) for row in TABLE[name]]


@pytest.mark.parametrize(("row", "case", "expected"), NAME_CASES)
def test_a_full_name_declines(row: dict, case: Case, expected: str) -> None:
    assert decline(row["имя"], gender=GENDERS[row["пол"]]).get(case) == expected


def test_the_table_is_large_enough() -> None:
    assert len(TABLE["cases"]) >= 60


@pytest.mark.parametrize("row", rows("genders"))
def test_gender_is_found_or_asked_for(row: dict) -> None:
    assert detect_gender(*split_full_name(row["имя"])) is GENDERS[row["пол"]]


@pytest.mark.parametrize("row", rows("short"))
def test_initials_stand_before_the_surname_in_a_signature_and_after_it_in_the_text(row: dict) -> None:
    name = split_full_name(row["имя"])
    assert short_name(*name) == row["подпись"].replace(" ", NBSP)
    assert decline_short(*name, detect_gender(*name)).dative == row["дательный"].replace(" ", NBSP)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Иванова Мария Петровна", ("Иванова", "Мария", "Петровна")),
        ("Мамедов Эльчин Рашид оглы", ("Мамедов", "Эльчин", "Рашид оглы")),
        ("Смирнов Пётр", ("Смирнов", "Пётр", None)),
        ("Пётр Смирнов", ("Смирнов", "Пётр", None)),
        ("Мария Петровна Черных", ("Черных", "Мария", "Петровна")),
        ("Римский-Корсаков Николай Андреевич", ("Римский-Корсаков", "Николай", "Андреевич")),
        ("  Де Бур\u00a0Иван Петрович ", ("Де Бур", "Иван", "Петрович")),
        ("Иванова", ("Иванова", "", None)),
        ("", ("", "", None)),
    ],
)
def test_a_full_name_is_split_into_parts(text: str, parts: tuple) -> None:
    assert split_full_name(text) == parts


def test_a_name_of_unknown_gender_is_left_alone() -> None:
    assert decline_name("Смит", "Джон", None, None) == Forms.unchanging("Смит Джон")


def test_six_cases_are_read_by_either_name() -> None:
    assert Case.parse("Родительный") is Case.parse("genitive") is Case.GENITIVE
    forms = decline_name("Ткач", "Лев", None, Gender.MALE).replaced({"творительный": "Ткачем Львом"})
    assert forms.instrumental == "Ткачем Львом"
    assert forms.genitive == "Ткача Льва"
