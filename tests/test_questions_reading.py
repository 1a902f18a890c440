"""Reading answers: every scalar stays what the person wrote; what cannot be read is refused with its line."""

import re
import time
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from filings.errors import AnswersError
from filings.questions.reading import parse_answers, read_answers


@pytest.mark.parametrize(
    ("text", "answers"),
    [
        pytest.param("инн: 0411012345", {"инн": "0411012345"}, id="ведущий нуль ИНН"),
        pytest.param("снилс: 001-001-998 00", {"снилс": "001-001-998 00"}, id="СНИЛС"),
        pytest.param("сумма: 1234.50", {"сумма": "1234.50"}, id="копейки с нулём"),
        pytest.param("сумма: 1_000", {"сумма": "1_000"}, id="подчёркивание"),
        pytest.param("сумма: 1e5", {"сумма": "1e5"}, id="не степень"),
        pytest.param("когда: 2026-03-10", {"когда": "2026-03-10"}, id="дата остаётся текстом"),
        pytest.param("когда: 18:30", {"когда": "18:30"}, id="время не шестидесятеричное число"),
        pytest.param("ответ: yes", {"ответ": "yes"}, id="yes остаётся словом"),
        pytest.param("ответ: нет", {"ответ": "нет"}, id="нет остаётся словом"),
        pytest.param("ответ: 0x1F", {"ответ": "0x1F"}, id="не шестнадцатеричное"),
        pytest.param("ответ:", {"ответ": None}, id="пусто"),
        pytest.param("ответ: null", {"ответ": None}, id="null"),
        pytest.param("ответ: ~", {"ответ": None}, id="тильда"),
        pytest.param('ответ: ""', {"ответ": ""}, id="пустые кавычки"),
        pytest.param('ответ: "null"', {"ответ": "null"}, id="слово null в кавычках"),
        pytest.param("1: один", {"1": "один"}, id="имя из цифр"),
        pytest.param("\ufeffответ: да", {"ответ": "да"}, id="BOM"),
        pytest.param("ответ: да\r\nещё: нет\r\n", {"ответ": "да", "ещё": "нет"}, id="строки Windows"),
        pytest.param("а:\n  - б: 1\n  - б: 2", {"а": [{"б": "1"}, {"б": "2"}]}, id="строки таблицы"),
        pytest.param("а: |\n  раз\n  два\n", {"а": "раз\nдва\n"}, id="абзацы"),
        pytest.param("# пояснение\nа: б # ещё", {"а": "б"}, id="пояснения"),
        pytest.param('{"а": 0.10, "б": 12345678901234567890}', {"а": "0.10", "б": "12345678901234567890"}, id="JSON"),
        pytest.param('{"а": true, "б": null}', {"а": True, "б": None}, id="JSON true и null"),
        pytest.param('{"а": NaN}', {"а": "NaN"}, id="JSON NaN"),
        pytest.param('{"а": ' + "9" * 5000 + "}", {"а": "9" * 5000}, id="огромное число — текст"),
    ],
)
def test_read_as_written(text: str, answers: dict[str, Any]) -> None:
    assert parse_answers(text) == answers


LAUGHS = "\n".join(["а: &a [ха, ха]", *(f"{n}: &{n} [{', '.join([f'*{p}'] * 9)}]" for p, n in pairwise("abcdefghi"))])


