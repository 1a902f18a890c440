"""Posts, courts, bodies, organisations in their cases; and what must hold for any text at all."""

import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from filings.russian.decline import decline
from filings.russian.forms import Case, Forms, Gender
from filings.russian.phrases import decline_phrase
from filings.russian.wordlist import listed

TABLE = yaml.safe_load((Path(__file__).parent / "cases/russian/phrases.yaml").read_text(encoding="utf-8"))
GENDERS = {"м": Gender.MALE, "ж": Gender.FEMALE, "с": Gender.NEUTER, "мн": None, None: None}
CASES = {case.ru[0]: case for case in Case}
PHRASES = [pytest.param(row, id=row["текст"]) for row in TABLE["cases"]]

WORDS = st.sampled_from(
    sorted(
        listed(
            "суд судья Иванова М.П. Пётр Львович оглы «Ромашка» ООО и — , начальник старший мировой городской 3-й "
            "г. и.о. действующий № 5 рабочий ЗАВЕДУЮЩИЙ Абдул-Хамид Ёж (истец) ст."
        )
    )
)
TEXTS = st.one_of(
    st.lists(WORDS, max_size=6).map(" ".join),
    st.text("абвгдеёжзийклмнопрстуфхцчшщъыьэюяАБВЕЁЖИЛМНОПСТЯ -—.,«»„“\"№()\u00a0\n'123", max_size=40),
)


@pytest.mark.parametrize("row", PHRASES)
def test_a_phrase_declines(row: dict) -> None:
    forms = decline(row["текст"])
    found = {letter: forms.get(case) for letter, case in CASES.items() if letter in row}
    assert found == {letter: row[letter] for letter in found}


@pytest.mark.parametrize("row", PHRASES)
def test_the_gender_is_that_of_the_head(row: dict) -> None:
    forms = decline(row["текст"])
    assert (forms.gender, forms.plural) == (GENDERS[row["род"]], row["род"] == "мн")


def test_the_nominative_is_the_text_itself() -> None:
    assert all(decline(row["текст"]).nominative == row["текст"] for row in TABLE["cases"])


def test_a_role_may_be_said_to_be_alive_or_not() -> None:
    assert decline_phrase("приставучник", animate=True).accusative == "приставучника"
    assert decline_phrase("приставучник", animate=False).accusative == "приставучник"


@settings(deadline=None)  # The first text waits for the dictionary.
@given(TEXTS)
def test_no_text_is_refused_and_no_word_is_lost(text: str) -> None:
    for gender in (None, Gender.MALE, Gender.FEMALE):
        forms = decline(text, gender=gender)
        assert isinstance(forms, Forms)
        assert forms.nominative == text
        for case in Case:
            assert len(forms.get(case).split()) == len(text.split())


def test_the_dictionary_is_not_loaded_by_import() -> None:
    program = (
        "import gc, filings.russian.wording, filings.russian.phrases, pymorphy3;"
        "print(any(isinstance(thing, pymorphy3.MorphAnalyzer) for thing in gc.get_objects()))"
    )
    root = Path(__file__).parents[1]
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=root)
    assert done.stdout.strip() == "False"
