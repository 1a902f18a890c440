"""Which input filter of LibreOffice a document is laid out with: told by its first bytes, never guessed.

Text or HTML named .docx must be refused.
"""

from __future__ import annotations

WORD = "MS Word 2007 XML"
RTF = "Rich Text Format"
_ODT_MARK = b"mimetypeapplication/vnd.oasis.opendocument.text"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# MS-DOC, 2.1.2: since Word 97 a stream of tables stands beside the text; files of Word 6 and 95 have none.
_TABLES = tuple(name.encode("utf-16-le") for name in ("0Table", "1Table"))
# What a file of each filter is called.
ENDINGS = {WORD: ".docx", RTF: ".rtf", "MS Word 97": ".doc", "MS WinWord 6.0": ".doc", "writer8": ".odt"}


def filter_of(content: bytes) -> str:
    """The one input filter for a document of these first bytes."""
    if content.startswith(b"{\\rtf"):
        return RTF
    if content.startswith(_OLE):
        return "MS Word 97" if any(name in content for name in _TABLES) else "MS WinWord 6.0"
    return "writer8" if _ODT_MARK in content[:200] else WORD
