"""Word into PDF with the real LibreOffice: what comes out is checked, what fails is told, nothing is left running."""

import io
import os
import subprocess
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import date

import pytest
from docx import Document
from PIL import Image
from pypdf import PdfReader

from filings.documents import package, pdf, soffice
from filings.errors import ConversionError

ON = date(2026, 11, 21)


def docx(*paragraphs, font="Times New Roman"):
    document = Document()
    document.styles["Normal"].font.name = font
    for text in paragraphs:
        document.add_paragraph(text)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def read(content):
    return PdfReader(io.BytesIO(content))


def program(folder, script, name="soffice"):
    """A program of the given name that stands first on PATH."""
    folder.mkdir(exist_ok=True)
    path = folder / name
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o755)
    return path


@pytest.fixture
def only_these_programs(tmp_path, monkeypatch):
    """A folder that stands first on PATH, for programs of the test; LibreOffice is started cold, from there."""
    monkeypatch.setenv("FILINGS_CONVERTER", "cold")
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")
    return folder


@pytest.fixture
def temporary(tmp_path, monkeypatch):
    """Where temporary folders of a cold conversion are made, to see that none is left."""
    monkeypatch.setenv("FILINGS_CONVERTER", "cold")
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(folder))
    return folder


def test_a_batch_comes_back_under_its_own_names(temporary):
    made = pdf.convert({"Иск о взыскании": docx("Прошу суд"), "../опись": docx("Опись")}, on=ON)
    assert list(made) == ["Иск о взыскании", "../опись"]
    assert "Прошу суд" in read(made["Иск о взыскании"]).pages[0].extract_text()
    assert "Опись" in read(made["../опись"]).pages[0].extract_text()
    assert not list(temporary.iterdir())


def test_nothing_to_convert():
    assert pdf.convert({}) == {}


def test_equal_documents_give_equal_bytes():
    first = pdf.convert({"иск": docx("Прошу суд")}, on=ON)
    time.sleep(1.1)  # a PDF is dated by the second
    assert first == pdf.convert({"иск": docx("Прошу суд")}, on=ON)


def test_the_pdf_carries_the_given_date_and_no_trace_of_its_making():
    reader = read(pdf.convert({"иск": docx("Прошу суд")}, on=ON)["иск"])
    assert reader.metadata["/CreationDate"] == "D:20261121000000Z"
    assert set(reader.metadata) <= {"/Title", "/CreationDate", "/ModDate"}
    assert "/Metadata" not in reader.root_object


def test_two_at_once(temporary):
    with ThreadPoolExecutor(3) as pool:
        made = list(pool.map(lambda n: pdf.convert({"дело": docx(f"дело № {n}")})["дело"], range(3)))
    assert [f"дело № {n}" in read(content).pages[0].extract_text() for n, content in enumerate(made)] == [True] * 3
    assert not list(temporary.iterdir())


def test_a_hanging_libreoffice_is_killed_with_its_children(only_these_programs, temporary, tmp_path):
    mark = tmp_path / "child"
    program(only_these_programs, f"sleep 300 & echo $! > {mark}\nwait")
    started = time.monotonic()
    with pytest.raises(ConversionError, match="не закончил за 1 с"):
        pdf.convert({"иск": docx("Прошу")}, timeout=1)
    assert time.monotonic() - started < 10
    assert not alive(int(mark.read_text()))
    assert not list(temporary.iterdir())


def alive(pid):
    """False also for a killed process that init has not collected yet."""
    for _ in range(20):
        state = subprocess.run(["ps", "-o", "stat=", "-p", str(pid)], capture_output=True, text=True).stdout.strip()
        if not state or state.startswith("Z"):
            return False
        time.sleep(0.1)
    return True


def test_a_hang_does_not_take_the_place_of_the_next(only_these_programs):
    hanging = program(only_these_programs, "sleep 300")
    for _ in range(3):
        with pytest.raises(ConversionError, match="не закончил"):
            pdf.convert({"иск": docx("Прошу")}, timeout=0.3)
    hanging.unlink()
    assert pdf.convert({"иск": docx("Прошу")})


