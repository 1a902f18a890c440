"""Word into PDF: the one door to LibreOffice. Every PDF is checked before it is let out."""

from collections.abc import Mapping
from datetime import date

from filings.documents import converter, package
from filings.documents.joined import Sheaf
from filings.documents.printed import finish, finish_joined
from filings.documents.soffice import find_soffice, font_report, version
from filings.errors import ConversionError, TemplateError

__all__ = ["convert", "convert_joined", "find_soffice", "font_report", "version"]


def convert(
    documents: Mapping[str, bytes],
    *,
    timeout: float = 60,
    on: date | None = None,
    untrusted: bool = False,
    archival: bool = False,
) -> dict[str, bytes]:
    """PDF of every .docx, under the same names and side by side; all of them or ConversionError.

    `timeout` is in seconds, for the whole batch. `on` is the date written into the PDFs (none is written without it);
    the same documents give the same bytes. `untrusted` is for files that people bring: each in a worker of its own.
    `archival` makes PDF/A-2b, tagged, with title, author and language: for a document that is handed in by itself.
    It takes a tenth longer and twice the bytes, and would not outlive the binding of a packet.
    """
    if not documents:
        return {}
    for name, docx in documents.items():
        _refuse_garbage(name, docx)
    made = converter.to_pdf(documents, timeout, untrusted=untrusted, archival=archival)
    return {name: finish(name, made.get(name), on, archival=archival) for name in documents}


def convert_joined(sheaf: Sheaf, *, timeout: float = 60, on: date | None = None) -> list[bytes]:
    """The same of documents of one style, in one go and in their order; all of them or ConversionError."""
    name = ", ".join(sheaf.documents)
    made = converter.to_pdf({name: sheaf.joined()}, timeout)
    return finish_joined(list(sheaf.documents), made.get(name), on)


def _refuse_garbage(name: str, docx: bytes) -> None:
    """LibreOffice lays out an empty file as a blank page and random bytes as four pages of signs."""
    try:
        package.read(docx, name)
    except TemplateError as error:
        raise ConversionError(error.message) from error
