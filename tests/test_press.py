"""Documents of a packet are printed side by side, each once; what was guessed at first does not show in the result."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from converter_inputs import crashing, paper, text
from today import ON

from filings.assembly import ExhibitFile, assemble
from filings.catalogue import kind_of
from filings.documents import likely, package, press, printing
from filings.errors import ConversionError, ExhibitError
from filings.questions.reading import read_answers

BODY = "word/document.xml"


def wage_claim(debts: int) -> dict[str, bytes]:
    """The packet of a claim with so many debts, none paid in part."""
    kind = kind_of("wage_claim")
    answers = read_answers(kind.sample)
    months = [{"месяц": f"{1 + number % 12:02}.2025", "начислено": "30 000"} for number in range(debts)]
    dated = [
        month | {"срок": f"10.{month['месяц']}", "пояснение": f"часть {number}"} for number, month in enumerate(months)
    ]
    return assemble(kind, answers | {"долги": dated}, on=ON).files


def test_the_same_document_is_printed_once() -> None:
    docx = paper("Прошу")
    with press.opened(ON) as printing_press:
        printing_press.put({"один": docx})
        printing_press.put({"другой": docx})
        assert len(printing_press._under_way) == 1
        assert printing_press.pages("другой") == 1
        assert "Прошу" in text(printing_press.pdfs()["один"])


def test_what_fails_is_named_and_the_press_closes() -> None:
    with pytest.raises(ConversionError, match="«иск»"), press.opened(ON) as printing_press:
        printing_press.put({"иск": crashing()})
        printing_press.put({"опись": paper("Опись")})
        printing_press.pdfs()


def test_what_fails_among_joined_documents_is_named() -> None:
    parts = package.read(paper("Расчёт"), "")
    # well-formed, and no document: a cell without its row
    bad = package.write(parts | {BODY: parts[BODY].replace(b"<w:body>", b"<w:body><w:tbl><w:tc/></w:tbl>" * 3000)})
    with press.opened(ON) as printing_press, pytest.raises(ConversionError, match="«расчёт»"):
        printing_press.put({"опись": paper("Опись"), "расчёт": bad, "иск": paper("Иск")})
        printing_press.pdfs()


@pytest.mark.parametrize("guess", [1, 9])
@pytest.mark.parametrize("of", [printing.CALCULATION, printing.FILING, printing.INVENTORY])
def test_a_wrong_guess_does_not_show(guess: int, of: str) -> None:
    """The claim states on how many sheets its calculation is, the inventory the sheets of all: known when printed."""
    likely.forget()
    found = wage_claim(12)
    parts = {part["title"]: part["pages"] for part in json.loads(found["manifest.json"])["parts"]}
    assert parts["Расчёт"] > 1
    sort = f"wage_claim {of}"
    ((length, pages),) = likely._seen[sort]
    likely.remember(sort, length, guess)
    assert wage_claim(12) == found
    assert likely.pages(sort, length) == pages
    packet = " ".join(text(found["packet.pdf"]).replace("\u00a0", " ").split())
    assert f"Расчёт взыскиваемых сумм — на {parts['Расчёт']} л." in packet


def test_the_nearest_in_length_is_the_guess() -> None:
    likely.forget()
    assert likely.pages("иск", 10) == 1
    for length, pages in ((40, 1), (60, 2), (100, 3)):
        likely.remember("иск", length, pages)
    assert [likely.pages("иск", length) for length in (1, 49, 51, 60, 79, 81, 999)] == [1, 1, 2, 2, 2, 3, 3]
    assert likely.pages("жалоба", 10) == 1


def packet_with(path: Path) -> str:
    """The text of a packet with this file attached."""
    kind = kind_of("wage_claim")
    files = assemble(kind, read_answers(kind.sample), on=ON, exhibits=[ExhibitFile(path, title="Фотография")]).files
    return " ".join(text(files["packet.pdf"]).replace("\u00a0", " ").split())


def test_a_picture_is_counted_before_it_is_opened(photo: Path) -> None:
    assert "Фотография — на 1 л." in packet_with(photo)


def test_a_file_that_is_not_what_its_name_says_makes_no_packet(contract: Path, tmp_path: Path) -> None:
    """The filing was begun with one page for the picture that the name promised."""
    lying = tmp_path / "photo.jpg"
    lying.write_bytes(contract.read_bytes())
    with pytest.raises(ExhibitError, match="не картинка JPEG, а PDF"):
        packet_with(lying)
