"""Files made to exhaust the machine: a bomb of two gigabytes, a hundred thousand paragraphs, a disk without room."""

from __future__ import annotations

import io
import resource
import struct
import subprocess
import time
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path

import pytest
from converter_inputs import paper, text
from word_inputs import fill

from filings.documents import converter, package, pdf
from filings.documents.converter.pool import Pool
from filings.documents.exhibits import open_exhibit
from filings.documents.inspection import inspect
from filings.errors import ConversionError, FilingError, TemplateError

GIGABYTE = 1024**3
PIECE = 16 * 1024 * 1024


def deflated_zeros(size: int) -> bytes:
    """A deflate stream of so many zeros: one piece, flushed, over and over."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    piece = packer.compress(bytes(PIECE)) + packer.flush(zlib.Z_FULL_FLUSH)
    return piece * (size // PIECE) + packer.flush()


def bomb(says: int) -> bytes:
    """A Word file of 2 MB whose text unfolds to two gigabytes, and which `says` how many bytes that is."""
    parts = package.read(paper("Прошу"), "иск")
    body = parts.pop("word/document.xml")
    whole = io.BytesIO(package.write(parts | {"word/document.xml": body}))
    packed, name = deflated_zeros(2 * GIGABYTE), b"word/document.xml"
    with zipfile.ZipFile(whole) as archive:
        directory = archive.start_dir
    out = bytearray(whole.getvalue()[:directory])
    place = len(out)
    sizes = struct.pack("<IIIHH", 0, len(packed), says, len(name), 0)
    out += b"PK\x03\x04" + struct.pack("<HHHHH", 20, 0, 8, 0, 33) + sizes + name + packed
    start = len(out)
    count = 0
    with zipfile.ZipFile(whole) as archive:
        for entry in archive.infolist():
            if entry.filename.encode() != name:
                count += 1
                out += _listed(
                    entry.filename.encode(), entry.CRC, entry.compress_size, entry.file_size, entry.header_offset
                )
    out += _listed(name, 0, len(packed), says, place)
    out += b"PK\x05\x06" + struct.pack("<HHHHIIH", 0, 0, count + 1, count + 1, len(out) - start, start, 0)
    return bytes(out)


def _listed(name: bytes, crc: int, packed: int, size: int, place: int) -> bytes:
    head = struct.pack("<HHHHHHIIIHHHHHII", 20, 20, 0, 8, 0, 33, crc, packed, size, len(name), 0, 0, 0, 0, 0, place)
    return b"PK\x01\x02" + head + name


@pytest.fixture(params=[2 * GIGABYTE, 5000], ids=["называет свой размер", "лжёт о своём размере"])
def bombed(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Path]:
    """The bomb on the disk; it is over in a moment and takes no memory to speak of."""
    path = tmp_path / "бомба.docx"
    path.write_bytes(bomb(request.param))
    assert path.stat().st_size < 5 * 1024 * 1024
    before, began = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, time.monotonic()
    yield path
    assert time.monotonic() - began < 10
    assert (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) * 1024 < GIGABYTE / 4


def test_a_bomb_for_a_template_is_refused(bombed: Path) -> None:
    for use in (lambda: fill(bombed, {}), lambda: inspect(bombed.name, bombed.read_bytes(), {})):
        with pytest.raises(TemplateError, match=r"бомба\.docx"):
            use()


def test_a_bomb_that_is_uploaded_is_refused_by_name(bombed: Path) -> None:
    with pytest.raises(ConversionError, match="«бомба»"):
        pdf.convert({"бомба": bombed.read_bytes()}, untrusted=True)
    with pytest.raises(FilingError, match=r"бомба\.docx"):
        open_exhibit(bombed)


def paragraphs(count: int) -> bytes:
    """A sound Word file of so many short paragraphs."""
    parts = package.read(paper("конец"), "много")
    body = parts["word/document.xml"].decode()
    one = "<w:p><w:r><w:t>Ещё один абзац.</w:t></w:r></w:p>"
    return package.write(parts | {"word/document.xml": body.replace("<w:body>", "<w:body>" + one * count, 1).encode()})


def test_a_hundred_thousand_paragraphs_are_refused_by_name_and_hold_up_nobody() -> None:
    """It would be two thousand pages; whoever is next gets the paper meanwhile and afterwards."""
    pool = Pool(["zygote"], job_seconds=3)
    try:
        with pytest.raises(ConversionError, match="«много» не превратить в PDF: LibreOffice не закончил за 3 с"):
            pool.to_pdf({"много": paragraphs(100_000), "иск": paper("Прошу")}, 60)
        assert "Прошу" in text(pool.to_pdf({"иск": paper("Прошу")}, 60)["иск"])
    finally:
        pool.stop()


def test_a_hundred_thousand_paragraphs_are_looked_through_in_a_moment() -> None:
    began = time.monotonic()
    assert inspect("много", paragraphs(100_000), {}) == []
    assert time.monotonic() - began < 30


def test_many_pages_come_out_whole() -> None:
    pages = 60
    assert len(text(pdf.convert({"много": paragraphs(40 * pages)})["много"]).split("Ещё один абзац.")) == 40 * pages + 1


@pytest.fixture
def tiny_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A real disk of 64 KB for temporary files, full."""
    disk = tmp_path / "disk"
    disk.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(disk)]
    if subprocess.run(command, capture_output=True, check=False).returncode:
        pytest.skip("a disk can be mounted by root only")
    monkeypatch.setattr("tempfile.tempdir", str(disk))
    (disk / "ballast").write_bytes(bytes(64 * 1024))
    converter.stop()
    yield disk
    converter.stop()
    subprocess.run(["umount", "-l", str(disk)], check=True)


def test_a_full_disk_is_told_and_all_is_well_when_there_is_room(tiny_disk: Path) -> None:
    with pytest.raises(ConversionError, match="места"):
        pdf.convert({"иск": paper("Прошу")})
    assert [path.name for path in tiny_disk.iterdir()] == ["ballast"]
    (tiny_disk / "ballast").unlink()
    subprocess.run(["mount", "-o", "remount,size=200m", str(tiny_disk)], check=True)
    assert "Прошу" in text(pdf.convert({"иск": paper("Прошу")})["иск"])
    assert converter.describe().startswith("ветвление разогретого LibreOffice")
