"""A lighter template: the same text on the same pages, and none of ours is heavy."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path

import pytest
from converter_inputs import crashing
from docx import Document
from today import ON

from filings.catalogue import kinds
from filings.documents import package, pdf, word_text
from filings.documents.slimming import slimmed
from filings.errors import TemplateError

TEMPLATES = Path(pdf.__file__).parent.parent / "templates"


def heavy() -> bytes:
    """A document with headings, lists and a table on top of a hundred and sixty styles, as editors leave it."""
    document = Document()
    document.styles["Normal"].font.name = "Times New Roman"
    document.styles.add_style("Своё", 1)
    document.add_heading("Заголовок", 1).style.font.name = "Times New Roman"
    for number in range(30):
        document.add_paragraph(f"{number}. " + "слово " * 40, style="List Bullet" if number % 5 == 0 else None)
    document.add_table(3, 2).style = "Light Grid Accent 1"
    document.paragraphs[1]._p.set(f"{{{document.element.nsmap['w']}}}rsidR", "00AB12CD")
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def test_the_same_text_on_the_same_pages() -> None:
    light = slimmed("шаблон", heavy())
    assert light.styles > 100
    assert light.before > 10 * light.after
    assert word_text.text_of(light.content) == word_text.text_of(heavy())
    made = pdf.convert({"тяжёлый": heavy(), "лёгкий": light.content}, on=ON)
    assert made["тяжёлый"] == made["лёгкий"]


def test_what_is_used_or_made_by_hand_stays() -> None:
    names = {style.name for style in Document(BytesIO(slimmed("шаблон", heavy()).content)).styles}
    assert {"Normal", "Heading 1", "List Bullet", "Light Grid Accent 1", "Своё"} <= names
    assert "Medium Shading 2 Accent 6" not in names


def test_no_list_of_parts_names_what_is_gone() -> None:
    parts = package.read(slimmed("шаблон", heavy()).content, "шаблон")
    assert not [name for name in parts if "thumbnail" in name or "customXml" in name or "stylesWithEffects" in name]
    lists = b"".join(xml for name, xml in parts.items() if name.endswith(".rels") or "Content_Types" in name)
    assert not re.search(rb"thumbnail\.|customXml/|stylesWithEffects\.xml", lists)
    assert b"rsid" not in parts["word/document.xml"]


def test_twice_changes_nothing() -> None:
    once = slimmed("шаблон", heavy())
    twice = slimmed("шаблон", once.content)
    assert (twice.content, twice.styles) == (once.content, 0)


def test_styles_based_on_each_other_are_refused() -> None:
    """They end LibreOffice."""
    with pytest.raises(TemplateError, match="основаны друг на друге"):
        slimmed("шаблон", crashing())


def test_a_style_based_on_itself_is_based_on_nothing() -> None:
    """Other programs write such."""
    document = Document(BytesIO(heavy()))
    document.styles["Своё"].base_style = document.styles["Своё"]
    out = BytesIO()
    document.save(out)
    assert slimmed("шаблон", out.getvalue()).styles > 100


@pytest.mark.parametrize("path", sorted(TEMPLATES.glob("*/*.docx")), ids=lambda path: path.stem)
def test_no_template_of_ours_is_heavy(path: Path) -> None:
    light = slimmed(path.name, path.read_bytes())
    assert light.styles == 0, "styles that nobody uses: filings slim takes them out"
    assert light.before - light.after < 2000
    assert len(path.read_bytes()) < 30_000


def test_the_command(filings, tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(heavy())
    said = filings("slim", tmp_path / "a.docx", "-o", tmp_path / "b.docx")
    assert said.code == 0
    assert re.search(r"Было \d+ КБ, стало \d+ КБ; убрано стилей: \d{3}\.", said.out)
    assert (tmp_path / "b.docx").stat().st_size < (tmp_path / "a.docx").stat().st_size


def test_every_kind_has_a_template_among_them() -> None:
    assert {kind.template for kind in kinds().values()} <= set(TEMPLATES.glob("*/*.docx"))
