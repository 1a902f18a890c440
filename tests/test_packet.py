"""The packet: bound in order, marked on every page, readable back, the same bytes for the same parts."""

import io
import json
import subprocess
import sys
from datetime import date
from pathlib import Path

import pikepdf
import pypdf
import pytest
from pikepdf import Array, Name
from PIL import Image
from pypdf.generic import ArrayObject
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from filings.documents import packet, stamps
from filings.documents.exhibits import open_exhibit
from filings.documents.fonts import font_file
from filings.documents.manifest import Manifest, PartRecord, balance, records, versions
from filings.documents.packet import Part, bind
from filings.errors import ConversionError, FilingError

ON = date(2026, 11, 21)
ABOUT = {"title": "Иск о взыскании заработной платы", "author": "Иванова Мария Петровна", "on": ON}


def document(pages: int, text: str = "body", size: tuple[float, float] = A4) -> bytes:
    encoded = io.BytesIO()
    canvas = Canvas(encoded, pagesize=size, invariant=1)
    for number in range(1, pages + 1):
        canvas.drawString(100, size[1] / 2, f"{text} {number}")
        canvas.showPage()
    canvas.save()
    return encoded.getvalue()


def dark_scan(tmp_path: Path) -> bytes:
    """An exhibit made of a nearly black scan of a whole A4."""
    path = tmp_path / "scan.jpg"
    Image.new("L", (1240, 1754), 30).save(path, dpi=(150, 150))
    return open_exhibit(path).pdf


def parts(tmp_path: Path) -> list[Part]:
    inventory = Part("Опись документов", document(1, "inventory"), "Опись документов")
    filing = Part("Исковое заявление", document(3, "claim"), "Исковое заявление")
    contract = tmp_path / "contract.pdf"
    contract.write_bytes(document(2, "contract", (A4[1], A4[0])))
    exhibits = (
        Part("Копия трудового договора", open_exhibit(contract).pdf, "Приложение № 1. Копия трудового договора", 1),
        Part("Скан справки", dark_scan(tmp_path), "Приложение № 2. Скан справки", 2),
    )
    return [inventory, filing, Part("Приложения", b"", "Приложения", children=exhibits)]


def texts(bound: bytes) -> list[str]:
    """What pdftotext reads on each page."""
    read = subprocess.run(["pdftotext", "-layout", "-", "-"], input=bound, capture_output=True, check=True)
    return read.stdout.decode().split("\f")[:-1]


def test_every_page_is_there_and_marked(tmp_path: Path) -> None:
    bound = bind(parts(tmp_path), **ABOUT)
    assert [(place.title, place.first_page, place.pages) for place in bound.places] == [
        ("Опись документов", 1, 1),
        ("Исковое заявление", 2, 3),
        ("Копия трудового договора", 5, 2),
        ("Скан справки", 7, 1),
    ]
    expected = [
        ("inventory 1",),
        ("claim 1",),
        ("claim 2",),
        ("claim 3",),
        ("contract 1", "Приложение № 1, лист 1"),
        ("contract 2", "Приложение № 1, лист 2"),
        ("Приложение № 2, лист 1",),
    ]
    found = texts(bound.pdf)
    assert len(found) == 7
    for number, (text, wanted) in enumerate(zip(found, expected, strict=True), 1):
        assert f"Лист {number} из 7" in text
        assert text.count("Лист ") == 1 and text.count("Приложение") == ("Приложение" in "".join(wanted))
        assert all(each in text for each in wanted)


def listed(reader: pypdf.PdfReader, outline: list, depth: int = 0) -> list[tuple[int, str, int]]:
    """Bookmarks as (depth, title, page from 1)."""
    rows = []
    for entry in outline:
        if isinstance(entry, list):
            rows += listed(reader, entry, depth + 1)
        else:
            rows.append((depth, entry.title, reader.get_destination_page_number(entry) + 1))
    return rows


def test_bookmarks_open_the_right_pages(tmp_path: Path) -> None:
    reader = pypdf.PdfReader(io.BytesIO(bind(parts(tmp_path), **ABOUT).pdf))

    assert listed(reader, reader.outline) == [
        (0, "Опись документов", 1),
        (0, "Исковое заявление", 2),
        (0, "Приложения", 5),
        (1, "Приложение № 1. Копия трудового договора", 5),
        (1, "Приложение № 2. Скан справки", 7),
    ]


def test_own_bookmarks_of_an_exhibit_hang_under_it(tmp_path: Path) -> None:
    content = document(3, "book")
    with pikepdf.open(io.BytesIO(content)) as book, book.open_outline() as outline:
        chapter = pikepdf.OutlineItem("Глава 1", 0)
        chapter.children.append(pikepdf.OutlineItem("Раздел\n1.1", 1))
        away = pikepdf.OutlineItem("Наружу", action=pikepdf.Dictionary(S=Name.URI, URI="http://example.com"))
        away.children.append(pikepdf.OutlineItem("Глава 2", 2))
        outline.root.extend([chapter, away])
        outline._save()
        target = io.BytesIO()
        book.save(target)
    (tmp_path / "book.pdf").write_bytes(target.getvalue())
    exhibit = open_exhibit(tmp_path / "book.pdf")
    filing = Part("Иск", document(2), "Иск")
    bound = bind([filing, Part("Книга", exhibit.pdf, "Приложение № 1", 1, outline=exhibit.outline)], **ABOUT)
    reader = pypdf.PdfReader(io.BytesIO(bound.pdf))
    assert listed(reader, reader.outline) == [
        (0, "Иск", 1),
        (0, "Приложение № 1", 3),
        (1, "Глава 1", 3),
        (2, "Раздел 1.1", 4),
        (1, "Глава 2", 5),
    ]


