"""The templates that every packet shares."""

import io

import pytest
from docx import Document
from word_inputs import ON, PACKET, fill

from filings.documents import word_text


def calculation(columns, rows):
    section = {
        "название": "Компенсация за задержку выплаты",
        "вводка": "За каждый день задержки.",
        "столбцы": columns,
        "строки": rows,
        "итог_название": "Компенсация",
        "итог": "4 548,71 руб.",
        "нормы": ["ТК РФ, ст. 236", "ТК РФ, ст. 140"],
        "предупреждения": ["Ставка не проверена."],
    }
    return {
        "заголовок": "РАСЧЁТ",
        "к": "к исковому заявлению Ивановой М.П.",
        "разделы": [section],
        "итоги": [{"название": "Всего", "сумма": "4 548,71 руб."}],
        "дата": ON,
        "подпись": "М.П. Иванова",
    }


ROW = ["01.02.2026", "28.02.2026", "28", "152 300,50", "16 %", "152 300,50 × 28 × 16 % / 150", "4 548,71"]
NAMES = ["С", "По", "Дней", "Долг, руб.", "Ставка", "Формула", "Итог, руб."]


@pytest.mark.parametrize("shown", [[0, 1, 6], [0, 1, 2, 3, 6], list(range(7))], ids=["3 столбца", "5", "7"])
def test_calculation_prints_the_columns_it_is_given(shown):
    names, row = [NAMES[n] for n in shown], [ROW[n] for n in shown]
    made = fill(PACKET / "calculation.docx", calculation(names, [row] * 30))
    table = Document(io.BytesIO(made)).tables[0]
    assert [cell.text.replace("\u00a0", " ") for cell in table.rows[0].cells] == names
    assert len(table.rows) == 31
    assert "tblHeader" in table.rows[0]._tr.xml and "tblHeader" not in table.rows[1]._tr.xml
    assert all("cantSplit" in row._tr.xml for row in table.rows)
    widths = [column.width.cm for column in table.columns]
    assert sum(widths) == pytest.approx(16.5, abs=0.05)
    # ten-point digits are 0.176 cm wide; a date must not break over lines
    assert min(widths[0], widths[1]) > 1.8


def test_calculation_without_rows_has_no_table():
    made = fill(PACKET / "calculation.docx", calculation([], []))
    assert len(Document(io.BytesIO(made)).tables) == 1  # the totals
    assert "Основание: ТК РФ, ст. 236; ТК РФ, ст. 140." in word_text.text_of(made).replace("\u00a0", " ")


def test_inventory():
    rows = [
        {"номер": 1, "название": "Исковое заявление", "листов": 3, "страницы": "2–4"},
        {"номер": 2, "название": "Копия договора", "листов": None, "страницы": "вкладывается отдельно"},
    ]
    values = {"заголовок": "ОПИСЬ ДОКУМЕНТОВ", "к": "к исковому заявлению", "строки": rows, "всего_страниц": 4}
    read = word_text.text_of(fill(PACKET / "inventory.docx", values | {"дата": ON, "подпись": "М.П. Иванова"}))
    assert "1 | Исковое заявление | 3 | 2–4" in read
    assert "2 | Копия договора |  | вкладывается отдельно" in read
    assert "Место для отметки" in read


def test_next_steps_without_optional_parts():
    values = {"заголовок": "Что делать дальше", "для_кого": "", "сроки": [], "предупреждения": [], "проверено": ""}
    values["разделы"] = [{"вопрос": "Куда нести?", "абзацы": ["В суд."]}]
    read = word_text.text_of(fill(PACKET / "next_steps.docx", values))
    assert "Куда нести?\nВ суд.\n" in read
    assert "Не пропустите" not in read and "Обратите внимание" not in read
