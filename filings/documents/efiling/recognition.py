"""Text under a scan, by tesseract where it is installed: the page looks as before, its words can be copied."""

from __future__ import annotations

import io
import os
import shutil
import subprocess
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cache

import pikepdf
from pikepdf import Rectangle

from filings.documents import reading_room
from filings.errors import FilingError

INSTALL = "apt install --no-install-recommends tesseract-ocr tesseract-ocr-rus"
_LANGUAGES = ("rus", "eng")
_DPI = 300
_SECONDS = 120


@cache
def languages() -> tuple[str, ...]:
    """What tesseract reads here, of Russian and English; empty when it is absent or knows no Russian."""
    if not shutil.which("tesseract"):
        return ()
    try:
        told = subprocess.run(["tesseract", "--list-langs"], capture_output=True, text=True, timeout=30, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return ()
    known = told.stdout.split()
    return tuple(name for name in _LANGUAGES if name in known) if "rus" in known else ()


def recognise(title: str, pdf: bytes, pages: Sequence[int]) -> bytes:
    """The same PDF with unseen text over each of `pages` (counted from 0); FilingError when a page takes too long."""
    with ThreadPoolExecutor(max(1, os.cpu_count() or 1)) as threads:
        texts = list(threads.map(lambda number: _text_of(title, pdf, number), pages))
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        for number, text in zip(pages, texts, strict=True):
            with pikepdf.open(io.BytesIO(text)) as unseen:
                page = opened.pages[number]
                # Turned back at once: the text was read from the page as it is shown.
                page.add_overlay(unseen.pages[0], Rectangle(page.mediabox), expand=True)
        encoded = io.BytesIO()
        opened.save(encoded, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
        return encoded.getvalue()


def _text_of(title: str, pdf: bytes, number: int) -> bytes:
    """A PDF of one page that holds nothing but the words of the page, unseen, each in its place."""
    _, picture = reading_room.ask("picture", pdf, page=number, dpi=_DPI)
    command = ["tesseract", "-", "-", "-l", "+".join(languages()), "-c", "textonly_pdf=1", "pdf"]
    # One thread each: the pages themselves are read side by side.
    environment = {"PATH": os.environ.get("PATH", os.defpath), "OMP_THREAD_LIMIT": "1", "LC_ALL": "C.UTF-8"}
    try:
        read = subprocess.run(command, input=picture, capture_output=True, timeout=_SECONDS, env=environment)
    except subprocess.TimeoutExpired as mistake:
        raise _failed(title, number) from mistake
    if read.returncode or not read.stdout.startswith(b"%PDF"):
        raise _failed(title, number)
    return read.stdout


def _failed(title: str, number: int) -> FilingError:
    return FilingError(
        f"Текст на листе {number + 1} документа «{title}» распознать не удалось."
        " Соберите папку без распознавания или отсканируйте лист ровнее."
    )
