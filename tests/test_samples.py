"""Every kind with its samples: golden text, the template's contract, the packet, the Russian.

`pytest tests/test_samples.py --accept` rewrites the golden texts; the diff is the review.
"""

import re
from functools import cache
from pathlib import Path

import pytest
from today import ON

from filings.catalogue import Kind, kinds
from filings.documents.attachments import attachments
from filings.documents.contract import used_names
from filings.documents.paperwork import Paperwork
from filings.documents.printing import CALCULATION, FILING, INVENTORY, inventory_rows
from filings.documents.word_text import text_of
from filings.questions.asking import questions_of
from filings.questions.naming import english_names
from filings.questions.pages import pages_of
from filings.questions.reading import read_answers
from filings.questions.validation import validate
from filings.review import review

SAMPLES = Path(__file__).parent / "samples"
KINDS = sorted(kinds().values(), key=lambda kind: kind.name)
CASES = [(kind, path) for kind in KINDS for path in (kind.sample, *sorted((SAMPLES / kind.name).glob("*.yaml")))]


def case_name(kind: Kind, path: Path) -> str:
    return "plain" if path == kind.sample else path.stem


each_case = pytest.mark.parametrize(
    ("kind", "path"), CASES, ids=[f"{kind.name}-{case_name(kind, path)}" for kind, path in CASES]
)
each_kind = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)


@cache
def texts(kind: Kind, path: Path) -> dict[str, str]:
    """The text of every document by name, with nominal numbers of sheets: the layout is not looked at here."""
    filing = validate(kind.model, read_answers(path), on=ON)
    conclusions = filing.conclude(ON)
    paperwork = Paperwork(kind.template, filing, conclusions, ON)
    sheets = {INVENTORY: 1, FILING: 2} | ({CALCULATION: 1} if conclusions.calculation else {})
    calculation = (filing.calculation_title, 1) if conclusions.calculation else None
    items = attachments((), filing.exhibits, calculation, filing.papers(conclusions))
    made = {"документ": paperwork.filing_document(items)}
    if conclusions.calculation:
        made["расчёт"] = paperwork.calculation_document()
    made["опись"] = paperwork.inventory_document(inventory_rows(paperwork, items, sheets), 1)
    made["что делать дальше"] = paperwork.steps_document(conclusions.warnings)
    return {name: text_of(docx) for name, docx in made.items()}


def golden(kind: Kind, path: Path) -> str:
    return "\n".join(f"===== {name} =====\n{text.strip()}\n" for name, text in texts(kind, path).items())


@each_case
def test_golden_text(kind: Kind, path: Path, request: pytest.FixtureRequest) -> None:
    expected = SAMPLES / kind.name / f"{case_name(kind, path)}.txt"
    if request.config.getoption("--accept"):
        expected.parent.mkdir(parents=True, exist_ok=True)
        expected.write_text(golden(kind, path), encoding="utf-8")
    assert expected.is_file(), "no golden text: look at the document, then run with --accept"
    assert golden(kind, path) == expected.read_text(encoding="utf-8")


@each_kind
def test_template_keeps_its_contract(kind: Kind) -> None:
    assert review(kind, ON) == []


@each_kind
def test_a_kind_is_complete(kind: Kind) -> None:
    assert kind.template.is_file() and kind.sample.is_file()
    assert kind.about.references and kind.about.at_hand and kind.about.audience
    assert (SAMPLES / kind.name / "bare.yaml").is_file() and (SAMPLES / kind.name / "rich.yaml").is_file()


@each_kind
def test_every_question_is_answered_by_some_sample(kind: Kind) -> None:
    asked, answered = set(), set()
    for path in (path for one, path in CASES if one == kind):
        answers, _ = english_names(kind.model, read_answers(path))
        for one in questions_of(kind.model, answers):
            name = tuple(part for part in one.path if isinstance(part, str))
            asked.add(name)
            if one.value is not None:
                answered.add(name)
    assert asked - answered - {("declensions",), ("kept_numbers",), ("exhibits", "file")} == set()


FAULTS = {
    "двойной пробел": r"[^\n ]  +[^\n ]",
    "пробел перед знаком": r"\w [,.;:!?](?=\s)",
    "два знака подряд": r",,|\.\.(?!\.)|;;|,\.|\.,(?! )|:\.",
    "пустые скобки": r"\(\s*\)|«\s*»",
    "прямые кавычки": r'"',
    "дефис вместо тире": r" - ",
    "None": r"\bNone\b|\bTrue\b|\bFalse\b|\bundefined\b",
    "слово дважды": r"\b([а-яё]{3,}) \1\b",
    "форма через черту": r"[а-яё]\([а-яё]{1,3}\)|[а-яё]/[а-яё]{1,4}\b",
    "обычный пробел после №": r"№ \d",
    "обычный пробел в ст.": r"\bст\. \d",
    "рублей рублей": r"рубл\w+ руб|руб\.\s*руб",
    "висячее двоеточие": r":\s*\.$",
}


@each_case
def test_the_text_has_no_slip_that_a_machine_can_see(kind: Kind, path: Path) -> None:
    found = [
        f"{document}: {fault}: …{text[max(0, match.start() - 40) : match.end() + 40]}…"
        for document, text in ((name, text.replace(" | ", "\n")) for name, text in texts(kind, path).items())
        for fault, pattern in FAULTS.items()
        for match in re.finditer(pattern, text, re.MULTILINE | re.IGNORECASE)
    ]
    assert found == []


@each_kind
def test_template_mentions_answers_by_russian_names(kind: Kind) -> None:
    of_the_loop = {"loop", "first", "last", "index"}
    assert not [name for name in used_names(kind.template) - of_the_loop if re.search("[A-Za-z]", name)]


@each_kind
def test_the_command_line_shows_every_question(kind: Kind, filings) -> None:
    shown = filings("show", kind.name)
    assert shown.code == 0, shown.err
    assert all(f"[{field.alias}]" in shown.out for page in pages_of(kind.model) for field in page.questions.values())
