"""The calculation as a file to attach: Word and PDF, made from the same address as the page."""

from __future__ import annotations

import io
import threading

from flask import Blueprint, redirect, request, send_file
from werkzeug.wrappers import Response

from filings.documents import pdf as converter
from filings.documents.standalone_calculation import standalone_calculation
from filings.errors import AnswersError, ConversionError, LegalValueMissing
from web.calculators.answering import concluded, given_in_words
from web.calculators.pages import address_of, known, raw_of_address
from web.clock import today

pages = Blueprint("calculator_files", __name__, url_prefix="/calculators/<name>")

# LibreOffice works on two at a time; those who wait hold a thread each, and others still want their pages.
_WAITING = threading.BoundedSemaphore(4)
_PATIENCE_SECONDS = 15
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@pages.get("/calculation.docx")
def word(name: str):
    """The calculation as Word; wrong numbers lead back to the page that says what is wrong."""
    try:
        title, content = _document(name)
    except (AnswersError, LegalValueMissing):
        return _back(name)
    return send_file(io.BytesIO(content), mimetype=_WORD, download_name=f"{title}.docx", as_attachment=True)


@pages.get("/calculation.pdf")
def pdf(name: str):
    """The calculation as PDF."""
    try:
        title, content = _document(name)
    except (AnswersError, LegalValueMissing):
        return _back(name)
    return send_file(io.BytesIO(_converted(title, content)), download_name=f"{title}.pdf", as_attachment=True)


def _document(name: str) -> tuple[str, bytes]:
    rule = known(name)
    given, conclusion = concluded(rule, raw_of_address(rule), today())
    return rule.title, standalone_calculation(conclusion, given_in_words(rule, given), on=today())


def _converted(title: str, content: bytes) -> bytes:
    if not _WAITING.acquire(timeout=_PATIENCE_SECONDS):
        raise ConversionError("Сейчас готовится много документов. Попробуйте через минуту или скачайте Word.")
    try:
        return converter.convert({title: content}, on=today())[title]
    finally:
        _WAITING.release()


def _back(name: str) -> Response:
    return redirect(address_of(known(name), list(request.args.items(multi=True))))
