"""A fourth kind is three files in a folder and no edit of the project."""

import json
from pathlib import Path

import pypdf
from outcome import Outcome

from filings.catalogue import EXTRA_FOLDERS
from filings.documents.word_text import text_of


def test_a_kind_in_a_folder_of_its_own_goes_the_whole_way(filings, toy_kind, tmp_path, photo, contract) -> None:
    answers, out = tmp_path / "a.yaml", tmp_path / "out"
    assert toy_kind in filings("list").out
    assert "Что случилось" in filings("show", toy_kind).out
    assert json.loads(filings("schema", toy_kind).out)["properties"]["story"]["x-ru"] == "рассказ"
    assert filings("sample", toy_kind, "-o", answers).code == 0
    assert filings("check", toy_kind, answers, "--on", "2026-11-22") == Outcome(0, "Ответы в порядке.\n", "")
    assert filings("lint", "--kind", toy_kind).code == 0
    made = filings("assemble", toy_kind, answers, "-o", out, "--exhibit", photo, "--exhibit", f"Договор={contract}")
    assert made.code == 0, made.err
    assert sorted(path.name for path in out.iterdir()) == [
        "copies.pdf",
        "manifest.json",
        "next_steps.pdf",
        "packet.pdf",
        "postal_inventory.pdf",
        f"{toy_kind}.docx",
    ]
    _the_packet_is_right(out)
    assert "Цена игрушки: 1\u00a0250,50\u00a0руб." in text_of((out / f"{toy_kind}.docx").read_bytes())


def _the_packet_is_right(out: Path) -> None:
    pages = [page.extract_text() for page in pypdf.PdfReader(out / "packet.pdf").pages]
    manifest = json.loads((out / "manifest.json").read_text(encoding="utf-8"))
    assert len(pages) == manifest["pages"] == 5
    assert [part["first_page"] for part in manifest["parts"]] == [1, 2, 3, 4]
    assert "Опись документов" in pages[0] and "Приложение № 2. Договор" in " ".join(pages[0].split())
    assert "Приложение № 1, лист 1" in " ".join(pages[2].split())
    assert "Приложение № 2, лист 2" in " ".join(pages[4].split())
    assert "Contract, page 2" in pages[4]


def test_the_second_run_gives_the_same_bytes(filings, toy_kind, tmp_path, photo) -> None:
    answers = tmp_path / "a.yaml"
    filings("sample", toy_kind, "-o", answers)
    for out in ("one", "two"):
        assert filings("assemble", toy_kind, answers, "-o", tmp_path / out, "--exhibit", photo).code == 0
    for path in (tmp_path / "one").iterdir():
        assert path.read_bytes() == (tmp_path / "two" / path.name).read_bytes(), path.name


def test_a_kind_begun_by_the_command_works_at_once(filings, tmp_path, monkeypatch) -> None:
    folder = tmp_path / "kinds"
    made = filings("new", "toys/tin_soldier", "--into", folder)
    assert made.code == 0 and len(made.out.split()) == 3
    monkeypatch.setenv(EXTRA_FOLDERS, str(folder))
    assert filings("sample", "tin_soldier", "-o", tmp_path / "a.yaml").code == 0
    assert filings("lint", "--kind", "tin_soldier").code == 0
    assert filings("assemble", "tin_soldier", tmp_path / "a.yaml", "-o", tmp_path / "out").code == 0


def test_a_kind_is_not_begun_twice(filings, tmp_path) -> None:
    assert filings("new", "toys/tin_soldier", "--into", tmp_path).code == 0
    again = filings("new", "toys/tin_soldier", "--into", tmp_path)
    assert again.code == 2 and "уже есть" in again.err
    assert filings("new", "Игрушка", "--into", tmp_path).code == 2
