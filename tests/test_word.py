"""Word templates: every letter of a value arrives, every fault of a template is named, nothing is lost."""

import io
import subprocess
import sys
import zipfile
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
import yaml
from docx import Document
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jinja2 import nodes

from filings.documents import package, word, word_text
from filings.documents.sandbox import Sandbox
from filings.errors import AnswersError, TemplateError
from filings.russian.wording import Wording

ON = date(2026, 11, 21)
FAULTS = yaml.safe_load((Path(__file__).parent / "cases/documents/template_faults.yaml").read_text("utf-8"))
PACKET = Path(word.__file__).parent.parent / "templates/packet"
NS = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


# --- inputs -------------------------------------------------------------------------------------------------------


def template(folder, *paragraphs, header=""):
    """A plain .docx whose body is the given paragraphs."""
    document = Document()
    for text in paragraphs:
        document.add_paragraph(text)
    if header:
        document.sections[0].header.paragraphs[0].text = header
    path = folder / "шаблон.docx"
    document.save(path)
    return path


def with_part(path, name, content_type, kind, xml):
    """`path` with one more part, as Word would write it."""
    parts = package.read_file(path)
    root = "word/_rels/document.xml.rels"
    schema = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    parts[root] = parts[root].replace(
        b"</Relationships>", f'<Relationship Id="x1" Type="{schema}/{kind}" Target="{name}"/></Relationships>'.encode()
    )
    full = f"application/vnd.openxmlformats-officedocument.wordprocessingml.{content_type}+xml"
    parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace(
        b"</Types>", f'<Override PartName="/word/{name}" ContentType="{full}"/></Types>'.encode()
    )
    parts[f"word/{name}"] = xml.encode()
    path.write_bytes(package.write(parts))
    return path


def rewritten(path, old, new):
    """`path` with a piece of the body's XML replaced."""
    parts = package.read_file(path)
    body = parts["word/document.xml"]
    assert old.encode() in body
    parts["word/document.xml"] = body.replace(old.encode(), new.encode())
    path.write_bytes(package.write(parts))
    return path


def fill(path, context, **properties):
    return word.fill(path, context, Wording(), **{"on": ON} | properties)


def text(path, context):
    return word_text.text_of(fill(path, context))


# --- values -------------------------------------------------------------------------------------------------------


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
    "знаки валют": "5 ₽ € № §",
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
    assert read == "по ст.\u00a0131 ГПК РФ, дело №\u00a02-15/2026, ответчик «ООО „Ромашка“»\n"


# --- templates ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("row", FAULTS, ids=[row["name"] for row in FAULTS])
def test_a_fault_is_named_in_russian(tmp_path, row):
    values = {key: Decimal(str(item)) if isinstance(item, float) else item for key, item in row["given"].items()}
    with pytest.raises(TemplateError) as caught:
        fill(template(tmp_path, *row["text"].splitlines()), values)
    assert "шаблон.docx" in caught.value.message
    for part in row["error"]:
        assert part in caught.value.message


TYPED = {
    "ёлочки": "{{ пол|род(«был», «была») }}",
    "лапки": "{{ пол|род(„был“, „была“) }}",
    "английские": "{{ пол|род(“был”, ”была”) }}",
    "одиночные": "{{ пол|род(‘был’, ’была’) }}",
    "неразрывные пробелы": "{{\u00a0пол\u00a0|\u00a0род('был', 'была')\u00a0}}",
    "ёлочки внутри прямых кавычек": "{{ пол|род('«он» – был', '«она» – была') }}",
    "тире в счёте": "{% for n in [1] %}{{ loop.index – 1 }}{% endfor %}",
}


@pytest.mark.parametrize(
    ("tag", "expected"),
    list(zip(TYPED.values(), ["была"] * 5 + ["«она»\u00a0— была", "0"], strict=True)),
    ids=list(TYPED),
)
def test_what_autocorrect_did_inside_a_tag_is_mended(tmp_path, tag, expected):
    assert text(template(tmp_path, tag), {"пол": "женский"}).strip() == expected


