"""A Word or LibreOffice text as an exhibit: laid out, noted what paper does not carry, refused when it cannot be."""

import ctypes
import http.server
import io
import subprocess
import threading
import zipfile
from collections.abc import Iterator
from pathlib import Path

import docx
import pikepdf
import pypdf
import pytest
from exhibit_inputs import assert_on_sheet, encoded_as, opened, picture, refusal

from filings.documents import converter
from filings.documents.exhibits import Exhibit, open_exhibit
from filings.documents.office.formats import filter_of

CYRILLIC_RTF = rb"{\rtf1\ansi\ansicpg1251 \u1056?\u1072?\u1089?\u1087?\u1080?\u1089?\u1082?\u1072? 61RS0001\par}"
ODT_TYPE = "application/vnd.oasis.opendocument.text"
ODT_MANIFEST = (
    '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
    f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{ODT_TYPE}"/>'
    '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>%s</manifest:manifest>'
)
ODT_CONTENT = (
    '<office:document-content office:version="1.2" xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
    ' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:xlink="http://www.w3.org/1999/xlink"'
    ' xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"'
    ' xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0">'
    "<office:body><office:text>%s</office:text></office:body></office:document-content>"
)


def word(pages: int = 1) -> bytes:
    document = docx.Document()
    for number in range(1, pages + 1):
        document.add_paragraph(f"Расписка 61RS0001, лист {number}")
        if number < pages:
            document.add_page_break()
    encoded = io.BytesIO()
    document.save(encoded)
    return encoded.getvalue()


def odt(body: str = "<text:p>Расписка 61RS0001</text:p>", manifest: str = "") -> bytes:
    encoded = io.BytesIO()
    with zipfile.ZipFile(encoded, "w") as archive:
        archive.writestr("mimetype", ODT_TYPE)
        archive.writestr("META-INF/manifest.xml", ODT_MANIFEST % manifest)
        archive.writestr("content.xml", ODT_CONTENT % body)
    return encoded.getvalue()


def changed(content: bytes, part: str, change) -> bytes:
    """The same archive with one part changed."""
    encoded = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(encoded, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, change(old.read(name)) if name == part else old.read(name))
    return encoded.getvalue()


def text_of(exhibit: Exhibit) -> str:
    return " ".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(exhibit.pdf)).pages)


@pytest.mark.parametrize(
    ("name", "make", "kind"),
    [
        pytest.param("расписка.docx", word, "docx", id="docx"),
        pytest.param("расписка.rtf", lambda: CYRILLIC_RTF, "rtf", id="rtf"),
        pytest.param("расписка.odt", odt, "odt", id="odt"),
        pytest.param("расписка.doc", lambda: CYRILLIC_RTF, "rtf", id="rtf под именем doc, как сохраняет Word"),
    ],
)
def test_text_is_laid_out_on_sheets(name: str, make, kind: str, tmp_path: Path) -> None:
    exhibit = opened(tmp_path, make(), name)
    assert exhibit.kind == kind
    assert_on_sheet(exhibit.pdf)
    assert "Расписка 61RS0001" in text_of(exhibit)
    assert "сравните" in exhibit.notes[0]


def rezipped(names: list[str]) -> bytes:
    """The same ODT with its parts packed and in this order: so archivers leave it."""
    encoded = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(odt())) as old, zipfile.ZipFile(encoded, "w", zipfile.ZIP_DEFLATED) as new:
        for name in names:
            new.writestr(name, old.read(name))
    return encoded.getvalue()


@pytest.mark.parametrize(
    "names",
    [
        pytest.param(["mimetype", "META-INF/manifest.xml", "content.xml"], id="тип запакован"),
        pytest.param(["content.xml", "META-INF/manifest.xml", "mimetype"], id="тип не первый"),
    ],
)
def test_text_of_libreoffice_packed_anew_is_known(names: list[str], tmp_path: Path) -> None:
    exhibit = opened(tmp_path, rezipped(names), "расписка.odt")
    assert exhibit.kind == "odt" and "Расписка 61RS0001" in text_of(exhibit)


FIRST_BYTES = {
    "Word 97": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "1Table".encode("utf-16-le"), "MS Word 97"),
    "Word 6": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "MS WinWord 6.0"),
    "RTF": (b"{\\rtf1", "Rich Text Format"),
    "Word": (b"PK\x03\x04", "MS Word 2007 XML"),
}


@pytest.mark.parametrize("case", FIRST_BYTES)
def test_filter_is_chosen_by_content(case: str) -> None:
    content, expected = FIRST_BYTES[case]
    assert filter_of(content) == expected


def test_every_format_is_laid_out_the_cold_way_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FILINGS_CONVERTER", "cold")
    for name, content in {"а.rtf": CYRILLIC_RTF, "а.odt": odt()}.items():
        assert "Расписка 61RS0001" in text_of(opened(tmp_path, content, name))


