"""The house itself: what is installed and what works."""

from __future__ import annotations

import sys
from collections.abc import Callable

import click

from filings.catalogue import kinds
from filings.commands.speech import Command
from filings.documents.converter import describe
from filings.documents.pdf import convert
from filings.documents.soffice import find_soffice, font_report, version
from filings.errors import FilingError


@click.command("doctor", cls=Command)
def doctor() -> None:
    """Что установлено, чем делается PDF, чего не хватает и где это взять."""
    failed: FilingError | None = None
    for title, look in _CHECKS:
        try:
            click.echo(f"✓ {title}: {look()}")
        except FilingError as error:
            click.echo(f"✗ {title}: {error.message}")
            failed = failed or error
    if failed:
        sys.exit(failed.exit_code)


def _python() -> str:
    return f"{sys.version_info.major}.{sys.version_info.minor}.{sys.version_info.micro}"


def _soffice() -> str:
    return f"{version()}, {find_soffice()}"


def _sample() -> str:
    from io import BytesIO

    from docx import Document  # the library is slow to load and nobody else here needs it

    paper = BytesIO()
    document = Document()
    document.add_paragraph("Проверка: съешь ещё этих мягких французских булок").style.font.name = "Times New Roman"
    document.save(paper)
    return f"образец собран, {len(convert({'образец': paper.getvalue()})['образец']) // 1024} КБ"


_CHECKS: tuple[tuple[str, Callable[[], str]], ...] = (
    ("Python", _python),
    ("LibreOffice Writer", _soffice),
    ("Шрифт вместо Times New Roman", font_report),
    ("Word в PDF", describe),
    ("Проба", _sample),
    ("Документов в каталоге", lambda: str(len(kinds()))),
)