def test_a_crashing_libreoffice_names_the_document(only_these_programs):
    program(only_these_programs, "kill -SEGV $$")
    with pytest.raises(ConversionError, match="не смог превратить «иск» в PDF"):
        pdf.convert({"иск": docx("Прошу")})


def test_a_libreoffice_that_lies_is_caught(only_these_programs):
    program(
        only_these_programs,
        'while [ "$1" != --outdir ]; do shift; done; mkdir -p "$2"; echo "%PDF-1.7 nothing" > "$2/0000.pdf"; exit 0',
    )
    with pytest.raises(ConversionError, match="получился испорченным"):
        pdf.convert({"иск": docx("Прошу")})


def test_an_absent_libreoffice_says_what_to_install(tmp_path, monkeypatch):
    monkeypatch.setenv("FILINGS_CONVERTER", "cold")
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(ConversionError, match=r"apt install .*libreoffice-writer-nogui"):
        pdf.convert({"иск": docx("Прошу")})
    with pytest.raises(ConversionError, match="fonts-liberation2"):
        pdf.font_report()


def test_a_foreign_font_for_times_is_reported(only_these_programs):
    program(only_these_programs, "printf 'DejaVu Sans'", "fc-match")
    with pytest.raises(ConversionError, match="Вместо «Times New Roman» будет «DejaVu Sans»"):
        pdf.font_report()


def test_what_the_doctor_asks():
    assert soffice.find_soffice().is_file()
    assert pdf.version()[0].isdigit()
    assert pdf.font_report().startswith("Liberation")


GARBAGE = {
    "пустой": b"",
    "случайные байты": bytes(range(256)) * 40,
    "текст": "Прошу суд".encode(),
    "HTML": b"<html><body><p>hello</p></body></html>",
    "обрезан": docx("Прошу суд")[:-600],
}


@pytest.mark.parametrize("content", list(GARBAGE.values()), ids=list(GARBAGE))
def test_garbage_named_docx_is_refused(content):
    with pytest.raises(ConversionError, match="«иск»"):
        pdf.convert({"иск": content})


def test_a_good_document_beside_a_broken_one_is_not_let_out():
    parts = package.read(docx("Прошу"), "иск")
    parts["word/document.xml"] = parts["word/document.xml"].replace(b"</w:p>", b"")
    with pytest.raises(ConversionError, match="не смог превратить «плохой»"):
        pdf.convert({"хороший": docx("Прошу"), "плохой": package.write(parts)})


def test_a_page_in_a_foreign_font_only_is_refused():
    with pytest.raises(ConversionError, match="чужим шрифтом"):
        pdf.convert({"иск": docx("Прошу суд", font="DejaVu Sans")})


def test_a_rare_sign_may_bring_its_font():
    assert pdf.convert({"иск": docx("Прошу суд 😀")})


@pytest.mark.parametrize("linked", [False, True], ids=["вложена", "ссылка на файл"])
def test_a_linked_picture_of_this_machine_is_not_taken_in(tmp_path, linked):
    """The embedded picture is the control: it shows that the check can see one."""
    picture = tmp_path / "secret.png"
    Image.new("RGB", (40, 40), "red").save(picture)
    document = Document(io.BytesIO(docx("Прошу суд")))
    document.add_picture(str(picture))
    out = io.BytesIO()
    document.save(out)
    content = out.getvalue()
    if linked:
        parts = package.read(content, "иск")
        parts["word/document.xml"] = parts["word/document.xml"].replace(b"r:embed=", b"r:link=")
        rels = parts["word/_rels/document.xml.rels"].decode()
        rels = rels.replace('Target="media/image1.png"', f'Target="{picture.as_uri()}" TargetMode="External"')
        parts["word/_rels/document.xml.rels"] = rels.encode()
        content = package.write(parts)
    images = read(pdf.convert({"иск": content})["иск"]).pages[0].images
    colours = {image.image.convert("RGB").getpixel((5, 5)) for image in images}
    assert ((255, 0, 0) in colours) is not linked