def test_every_page_is_there(tmp_path: Path) -> None:
    exhibit = opened(tmp_path, word(7), "дело.docx")
    assert exhibit.pages == 7 and "лист 7" in text_of(exhibit)


def test_old_word(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(word(2))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "doc", "--outdir", str(tmp_path), "a.docx"]
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True, timeout=90)
    exhibit = open_exhibit(tmp_path / "a.doc")
    assert (exhibit.kind, exhibit.pages) == ("doc", 2) and "Расписка" in text_of(exhibit)


def test_changes_and_remarks_are_noted(tmp_path: Path) -> None:
    tracked = b'<w:p><w:ins w:id="1" w:author="x"><w:r><w:t>NEW</w:t></w:r></w:ins></w:p><w:sectPr'
    content = changed(word(), "word/document.xml", lambda xml: xml.replace(b"<w:sectPr", tracked, 1))
    assert any("непринятые правки" in note for note in opened(tmp_path, content, "д.docx").notes)
    remark = odt("<text:p>x<office:annotation><text:p>тайное</text:p></office:annotation></text:p>")
    exhibit = opened(tmp_path, remark, "д.odt")
    assert any("Примечания" in note for note in exhibit.notes) and "тайное" not in text_of(exhibit)


BROKEN = {
    "обрезан": ("д.docx", lambda: word()[:-300], "повреждён"),
    "архив без текста": ("д.docx", lambda: changed(word(), "word/document.xml", lambda xml: b""), "повреждён"),
    "закрыт паролем, Word": (
        "д.docx",
        lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "EncryptedPackage".encode("utf-16-le"),
        "закрыт паролем",
    ),
    "закрыт паролем, ODT": ("д.odt", lambda: odt(manifest="<manifest:encryption-data/>"), "закрыт паролем"),
    "бомба": (
        "д.docx",
        lambda: changed(word(), "word/document.xml", lambda xml: xml + b" " * 300_000_000),
        "невозможного размера",
    ),
    "таблица ODS": ("д.ods", lambda: odt().replace(b"opendocument.text", b"opendocument.xxxx"), "сохраните как PDF"),
}


@pytest.mark.parametrize("case", BROKEN)
def test_what_cannot_be_laid_out_is_refused(case: str, tmp_path: Path) -> None:
    name, make, expected = BROKEN[case]
    assert expected in refusal(tmp_path, make(), name)


@pytest.fixture
def listener() -> Iterator[tuple[str, list[str]]]:
    """An address on this machine, and the requests that came to it."""
    asked: list[str] = []

    class Handler(http.server.BaseHTTPRequestHandler):
        def handle_one_request(self) -> None:
            asked.append(self.rfile.readline(200).decode(errors="replace"))

    server = http.server.HTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/a.png", asked
    server.shutdown()
    server.server_close()


def test_nothing_that_the_file_links_to_is_fetched(tmp_path: Path, listener: tuple[str, list[str]]) -> None:
    address, asked = listener
    secret = tmp_path / "secret.png"
    secret.write_bytes(encoded_as(picture(), "PNG"))
    for link in (address, secret.as_uri()):
        frame = f'<draw:frame svg:width="5cm" svg:height="5cm"><draw:image xlink:href="{link}"/></draw:frame>'
        assert "по ссылке" in refusal(tmp_path, linking_rtf("INCLUDEPICTURE", link), "д.rtf")
        by_odt = opened(tmp_path, odt(f"<text:p>Текст{frame}</text:p>"), "д.odt")
        assert (300, 400) not in rasters(by_odt.pdf)
        if has_landlock():  # past our own look at the file, LibreOffice follows the link and finds nothing
            bare = converter.to_pdf({"д": linking_rtf("INCLUDEPICTURE", link)}, 60, untrusted=True)["д"]
            assert (300, 400) not in rasters(bare)
    assert asked == []


def linking_rtf(field: str, link: str) -> bytes:
    return ("{\\rtf1 text {\\field{\\*\\fldinst " + field + f' "{link}"' + " \\\\d}{\\fldrslt x}}\\par}").encode()


def rasters(content: bytes) -> list[tuple[int, int]]:
    with pikepdf.open(io.BytesIO(content)) as made:
        streams = [one for one in made.objects if isinstance(one, pikepdf.Stream)]
        return [(int(one.Width), int(one.Height)) for one in streams if one.get("/Subtype") == "/Image"]


def has_landlock() -> bool:
    """Whether the kernel can take files away from a process, and the workers are of the kind that lets it."""
    return "ветвление" in converter.describe() and ctypes.CDLL(None).syscall(444, None, 0, 1) > 0