def test_a_paragraph_tag_with_a_nonbreaking_space(tmp_path):
    path = template(tmp_path, "{%p\u00a0if да\u00a0%}", "видно", "{%p endif %}")
    assert text(path, {"да": True}).strip() == "видно"


def test_a_tag_split_over_runs(tmp_path):
    document = Document()
    paragraph = document.add_paragraph()
    for piece in ("{", "{ ист", "ец", ".фи", "о|роди", "тельный }", "}"):
        paragraph.add_run(piece).bold = piece == "ец"
    path = tmp_path / "шаблон.docx"
    document.save(path)
    assert "Ивановой Марии Петровны" in text(path, {"истец": {"фио": "Иванова Мария Петровна"}})


def test_a_text_box_is_filled_and_checked(tmp_path):
    box = (
        f"<w:r><w:pict {NS}><w:txbxContent><w:p><w:r><w:t>{{{{ x }}}}</w:t></w:r></w:p></w:txbxContent></w:pict></w:r>"
    )
    path = rewritten(template(tmp_path, "якорь"), "</w:p>", f"{box}</w:p>")
    assert "а & {б}" in text(path, {"x": "а & {б}"})
    with pytest.raises(TemplateError, match="нет значения «x»"):
        fill(path, {})


@pytest.mark.parametrize("kind", ["footnotes", "endnotes"])
def test_notes_are_filled(tmp_path, kind):
    note = kind.removesuffix("s")
    xml = f'<w:{kind} {NS}><w:{note} w:id="1"><w:p><w:r><w:t>см. {{{{ x }}}}</w:t></w:r></w:p></w:{note}></w:{kind}>'
    path = with_part(template(tmp_path, "текст"), f"{kind}.xml", kind, kind, xml)
    assert "см. <закон>" in text(path, {"x": "<закон>"})


def test_a_tag_where_nothing_fills_it_is_refused(tmp_path):
    xml = f'<w:comments {NS}><w:comment w:id="1"><w:p><w:r><w:t>{{{{ x }}}}</w:t></w:r></w:p></w:comment></w:comments>'
    path = with_part(template(tmp_path, "текст"), "comments.xml", "comments", "comments", xml)
    with pytest.raises(TemplateError, match="там он не заполнится"):
        fill(path, {"x": "а"})


def test_a_tag_in_the_properties_is_refused(tmp_path):
    path = template(tmp_path, "текст")
    document = Document(path)
    document.core_properties.title = "{{ x }}"
    document.save(path)
    with pytest.raises(TemplateError, match="в свойствах файла"):
        fill(path, {"x": "а"})


def test_broken_xml_is_refused_not_recovered(tmp_path):
    path = rewritten(template(tmp_path, "текст"), "</w:p>", "")
    with pytest.raises(TemplateError, match="испорчена"):
        fill(path, {})


def test_a_tag_that_tears_the_xml_is_refused(tmp_path):
    path = rewritten(template(tmp_path, "{% if x %}", "{% endif %}"), "{% endif %}", "")
    path = rewritten(path, "</w:body>", "{% endif %}</w:body>")
    with pytest.raises(TemplateError):
        fill(path, {"x": False})


@pytest.mark.parametrize("content", [b"", b"not a zip", b"PK\x03\x04 cut"], ids=["пустой", "текст", "обрезан"])
def test_what_is_not_word_is_refused(tmp_path, content):
    path = tmp_path / "шаблон.docx"
    path.write_bytes(content)
    with pytest.raises(TemplateError, match="не читается как документ Word"):
        fill(path, {})


def test_an_absent_template_is_named(tmp_path):
    with pytest.raises(TemplateError, match=r"Нет шаблона «нет\.docx»"):
        fill(tmp_path / "нет.docx", {})


def test_a_zip_without_text_is_refused(tmp_path):
    path = tmp_path / "шаблон.docx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("a.txt", "a")
    with pytest.raises(TemplateError, match="не документ Word"):
        fill(path, {})


