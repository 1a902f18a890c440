"""Whatever is in an answer arrives in the document as it was typed, or is refused by name."""

import io

import pytest
from docx import Document
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from word_inputs import fill, template, text

from filings.documents import word
from filings.errors import AnswersError, TemplateError

VALUES = {
    "амперсанд": "Рога & Копыта",
    "меньше": "доход < 10000 > 5",
    "разметка": "a <b> c",
    "закрывающий тег Word": "</w:t></w:r></w:p>",
    "сущность": "&amp; &lt; &#34;",
    "ёлочки и лапки": "ООО «Ромашка „Плюс“»",
    "прямые кавычки внутри": "it's 5'10",
    "эмодзи": "семья 👨‍👩‍👧 😀",
    "выражение": "{{ 7*7 }}",
    "условие": "{% if %} {%p endif %} {# нет #}",
    "обход docxtpl": "{_{ 7 }_} {_% x %_}",
    "одна скобка": "} { }} {{",
    "обратная черта": r"\a \f \n \0",
    "частная область": "\ue000 \uf8ff",
    "десять тысяч знаков": "слово " * 1666 + "конец",
    "перенос": "строка\nвторая",
    "табуляция": "слева\tсправа",
    "знаки": "€ № §",
}


@pytest.mark.parametrize("value", list(VALUES.values()), ids=list(VALUES))
@pytest.mark.parametrize("place", ["текст", "колонтитул", "таблица"])
def test_a_value_arrives_as_it_was_typed(tmp_path, value, place):
    path = template(tmp_path, "до {{ x }} после", header="верх {{ x }}" if place == "колонтитул" else "")
    if place == "таблица":
        document = Document(path)
        document.add_table(1, 1).cell(0, 0).text = "[{{ x }}]"
        document.save(path)
    read = text(path, {"x": value}).replace("\u00a0", " ")
    expected = {"текст": f"до {value} после", "колонтитул": f"верх {value}", "таблица": f"[{value}]"}[place]
    assert expected in read
    Document(io.BytesIO(fill(path, {"x": value})))


def test_windows_line_ends_are_one_line_break(tmp_path):
    assert "а\nб\nв" in text(template(tmp_path, "{{ x }}"), {"x": "а\r\nб\rв"})


@pytest.mark.parametrize("value", ["\x07", "а\x00б", "\x0c", "\ud800", "\uffff", "\U0010f100"], ids=ascii)
def test_a_sign_that_word_cannot_hold_is_refused_by_name(tmp_path, value):
    with pytest.raises(AnswersError, match=r"истец\.дети\.2: есть знак, который нельзя напечатать \(U\+"):
        fill(template(tmp_path, "{{ истец.дети }}"), {"истец": {"дети": ["а", value]}})


@pytest.mark.parametrize(
    "value", [1.5, object(), b"x", {1: 2}, ("а",), Document], ids=lambda value: type(value).__name__
)
def test_only_plain_values_get_in(tmp_path, value):
    with pytest.raises(TemplateError, match="x"):
        fill(template(tmp_path, "{{ x }}"), {"x": value})


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(st.characters(exclude_categories=["Cs", "Cc", "Cn", "Co"]), min_size=1, max_size=60))
def test_any_text_arrives(tmp_path, value):
    path = tmp_path / "шаблон.docx"
    if not path.exists():
        template(tmp_path, "[{{ x }}]")
    assert word.missing_values(fill(path, {"x": value}), [f"[{value}]"]) == []


def test_missing_values_looks_past_spaces_quotes_and_dashes(tmp_path):
    made = fill(template(tmp_path, "{{ x }}"), {"x": 'ООО "Ромашка" - 152 300 руб.'})
    assert word.missing_values(made, ['ООО "Ромашка"', "«Ромашка» — 152\u00a0300", "Лютик"]) == ["Лютик"]


def test_whole_numbers_print_without_a_filter(tmp_path):
    assert "дом 5" in text(template(tmp_path, "дом {{ x }}"), {"x": 5})


def test_the_text_of_the_template_is_typeset_with_its_values(tmp_path):
    path = template(tmp_path, "по ст. 131 ГПК РФ, дело № {{ номер }}, ответчик «{{ название }}»")
    read = text(path, {"номер": "2-15/2026", "название": "ООО «Ромашка»"})
    assert read == "по ст.\u00a0131 ГПК\u00a0РФ, дело №\u00a02-15/2026, ответчик «ООО „Ромашка“»\n"
