"""Typesetting changes spaces, quotes and dashes, and nothing else."""

from pathlib import Path
from time import perf_counter

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from filings.russian.typography import typeset

TABLE = yaml.safe_load((Path(__file__).parent / "cases/russian/typography.yaml").read_text(encoding="utf-8"))
NBSP = "\u00a0"
WORDS = ("ст.", "г.", "д.", "5", "12", "2026", "300", "М.П.", "Иванова", "слово", "руб.", "ноября", "ФЗ", "°C")
SCRAPS = st.sampled_from([" ", "  ", "\n", NBSP, "a@b.ru", "https://x.ru/a", "\ue000", *'-—–"«»„“”%,()№', *WORDS])
TEXTS = st.one_of(st.lists(SCRAPS, max_size=12).map("".join), st.text(max_size=40))


@pytest.mark.parametrize("row", TABLE["cases"], ids=lambda row: row["было"].replace("\n", "⏎"))
def test_a_text_is_typeset(row: dict) -> None:
    assert typeset(row["было"]).replace(NBSP, "~") == row["стало"]


@given(TEXTS)
def test_typesetting_twice_changes_nothing_more(text: str) -> None:
    once = typeset(text)
    assert typeset(once) == once


@given(TEXTS)
def test_letters_digits_and_lines_stay(text: str) -> None:
    def kept(line: str) -> list[str]:
        return [letter for letter in line if letter.isalnum()]

    lines, typeset_lines = text.split("\n"), typeset(text).split("\n")
    assert [kept(line) for line in typeset_lines] == [kept(line) for line in lines]


@pytest.mark.parametrize("piece", ["д", "a@", "a.", "А.", "«", "1-2"])
def test_time_grows_with_the_text_and_no_faster(piece: str) -> None:
    started = perf_counter()
    typeset(piece * 20_000)
    assert perf_counter() - started < 1