def test_a_changed_template_is_read_again(tmp_path):
    assert "первый" in text(template(tmp_path, "первый"), {})
    assert "второй" in text(template(tmp_path, "второй"), {})


# --- the file -----------------------------------------------------------------------------------------------------


def test_equal_input_gives_equal_bytes(tmp_path):
    path = template(tmp_path, "{{ x }}")
    assert fill(path, {"x": "а"}, title="Иск") == fill(path, {"x": "а"}, title="Иск")
    assert fill(path, {"x": "а"}) != fill(path, {"x": "б"})


def test_parts_keep_their_order_and_carry_one_date(tmp_path):
    path = template(tmp_path, "{{ x }}")
    with zipfile.ZipFile(io.BytesIO(fill(path, {"x": "а"}))) as made, zipfile.ZipFile(path) as source:
        assert made.namelist() == source.namelist()
        assert {entry.date_time for entry in made.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_properties_are_those_of_the_filing(tmp_path):
    path = template(tmp_path, "текст")
    document = Document(path)
    document.core_properties.author = "Автор шаблона"
    document.save(path)
    made = Document(io.BytesIO(fill(path, {}, title="Иск <о> & долге", author="Иванова М.П."))).core_properties
    assert (made.title, made.author, made.created.date()) == ("Иск <о> & долге", "Иванова М.П.", ON)


def test_threads_do_not_mix_filings(tmp_path):
    path = template(tmp_path, *["{{ x }}"] * 20)
    with ThreadPoolExecutor(4) as pool:
        made = list(pool.map(lambda n: text(path, {"x": f"дело {n}"}), range(48)))
    assert made == [f"дело {n}\n" * 20 for n in range(48)]


def test_a_signature_is_tied_to_the_text_before_it(tmp_path):
    document = Document()
    document.styles.add_style("Подпись", 1)
    document.add_paragraph("вступление")
    document.add_paragraph("последние слова")
    document.add_paragraph("")
    document.add_paragraph("М.П. Иванова", style="Подпись")
    path = tmp_path / "a.docx"
    document.save(path)
    made = Document(io.BytesIO(fill(path, {})))
    assert [bool(paragraph.paragraph_format.keep_with_next) for paragraph in made.paragraphs] == [0, 1, 1, 0]


# --- reading ------------------------------------------------------------------------------------------------------


def test_text_reads_in_order(tmp_path):
    document = Document()
    document.add_paragraph("первый")
    table = document.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "слева", "справа"
    document.add_paragraph("последний")
    document.sections[0].footer.paragraphs[0].text = "низ"
    path = tmp_path / "a.docx"
    document.save(path)
    assert word_text.text_of(path.read_bytes()) == "первый\nслева | справа\nпоследний\n\nниз\n"


def test_text_of_a_file_from_the_shell(tmp_path):
    path = template(tmp_path, "Иск {{ x }}")
    said = subprocess.run(
        [sys.executable, "-m", "filings.documents.word_text", path], capture_output=True, check=True, timeout=60
    )
    assert said.stdout.decode() == "Иск {{ x }}\n"


def test_tags_come_with_their_paragraph(tmp_path):
    path = template(tmp_path, "Истец: {{ истец.фио }} {% if «да» %}!{% endif %}", header="{{ верх }}")
    assert word_text.tags_of(path) == [
        ('Истец: {{ истец.фио }} {% if "да" %}!{% endif %}', "{{ истец.фио }}"),
        ('Истец: {{ истец.фио }} {% if "да" %}!{% endif %}', '{% if "да" %}'),
        ('Истец: {{ истец.фио }} {% if "да" %}!{% endif %}', "{% endif %}"),
        ("{{ верх }}", "{{ верх }}"),
    ]


def test_jinja_source_parses(tmp_path):
    path = template(tmp_path, "{%p for x in список %}", "{{ x.имя }}", "{%p endfor %}", header="{{ верх }}")
    tree = Sandbox({}, str).parse(word_text.jinja_source(path))
    assert {name.name for name in tree.find_all(nodes.Name)} == {"x", "список", "верх"}


# --- the packet's own templates -----------------------------------------------------------------------------------


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
