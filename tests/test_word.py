"""Templates are filled strictly; faults are named in Russian; the file is the same every time."""

import io
import subprocess
import sys
import zipfile
from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal

import pytest
from docx import Document
from word_inputs import FAULTS, NS, ON, fill, rewritten, template, text, with_part

from filings.documents import word_text
from filings.errors import TemplateError


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


def test_an_answer_that_nobody_would_see_is_a_fault(tmp_path):
    """Word shows the first of two forms of a text box; what is printed in the other only would be lost."""
    compatibility = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    box = (
        f"<w:r><mc:AlternateContent {compatibility}><mc:Fallback><w:pict {NS}><w:txbxContent><w:p><w:r>"
        "<w:t>{{ x }}</w:t></w:r></w:p></w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    path = rewritten(template(tmp_path, "якорь"), "</w:p>", f"{box}</w:p>")
    with pytest.raises(TemplateError, match="потерялось «Воронцова»"):
        fill(path, {"x": "Воронцова"})


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


def spoilt_zip(name: str, at: bytes, instead: bytes) -> bytes:
    """A whole archive of one part with some bytes changed."""
    encoded = io.BytesIO()
    with zipfile.ZipFile(encoded, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, "<a>text</a>" * 20)
    return encoded.getvalue().replace(at, instead)


SPOILT_ZIPS = {
    "имя части ни в какой азбуке": spoilt_zip("имя.xml", "имя".encode(), b"\x90" * 6),
    "часть не разворачивается": spoilt_zip("a.xml", b"\xb3I", b"\xff\xff"),
}


@pytest.mark.parametrize("case", SPOILT_ZIPS)
def test_a_spoilt_archive_is_refused(case, tmp_path):
    path = tmp_path / "шаблон.docx"
    path.write_bytes(SPOILT_ZIPS[case])
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
