"""What several tests share: the command line run in this process, a toy kind, files to attach."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

sys.path.insert(0, str(Path(__file__).parent))

from outcome import Outcome
from toy import make_toy_kind

from filings.catalogue import EXTRA_FOLDERS
from filings.cli import run


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--accept", action="store_true", help="Rewrite the golden texts; read the diff before committing.")


@pytest.fixture
def filings(capsys: pytest.CaptureFixture[str]) -> Callable[..., Outcome]:
    """Run one command line: `filings("check", "wage_claim", path)`."""

    def call(*words: object) -> Outcome:
        capsys.readouterr()
        code = run([str(word) for word in words])
        captured = capsys.readouterr()
        return Outcome(code, captured.out, captured.err)

    return call


@pytest.fixture
def toy_kind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A fourth kind in a temporary folder; returns its name."""
    folder = make_toy_kind(tmp_path / "kinds")
    monkeypatch.setenv(EXTRA_FOLDERS, str(folder))
    return "toy_request"


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    path = tmp_path / "photo.jpg"
    Image.effect_noise((800, 600), 40).convert("RGB").save(path)
    return path


@pytest.fixture
def contract(tmp_path: Path) -> Path:
    path = tmp_path / "contract.pdf"
    canvas = Canvas(str(path), pagesize=(595, 842))
    for number in (1, 2):
        canvas.drawString(100, 700, f"Contract, page {number}")
        canvas.showPage()
    canvas.save()
    return path