@pytest.mark.parametrize(
    ("text", "said"),
    [
        pytest.param("", "файл пустой", id="пусто"),
        pytest.param(" \n\t\n", "файл пустой", id="одни пробелы"),
        pytest.param("# ничего", "строки вида «имя: ответ»", id="одни пояснения"),
        pytest.param("- а\n- б", "строки вида «имя: ответ»", id="список"),
        pytest.param("просто текст", "строки вида «имя: ответ»", id="текст"),
        pytest.param("[1, 2]", "строки вида «имя: ответ»", id="список JSON"),
        pytest.param("а: 1\nа: 2", "строка 2: «а» написано дважды", id="имя дважды"),
        pytest.param("а:\n  б: 1\n  б: 2", "строка 3: «б» написано дважды", id="имя дважды в группе"),
        pytest.param('{"а": 1, "а": 2}', "«а» написано дважды", id="имя дважды в JSON"),
        pytest.param("а:\n\tб: 1", "строка 2: отступ сделан табуляцией", id="табуляция"),
        pytest.param("а: б: в", "строка 1: нарушен отступ, кавычка или двоеточие", id="лишнее двоеточие"),
        pytest.param("а: 1\n б: 2", "строка 2: нарушен отступ", id="отступ"),
        pytest.param('а: "раз', "кавычка", id="кавычка не закрыта"),
        pytest.param("а: 1\n---\nа: 2", "строка 2", id="два документа"),
        pytest.param('{"а": 1', "строка 1: нарушен порядок скобок", id="JSON оборван"),
        pytest.param('{\n"а": 1,\n}', "строка ", id="JSON с лишней запятой"),
        pytest.param('{"а": 007}', "нарушен порядок скобок", id="JSON 007"),
        pytest.param("а: \a", "непечатаемый знак U+0007", id="управляющий знак"),
        pytest.param('{"а": "\\ud800"}', "непечатаемый знак U+D800", id="половина знака в JSON"),
        pytest.param('а: "\\ud83d"', "непечатаемый знак U+D83D", id="половина знака в YAML"),
        pytest.param('{"\\ud800": 1}', "непечатаемый знак U+D800", id="половина знака в имени"),
        pytest.param("~: 1", "имя ответа должно быть словом", id="имени нет"),
        pytest.param("? [а, б]\n: 1", "имя ответа должно быть словом", id="имя — список"),
        pytest.param(LAUGHS, "ссылка «*» не читается", id="миллиард смешков"),
        pytest.param("а: &a [*a]", "ссылка «*» не читается", id="список в самом себе"),
        pytest.param("а: &b {в: г}\nд:\n  <<: *b", "строка 3: ссылка «*»", id="слияние"),
        pytest.param("а: *срочно*", "возьмите ответ в кавычки", id="звёздочка в начале ответа"),
        pytest.param("а: !важно", "строка 1: ответ начинается со знака «!»", id="восклицательный знак"),
        pytest.param("а: &важно", "возьмите ответ в кавычки", id="амперсанд в начале ответа"),
        pytest.param("а: @почта", "возьмите ответ в кавычки", id="собачка в начале ответа"),
        pytest.param("а: %50", "возьмите ответ в кавычки", id="процент в начале ответа"),
        pytest.param("а: `х`", "возьмите ответ в кавычки", id="гравис в начале ответа"),
        pytest.param("а: !!python/object/apply:os.system [ls]", "ответ начинается со знака «!»", id="чужой тип"),
        pytest.param("а: !!int двадцать", "ответ начинается со знака «!»", id="тип, который не подходит"),
        pytest.param("а: " + "[" * 30 + "]" * 30, "слишком глубокая вложенность", id="вложено 30 раз"),
        pytest.param('{"а":' * 200 + "1" + "}" * 200, "слишком глубокая вложенность", id="JSON вложен 200 раз"),
        pytest.param("[" * 100_000, "слишком глубокая вложенность", id="сто тысяч скобок"),
        pytest.param("а: " + "[" * 5000, "слишком глубокая вложенность", id="пять тысяч скобок"),
    ],
)
def test_refused_with_the_line(text: str, said: str) -> None:
    began = time.monotonic()
    with pytest.raises(AnswersError) as caught:
        parse_answers(text, name="ответы.yaml")
    assert caught.value.message.startswith("ответы.yaml: ") and said in caught.value.message
    assert not re.search("[A-Za-z]{3,}", caught.value.message.removeprefix("ответы.yaml").replace("filings sample", ""))
    assert time.monotonic() - began < 10


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("ответ: да".encode("cp1251"), "сохраните его в UTF-8"),
        ("ответ: да".encode("utf-16"), "сохраните его в UTF-8"),
        (b"\xff\xd8\xff\xe0 JFIF", "сохраните его в UTF-8"),
        (b"", "файл пустой"),
        (b"\x00\x00", "непечатаемый знак U+0000"),
    ],
    ids=["cp1251", "utf-16", "картинка", "0 байт", "нули"],
)
def test_files_in_another_coding(tmp_path: Path, content: bytes, said: str) -> None:
    path = tmp_path / "ответы.yaml"
    path.write_bytes(content)
    with pytest.raises(AnswersError, match=re.escape(said)):
        read_answers(path)


def test_no_file_and_a_folder(tmp_path: Path) -> None:
    with pytest.raises(AnswersError, match="файла нет"):
        read_answers(tmp_path / "нет.yaml")
    with pytest.raises(AnswersError, match="файл не читается"):
        read_answers(tmp_path)


@given(st.text(max_size=60))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        assert isinstance(parse_answers(text), dict)
    except AnswersError as refused:
        refused.message.encode("utf-8")
