"""A fourth kind is three files in a folder and no edit of the project."""

import json
import subprocess
import sys
from pathlib import Path

import pypdf
import pytest
from outcome import Outcome

from filings.catalogue import EXTRA_FOLDERS
from filings.commands.scaffold import BASES
from filings.documents.word_text import text_of

ROOT = Path(__file__).parent.parent


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


@pytest.mark.parametrize("base", BASES)
def test_a_kind_begun_by_the_command_works_at_once(base, filings, tmp_path, monkeypatch) -> None:
    folder, out = tmp_path / "kinds", tmp_path / "out"
    made = filings("new", "toys/tin_soldier", "--base", base, "--into", folder)
    assert made.code == 0 and len(made.out.split()) == 3
    monkeypatch.setenv(EXTRA_FOLDERS, str(folder))
    assert filings("sample", "tin_soldier", "-o", tmp_path / "a.yaml").code == 0
    checked = filings("check", "tin_soldier", tmp_path / "a.yaml", "--on", "2026-11-22")
    assert checked == Outcome(0, "Ответы в порядке.\n", "")
    assert filings("lint", "--kind", "tin_soldier").code == 0
    assert filings("assemble", "tin_soldier", tmp_path / "a.yaml", "-o", out, "--on", "2026-11-22").code == 0
    text = text_of((out / "tin_soldier.docx").read_bytes())
    assert _FIRST_WORDS[base] in text and "ПРОШУ:" in text and "Кулибина" in text


_FIRST_WORDS = {
    "petition": "ЗАЯВЛЕНИЕ",
    "claim": "Цена иска: 42\u00a0000,00\u00a0руб.",
    "order": "Взыскатель: Кулибина",
    "pending": "Дело: №\u00a02-1843/2026",
}


@pytest.mark.parametrize("base", BASES)
def test_what_is_begun_is_as_tidy_as_the_project(base, filings, tmp_path) -> None:
    assert filings("new", "toys/tin_soldier", "--base", base, "--into", tmp_path).code == 0
    schema = tmp_path / "schemas" / "toys" / "tin_soldier.py"
    ruff = [Path(sys.executable).with_name("ruff"), "--config", ROOT / "pyproject.toml"]
    for task in (["check"], ["format", "--check"]):
        told = subprocess.run([ruff[0], *task, *ruff[1:], "--no-cache", schema], capture_output=True, text=True)
        assert told.returncode == 0, told.stdout


def test_a_base_that_there_is_not_is_refused(filings, tmp_path) -> None:
    refused = filings("new", "toys/tin_soldier", "--base", "appeal", "--into", tmp_path)
    assert refused.code == 2 and not list(tmp_path.iterdir())


def test_a_kind_is_not_begun_twice(filings, tmp_path) -> None:
    assert filings("new", "toys/tin_soldier", "--into", tmp_path).code == 0
    again = filings("new", "toys/tin_soldier", "--into", tmp_path)
    assert again.code == 2 and "уже есть" in again.err
    assert filings("new", "Игрушка", "--into", tmp_path).code == 2
