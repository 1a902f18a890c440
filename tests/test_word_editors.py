"""A template that a lawyer has saved in LibreOffice is filled as before, though the file is written in another way."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest
from today import ON

from filings.catalogue import kinds
from filings.documents import soffice, word_text
from filings.documents.paperwork import SHARED, Paperwork
from filings.documents.slimming import slimmed
from filings.questions.reading import read_answers
from filings.questions.validation import validate
from filings.review import review

KINDS = sorted(kinds().values(), key=lambda kind: kind.name)


@pytest.fixture(scope="module")
def saved(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with every template as LibreOffice saves it."""
    folder = tmp_path_factory.mktemp("saved")
    soffice.furnish(folder / "own")
    command = [
        *(soffice.find_soffice(), f"-env:UserInstallation={(folder / 'own/profile').as_uri()}", "--headless"),
        *("--convert-to", "docx:MS Word 2007 XML", "--outdir", folder),
    ]
    paths = [kind.template for kind in KINDS] + sorted(SHARED.glob("*.docx"))
    subprocess.run(
        [*command, *paths], env=soffice.environment(folder / "own"), capture_output=True, timeout=300, check=True
    )
    return folder


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_the_filing_reads_the_same(kind, saved: Path) -> None:
    filing = validate(kind.model, read_answers(kind.sample), on=ON)
    conclusions = filing.conclude(ON)
    texts = []
    for template in (kind.template, saved / kind.template.name):
        paperwork = Paperwork(template, filing, conclusions, ON)
        texts.append(read(paperwork.filing_document([])))
    assert texts[0] == texts[1]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_lint_finds_no_fault_in_it(kind, saved: Path) -> None:
    assert review(kind, ON, saved / kind.template.name) == []


def test_what_libreoffice_adds_can_be_taken_out_again(saved: Path) -> None:
    path = saved / "inventory.docx"
    assert slimmed(path.name, path.read_bytes()).after <= 2 * slimmed("", (SHARED / path.name).read_bytes()).after


def read(docx: bytes) -> str:
    """The words; the header shows the number of the page that the editor saw last."""
    return re.sub(r"\d+$", "", re.sub(r"\s+", " ", word_text.text_of(docx)).strip())
