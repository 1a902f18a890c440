"""What docxtpl itself makes of every template and every sample is what comes out here, part by part.

What we add after it (typography, widths of columns, a signature kept with its text) is added to docxtpl's result too.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from docxtpl import DocxTemplate
from lxml import etree
from today import ON
from word_inputs import fill, template

from filings.catalogue import Kind, kinds
from filings.documents import filters, package, word
from filings.documents.attachments import attachments
from filings.documents.compiled import compiled
from filings.documents.paperwork import Paperwork
from filings.documents.printing import CALCULATION, FILING, INVENTORY, inventory_rows
from filings.documents.sandbox import UNMASK
from filings.questions.reading import read_answers
from filings.questions.validation import validate
from filings.russian.wording import Wording

SAMPLES = Path(__file__).parent / "samples"
KINDS = sorted(kinds().values(), key=lambda kind: kind.name)
CASES = [(kind, path) for kind in KINDS for path in (kind.sample, *sorted((SAMPLES / kind.name).glob("*.yaml")))]


class Overheard(Paperwork):
    """Remembers what each template was filled with."""

    def _fill(self, template: Path, context: Mapping[str, Any], title: str) -> bytes:
        made = super()._fill(template, context, title)
        self.__dict__.setdefault("filled", []).append((template, context, made))
        return made


def filled(kind: Kind, path: Path) -> tuple[Wording, list[tuple[Path, Mapping[str, Any], bytes]]]:
    """Every document of the sample: template, values, result."""
    filing = validate(kind.model, read_answers(path), on=ON)
    conclusions = filing.conclude(ON)
    paperwork = Overheard(kind.template, filing, conclusions, ON)
    sheets = {INVENTORY: 1, FILING: 2} | ({CALCULATION: 1} if conclusions.calculation else {})
    calculation = (filing.calculation_title, 1) if conclusions.calculation else None
    items = attachments((), filing.exhibits, calculation, filing.papers(conclusions))
    paperwork.filing_document(items)
    paperwork.inventory_document(inventory_rows(paperwork, items, sheets), 1)
    paperwork.steps_document(conclusions.warnings)
    if conclusions.calculation:
        paperwork.calculation_document()
    return paperwork.wording, paperwork.__dict__["filled"]


def by_docxtpl(path: Path, context: Mapping[str, Any], wording: Wording) -> dict[str, bytes]:
    """The parts as docxtpl saves them, read from the disk and compiled for the occasion."""
    document = DocxTemplate(path)
    document.render(word.plain(context), filters.environment(wording))
    out = io.BytesIO()
    document.save(out)
    return package.read(out.getvalue(), path.name)


def differing(path: Path, context: Mapping[str, Any], wording: Wording, made: bytes) -> Iterator[str]:
    """Names of the printed parts that are not what docxtpl makes."""
    ours, theirs = package.read(made, path.name), by_docxtpl(path, context, wording)
    ready = compiled(path)
    for part in ready.printed:
        tree = package.parse(theirs[part.name], part.name)
        word.finish(tree, ready)
        if canonical(tree) != canonical(package.parse(ours[part.name], part.name)):
            yield part.name


def canonical(tree: etree._Element) -> str:
    return etree.tostring(tree, method="c14n").decode().translate(UNMASK)


@pytest.mark.parametrize(
    ("kind", "path"),
    CASES,
    ids=[f"{kind.name}-{path.stem if path != kind.sample else 'plain'}" for kind, path in CASES],
)
def test_every_sample_is_as_docxtpl_fills_it(kind: Kind, path: Path) -> None:
    wording, documents = filled(kind, path)
    assert len(documents) >= 3
    assert [
        (one.name, part) for one, context, made in documents for part in differing(one, context, wording, made)
    ] == []


HARD = {
    "переносы и табуляции": (["{{ x }}"], {"x": "а\nб\tв"}),
    "знаки разметки": (["до {{ x }} после"], {"x": "<w:t>&amp;\"'"}),
    "скобки в ответе": (["{{ x }}"], {"x": "{{ y }} {% z %}"}),
    "абзацы по списку": (["{%p for x in xs %}", "— {{ x }}", "{%p endfor %}"], {"xs": ["а", "б\nв"]}),
    "ничего": (["{%p if x %}", "нет", "{%p endif %}", "есть"], {"x": False}),
}


@pytest.mark.parametrize("name", HARD)
def test_hard_values_are_as_docxtpl_fills_them(name: str, tmp_path: Path) -> None:
    lines, context = HARD[name]
    path = template(tmp_path, *lines, header=lines[0] if len(lines) == 1 else "")
    assert list(differing(path, context, Wording(), fill(path, context))) == []


@pytest.mark.parametrize("columns", [1, 3, 5])
def test_a_table_with_columns_from_data_is_as_docxtpl_fills_it(columns: int, tmp_path: Path) -> None:
    path = template(tmp_path, "таблица")
    document = DocxTemplate(path).get_docx()
    table = document.add_table(1, 3)
    for cell, text in zip(table.rows[0].cells, ("{%tc for x in xs %}", "{{ x }}", "{%tc endfor %}"), strict=True):
        cell.text = text
    document.save(path)
    context = {"xs": [f"столбец {number}" for number in range(columns)]}
    assert list(differing(path, context, Wording(), fill(path, context))) == []
