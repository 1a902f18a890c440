"""The folder for a court's portal: names, size, text, resolution, and a report that says what would be refused."""

import io
import json
import re
import subprocess
from datetime import date
from pathlib import Path

import pikepdf
import pypdf
import pytest
from exhibit_inputs import darkest_quarter, encoded_as, opened, pdf, shown
from PIL import Image, ImageDraw, ImageFont
from reportlab.lib.pagesizes import A4

from filings.documents import reading_room
from filings.documents.efiling import names, preflight, recognition
from filings.documents.efiling.findings import MOST_BYTES
from filings.documents.efiling.folder import Document, Efiling, FiledFile, file_all
from filings.documents.efiling.preflight import Office
from filings.documents.fonts import font_file
from filings.errors import FilingError

A4_AT = {dpi: (round(210 / 25.4 * dpi), round(297 / 25.4 * dpi)) for dpi in (96, 150, 200, 300, 600)}


def scan(dpi: int = 200, *, colour: bool = False, text: str = "") -> bytes:
    """A page of A4 as a scanner gives it."""
    image = Image.new("RGB" if colour else "L", A4_AT[dpi], "white")
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, 0, dpi, dpi), fill="red" if colour else "black")
    if text:
        draw.multiline_text((dpi, 2 * dpi), text, fill="black", font=ImageFont.truetype(font_file(), dpi // 5))
    return encoded_as(image, "JPEG", dpi=(dpi, dpi), quality=90)


def filed(tmp_path: Path, content: bytes, name: str, wish: Efiling | None = None, title: str = "Справка") -> FiledFile:
    exhibit = opened(tmp_path, content, name)
    document = Document(title, exhibit.pdf, exhibit.pages, 1, is_exhibit=True)
    return file_all([document], wish or Efiling())[0]


def codes(file: FiledFile) -> dict[str, str]:
    return {finding.code: finding.level.value for finding in file.findings}


NAMES = [
    pytest.param("Исковое заявление", 5, None, "Исковое_заявление_5л.pdf", id="как в памятке суда"),
    pytest.param("Копия договора № 5/2024", 2, 3, "Приложение_3_Копия_договора_5_2024_2л.pdf", id="знаки"),
    pytest.param("../../etc/passwd", 1, None, "etc_passwd_1л.pdf", id="путь"),
    pytest.param("CON:<>|?*", 1, None, "CON_1л.pdf", id="запретные знаки"),
    pytest.param("…", 1, 2, "Приложение_2_Документ_1л.pdf", id="ни одной буквы"),
    pytest.param("Расчёт-сверка «по договору»", 12, None, "Расчёт-сверка_по_договору_12л.pdf", id="дефис и кавычки"),
    pytest.param(
        "Исковое заявление о взыскании заработной платы, компенсации за неиспользованный отпуск",
        3,
        None,
        "Исковое_заявление_о_взыскании_заработной_платы_3л.pdf",
        id="длинное до запятой",
    ),
    pytest.param("слово " * 40, 1, None, "_".join(["слово"] * 11) + "_1л.pdf", id="длинное без запятых"),
]


@pytest.mark.parametrize(("title", "sheets", "number", "expected"), NAMES)
def test_names(title: str, sheets: int, number: int | None, expected: str) -> None:
    made = names.file_name(title, sheets, number=number)
    assert made == expected
    assert len(made.encode()) < 255


def test_a_name_is_not_torn_after_a_preposition() -> None:
    made = names.shortened("Документ, подтверждающий направление копии искового заявления ответчику и в")
    assert not re.search(r"_(и|в|к|о|на)$", made)


def test_scan_keeps_its_own_size_and_its_dots(tmp_path: Path) -> None:
    """1:1: A4 scanned at 200 dots is A4 at 200 dots, without the strips that the packet leaves for stamps."""
    made = filed(tmp_path, scan(200), "справка.jpg")
    box = pypdf.PdfReader(io.BytesIO(made.content)).pages[0].mediabox
    assert (float(box.width), float(box.height)) == pytest.approx(A4, abs=0.5)
    assert codes(made) == {"text": "risk"}


@pytest.mark.parametrize(
    ("size", "expected"),
    [
        pytest.param((842, 1191), (842, 1191), id="A3 остаётся A3"),
        pytest.param((300, 400), (300, 400), id="маленький лист остаётся маленьким"),
        pytest.param((3370, 2384), (A4[1], A4[0]), id="A0 ложится на A4"),
    ],
)
def test_pages_of_pdf_keep_their_size(size: tuple, expected: tuple, tmp_path: Path) -> None:
    made = filed(tmp_path, pdf(size=size, text="enough text to be copied from the page"), "план.pdf")
    box = pypdf.PdfReader(io.BytesIO(made.content)).pages[0].mediabox
    assert (float(box.width), float(box.height)) == pytest.approx(expected, abs=0.5)


def test_turned_page_stays_as_it_was_shown(tmp_path: Path) -> None:
    content = pdf(text="enough text to be copied from the page")
    with pikepdf.open(io.BytesIO(content)) as turned:
        turned.pages[0].rotate(90, relative=False)
        target = io.BytesIO()
        turned.save(target)
    made = filed(tmp_path, target.getvalue(), "план.pdf")
    drawn = shown(made.content, tmp_path)
    assert drawn.width > drawn.height and darkest_quarter(drawn) == ("top", "right")


FOUND = {
    "хороший текст": (lambda: pdf(2, text="enough text to be copied from the page"), "а.pdf", {"fonts": "risk"}),
    "скан без текста": (lambda: scan(200), "а.jpg", {"text": "risk"}),
    "скан 150 точек": (lambda: scan(150), "а.jpg", {"text": "risk", "resolution": "risk"}),
    "скан 96 точек": (lambda: scan(96), "а.jpg", {"text": "risk", "unreadable": "refused"}),
    "скан 600 точек": (lambda: scan(600), "а.jpg", {"text": "risk", "fine": "note"}),
    "цветной скан": (lambda: scan(200, colour=True), "а.jpg", {"text": "risk", "colour": "note"}),
    "серый скан в цветном файле": (
        lambda: encoded_as(Image.open(io.BytesIO(scan(200))).convert("RGB"), "JPEG", dpi=(200, 200)),
        "а.jpg",
        {"text": "risk"},
    ),
}


@pytest.mark.parametrize("case", FOUND)
def test_findings(case: str, tmp_path: Path) -> None:
    make, name, expected = FOUND[case]
    found = filed(tmp_path, make(), name)
    assert codes(found) == expected
    for finding in found.findings:
        assert finding.what.endswith(".") and finding.mend.endswith((".", ")")) and "None" not in finding.what


def test_numbers_of_pages_are_told_in_spans(tmp_path: Path) -> None:
    frames = [Image.open(io.BytesIO(scan(dpi))) for dpi in (200, 96, 96, 96, 200, 96)]
    content = encoded_as(frames[0], "TIFF", save_all=True, append_images=frames[1:])
    found = filed(tmp_path, content, "дело.tif").findings
    assert any("листы 2–4, 6" in finding.what for finding in found if finding.code == "unreadable"), found


def test_active_content_and_encryption_are_seen() -> None:
    with pikepdf.open(io.BytesIO(pdf())) as made:
        made.Root.OpenAction = made.make_indirect(pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.alert(1)"))
        made.attachments["a.txt"] = b"x"
        target = io.BytesIO()
        made.save(target, encryption=pikepdf.Encryption(owner="o", user="", R=6))
    found = reading_room.ask("sound", target.getvalue())[0]["active"]
    assert {"OpenAction", "JavaScript", "EmbeddedFiles", "Encrypt"} <= set(found)


@pytest.fixture(scope="module")
def heavy(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, bytes]:
    """More than 30 MB of noise: no packing helps it."""
    noise = Image.effect_noise((7000, 6000), 90)
    content = encoded_as(noise, "JPEG", quality=97, dpi=(600, 600))
    assert len(content) > MOST_BYTES
    return tmp_path_factory.mktemp("heavy"), content


def test_too_large_a_file_is_told_and_not_touched(heavy: tuple[Path, bytes]) -> None:
    folder, content = heavy
    made = filed(folder, content, "а.jpg")
    assert codes(made)["size"] == "refused" and len(made.content) > MOST_BYTES
    assert any("--shrink" in finding.mend for finding in made.findings)
    on_a_page = filed(folder, content, "б.jpg", Efiling(by_command=False))
    assert codes(on_a_page)["size"] == "refused"
    told = " ".join(finding.mend for finding in on_a_page.findings)
    assert "Разделите документ" in told and "--" not in told and "apt" not in told


def test_shrinking_brings_it_under_the_limit(heavy: tuple[Path, bytes]) -> None:
    folder, content = heavy
    made = filed(folder, content, "а.jpg", Efiling(shrink=True))
    assert "size" not in codes(made) and len(made.content) <= MOST_BYTES
    assert codes(made)["shrunk"] == "note", "о потере сказано"
    dpi = reading_room.ask("sound", made.content)[0]["pages"][0]["dpi"]
    assert dpi >= 200 and made.pages == 1


def test_lost_page_is_noticed(tmp_path: Path) -> None:
    exhibit = opened(tmp_path, pdf(2), "а.pdf")
    with pytest.raises(FilingError, match="Счёт листов не сошёлся"):
        file_all([Document("Справка", exhibit.pdf, 3, 1, is_exhibit=True)], Efiling())


@pytest.mark.skipif(not recognition.languages(), reason="tesseract with Russian is not installed")
def test_recognised_scan_looks_the_same_and_can_be_copied(tmp_path: Path) -> None:
    content = scan(200, text="Расписка о получении денег\nИванов Пётр, дело № 2-1234/2026")
    (tmp_path / "before").mkdir()
    before = filed(tmp_path, content, "расписка.jpg")
    after = filed(tmp_path, content, "расписка.jpg", Efiling(recognise=True))
    assert codes(before) == {"text": "risk"} and "text" not in codes(after)
    text = pypdf.PdfReader(io.BytesIO(after.content)).pages[0].extract_text()
    assert "Расписка о получении денег" in " ".join(text.split()) and "2-1234/2026" in text
    pictures = [shown(made.content, tmp_path / "before") for made in (before, after)]
    assert pictures[0].tobytes() == pictures[1].tobytes()


def test_the_folder_from_the_command_line(filings, toy_kind, tmp_path, photo, contract) -> None:
    answers, out = tmp_path / "a.yaml", tmp_path / "out"
    filings("sample", toy_kind, "-o", answers)
    command = ("assemble", toy_kind, answers, "-o", out, "--exhibit", photo, "--exhibit", f"Договор={contract}")
    made = filings(*command, "--format", "efiling")
    assert made.code == 0, made.err
    manifest = json.loads((out / "manifest.json").read_text(encoding="utf-8"))
    report = manifest["efiling"]
    written = {str(path.relative_to(out)) for path in out.rglob("*") if path.is_file()}
    listed = {file["name"] for file in report["files"]}
    word = next(name for name in written if name.endswith(".docx"))
    assert written == listed | {word, "preflight.pdf", "preflight.txt", "manifest.json"}
    pages = {part["title"]: part["pages"] for part in manifest["parts"]}
    for file in report["files"]:
        read = pypdf.PdfReader(out / file["name"])
        assert len(read.pages) == file["pages"] and f"_{file['pages']}л.pdf" in file["name"]
        assert "Приложение №" not in "".join(page.extract_text() for page in read.pages)
    assert sum(file["pages"] for file in report["files"]) == manifest["pages"] - pages["Опись документов"]
    told = (out / "preflight.txt").read_text(encoding="utf-8")
    seen = subprocess.run(["pdftotext", out / "preflight.pdf", "-"], capture_output=True, check=True).stdout.decode()
    for name in listed:
        assert name.removeprefix("efiling/") in told
        assert name.removeprefix("efiling/") in "".join(seen.split())
    assert report["verdict"] in ("risk", "refused") and "None" not in told
    assert filings(*command, "--format", "pdf", "--shrink").code == 2


OFFICES = [
    pytest.param("Заволжский районный суд г. Твери", True, "от 27.12.2016 № 251", "участков", id="районный суд"),
    pytest.param("мировой судья судебного участка № 3", True, "нет в ГАС «Правосудие»", "Госуслугах", id="мировой"),
    pytest.param("ООО «УК Дом»", False, "У органа или организации могут быть свои", "суд копирует", id="не суд"),
]


@pytest.mark.parametrize(("title", "is_court", "said", "unsaid"), OFFICES)
def test_advice_is_for_the_office(title: str, is_court: bool, said: str, unsaid: str) -> None:
    office = Office(title, is_court)
    file = FiledFile("Иск_1л.pdf", "Иск", b"%PDF", 1, ())
    told = preflight.text([file], ["Квитанция"], "Иск_1л.docx", date(2026, 11, 22), office)
    assert said in told and unsaid not in told
    assert "Добавьте документы, которых среди них нет" in told and "    Квитанция" in told