def test_lines_of_the_inventory_lead_to_the_documents() -> None:
    """The second title is on the second page of the inventory; the third is printed nowhere."""
    titles = ("Исковое заявление о взыскании", "Приложение № 1. Договор", "Приложение № 2. Справка")
    inventory = io.BytesIO()
    canvas = Canvas(inventory, invariant=1)
    pdfmetrics.registerFont(TTFont("serif", font_file()))
    for title in titles[:2]:
        canvas.setFont("serif", 12)
        canvas.drawString(100, 700, title)
        canvas.showPage()
    canvas.save()
    rest = [Part(title, document(2), title) for title in titles]
    bound = bind([Part("Опись", inventory.getvalue(), "Опись", leads_to=titles), *rest], **ABOUT)
    reader = pypdf.PdfReader(io.BytesIO(bound.pdf))
    links = [
        (number, mark.get_object())
        for number, page in enumerate(reader.pages, 1)
        for mark in page.get("/Annots", ArrayObject())
    ]
    found = [(number, reader.get_page_number(mark["/Dest"][0].get_object()) + 1) for number, mark in links]
    assert found == [(1, 3), (2, 5)]
    _, bottom, _, top = (float(side) for side in links[0][1]["/Rect"])
    assert bottom < 700 < top < 725


def test_properties_and_nothing_active(tmp_path: Path) -> None:
    reader = pypdf.PdfReader(io.BytesIO(bind(parts(tmp_path), **ABOUT).pdf))
    assert (reader.metadata.title, reader.metadata.author) == (ABOUT["title"], ABOUT["author"])
    assert reader.metadata.creation_date.date() == ON
    root = reader.trailer["/Root"]
    assert root["/Lang"] == "ru-RU" and root["/ViewerPreferences"]["/DisplayDocTitle"].value is True
    assert reader.page_labels[:3] == ["1", "2", "3"]
    assert not {"/Names", "/OpenAction", "/AA", "/AcroForm"} & set(root)


def test_same_parts_give_same_bytes_even_in_another_run(tmp_path: Path) -> None:
    here = bind(parts(tmp_path), **ABOUT).pdf
    assert bind(parts(tmp_path), **ABOUT).pdf == here
    program = (
        "import sys; sys.path.insert(0, sys.argv[2]); from pathlib import Path; import test_packet as t;"
        "sys.stdout.buffer.write(t.bind(t.parts(Path(sys.argv[1])), **t.ABOUT).pdf)"
    )
    root = Path(__file__).parent
    command = [sys.executable, "-c", program, str(tmp_path), str(root)]
    elsewhere = subprocess.run(
        command, capture_output=True, check=True, cwd=root.parent, env={"PATH": "/usr/bin:/bin", "PYTHONHASHSEED": "7"}
    )
    assert elsewhere.stdout == here


def test_qpdf_finds_nothing_wrong(tmp_path: Path) -> None:
    with pikepdf.open(io.BytesIO(bind(parts(tmp_path), **ABOUT).pdf)) as opened:
        assert opened.check_pdf_syntax() == []


def drawn(bound: bytes, page: int, tmp_path: Path) -> Image.Image:
    (tmp_path / "drawn.pdf").write_bytes(bound)
    command = ["pdftoppm", "-r", "72", "-png", "-f", str(page), "-l", str(page), "-singlefile"]
    subprocess.run([*command, str(tmp_path / "drawn.pdf"), str(tmp_path / "drawn")], check=True)
    return Image.open(tmp_path / "drawn.png").convert("L")


def test_stamp_lies_beside_the_scan_not_over_it(tmp_path: Path) -> None:
    """The black scan is whole: its box on the marked page is the box on the unmarked one."""
    scan = dark_scan(tmp_path)
    before = drawn(scan, 1, tmp_path).point(lambda value: 255 if value < 60 else 0)
    after = drawn(bind([Part("Скан", scan, "Скан", 1)], **ABOUT).pdf, 1, tmp_path)
    left, top, right, bottom = before.getbbox()
    assert after.crop((left + 1, top + 1, right - 1, bottom - 1)).getextrema()[1] < 60


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_marks_stand_upright_on_a_turned_page(turn: int, tmp_path: Path) -> None:
    encoded = io.BytesIO()
    with pikepdf.open(io.BytesIO(document(1))) as opened:
        page = opened.pages[0]
        page.obj.MediaBox = Array([-50, -70, A4[0] - 50, A4[1] - 70])
        page.rotate(turn, relative=False)
        opened.save(encoded)
    bound = bind([Part("Скан", encoded.getvalue(), "Скан", 3)], **ABOUT).pdf
    width, height = (A4[1], A4[0]) if turn % 180 else A4
    assert "Приложение № 3, лист 1" in texts(bound)[0] and "Лист 1 из 1" in texts(bound)[0]
    corner = drawn(bound, 1, tmp_path)
    stamp = corner.crop((int(width * 0.6), 0, int(width), int(height * 0.06)))
    number = corner.crop((int(width * 0.8), int(height * 0.95), int(width), int(height)))
    assert stamp.getextrema()[0] < 120 and number.getextrema()[0] < 120
    box = stamp.point(lambda value: 255 if value < 200 else 0).getbbox()
    assert box[2] - box[0] > 4 * (box[3] - box[1]), "отметка лежит горизонтально"
    assert box[0] > 0 and box[2] < stamp.width - 10, "отметка не выходит за край"


def test_shared_resources_do_not_mix_the_numbers() -> None:
    """LibreOffice gives all pages of a document one dictionary of resources."""
    encoded = io.BytesIO()
    with pikepdf.open(io.BytesIO(document(4))) as opened:
        shared = opened.make_indirect(opened.pages[0].obj.Resources)
        for page in opened.pages:
            page.obj.Resources = shared
        opened.save(encoded)
    found = texts(bind([Part("Иск", encoded.getvalue(), "Иск")], **ABOUT).pdf)
    assert [f"Лист {number} из 4" in text for number, text in enumerate(found, 1)] == [True] * 4


@pytest.mark.parametrize(
    ("given", "message"),
    [
        pytest.param([], "Пакет пуст", id="ничего"),
        pytest.param([Part("Иск", b"", "Иск")], "нет страниц документа «Иск»", id="часть без страниц"),
        pytest.param([Part("Иск", b"%PDF-1.7 junk", "Иск")], "«Иск» повреждён", id="повреждённая часть"),
    ],
)
def test_packet_without_pages_is_refused(given: list[Part], message: str) -> None:
    with pytest.raises(FilingError, match=message):
        bind(given, **ABOUT)


def test_lost_page_and_lost_mark_are_noticed() -> None:
    """The reading back itself: fed a packet with a page too few, and one with another page's mark."""
    bound = bind([Part("Иск", document(2), "Иск")], **ABOUT).pdf
    names = [pikepdf.Name("/PacketMarks1"), pikepdf.Name("/PacketMarks2")]
    marks = [stamps.Marks("Лист 1 из 2"), stamps.Marks("Лист 2 из 2")]
    packet._read_back(bound, marks, names)
    with pytest.raises(FilingError, match="вместо 3"):
        packet._read_back(bound, [*marks, stamps.Marks("Лист 3 из 3")], [*names, names[0]])
    with pytest.raises(FilingError, match=r"На стр\. 1"):
        packet._read_back(bound, [stamps.Marks("Лист 1 из 2", "Приложение № 1, лист 1"), marks[1]], names)


def test_missing_font_is_told(tmp_path: Path) -> None:
    """Without fontconfig's answer nothing is drawn in another font."""
    program = "from filings.documents.fonts import font_file; font_file()"
    ran = subprocess.run(
        [sys.executable, "-c", program],
        env={"PATH": str(tmp_path)},
        cwd=Path(__file__).parent.parent,
        capture_output=True,
        text=True,
    )
    assert ran.returncode != 0
    assert ConversionError.__name__ in ran.stderr and "Установите пакеты" in ran.stderr


def record(first_page: int, pages: int) -> PartRecord:
    return PartRecord("Иск", None, "filing", pages, first_page, "0" * 64)


def test_page_account() -> None:
    balance([record(1, 2), record(3, 4)], 6)
    for wrong, total in [([record(1, 2), record(4, 3)], 6), ([record(1, 2)], 3), ([record(1, 0)], 0), ([], 1)]:
        with pytest.raises(FilingError, match="Счёт листов не сошёлся"):
            balance(wrong, total)


def test_manifest_is_stable_json() -> None:
    files = {"packet.pdf": b"1", "Иск.docx": b"22", "manifest.json": b"{}"}
    manifest = Manifest(
        kind="labour/wage_claim",
        title="Иск",
        made_on=ON,
        versions=versions("0.1.0", "labour/wage_claim.docx", "a" * 64, {"key_rate": "2026-10-24"}),
        parts=[PartRecord("Договор", "договор.pdf", "pdf", 2, 1, "b" * 64)],
        files=records(files),
        pages=2,
        warnings=["Проверьте ставку"],
    )
    told = json.loads(manifest.to_json())
    assert list(told) == ["kind", "title", "made_on", "versions", "parts", "files", "pages", "warnings"]
    assert told["made_on"] == "2026-11-21" and told["versions"]["template"]["path"] == "labour/wage_claim.docx"
    assert told["parts"][0]["file"] == "договор.pdf"
    assert [(row["name"], row["bytes"]) for row in told["files"]] == [("packet.pdf", 1), ("Иск.docx", 2)]
    assert "Договор" in manifest.to_json() and manifest.to_json() == manifest.to_json()
