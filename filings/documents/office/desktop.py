"""One document through LibreOffice by UNO, from bytes to bytes: nothing touches the disk."""

from __future__ import annotations

import uno
from com.sun.star.beans import PropertyValue
from formats import RTF, filter_of

_READ_ONLY = {
    "Hidden": True,
    "ReadOnly": True,
    "UpdateDocMode": 0,  # never: links are not followed
    "MacroExecutionMode": 0,  # never
}
# Nothing is read there. What comes from a stream without an address is trusted, and its links to files are followed.
_ADDRESS = "file:///untrusted/document.docx"
# Destinations tell where each of several joined documents begins.
_EXPORT = {
    "UseTaggedPDF": False,
    "ExportBookmarks": False,
    "ExportFormFields": False,
    "ExportBookmarksToPDFDestination": True,
}
# PDF/A-2b with the structure of the text; twice as large, and nothing of it outlives the binding of a packet.
_ARCHIVAL = {"SelectPdfVersion": 2, "UseTaggedPDF": True, "ExportBookmarks": True, "ExportFormFields": False}


class NotLoadable(Exception):
    """LibreOffice says that this is not a document it can lay out."""


def _properties(values):
    return tuple(PropertyValue(Name=name, Value=value) for name, value in values.items())


def _place_again(document):
    """Has every paragraph placed once more, from where all of them stand.

    Before it lays out, LibreOffice 7.4 turns the page after every 25 paragraphs (20 when there are many), then draws
    back what has room. What is drawn back does not see whether the next paragraph follows, so that «keep with next»
    counts for nothing: «ПРОШУ:» stayed at the foot of a page, a signature went alone. A change of the style on which
    all others rest has everything placed anew; it is undone at once.
    """
    style = document.StyleFamilies.getByName("ParagraphStyles").getByName("Standard")
    lines = style.ParaOrphans
    style.ParaOrphans = 2 if lines != 2 else 3
    style.ParaOrphans = lines


class Desktop:
    """The desktop of one LibreOffice, in this very process or behind a pipe."""

    def __init__(self, context):
        self._context = context
        self._desktop = self._make("com.sun.star.frame.Desktop")

    def _make(self, service):
        return self._context.ServiceManager.createInstanceWithContext(service, self._context)

    def to_pdf(self, docx, archival=False):
        """PDF of a .docx, .doc, .rtf or .odt; NotLoadable when LibreOffice refuses it."""
        try:
            document = self._load(docx)
            try:
                _place_again(document)
                return self._export(document, _ARCHIVAL if archival else _EXPORT)
            finally:
                document.close(True)
        except uno.getClass("com.sun.star.lang.DisposedException"):
            raise  # LibreOffice behind the pipe has gone, and so should its worker
        except uno.getClass("com.sun.star.uno.Exception") as refusal:
            raise NotLoadable(str(refusal.Message)) from None

    def _load(self, docx):
        source = self._make("com.sun.star.io.SequenceInputStream")
        source.initialize((uno.ByteSequence(docx),))
        chosen = filter_of(docx)
        # LibreOffice 7.4 prints no RTF that it has opened to read only: «Class:Access».
        wanted = dict(_READ_ONLY, InputStream=source, FilterName=chosen, ReadOnly=chosen != RTF)
        document = self._desktop.loadComponentFromURL(_ADDRESS, "_blank", 0, _properties(wanted))
        if document is None:
            raise NotLoadable("no document")
        return document

    def _export(self, document, wish):
        target = self._make("com.sun.star.io.SequenceOutputStream")
        options = uno.Any("[]com.sun.star.beans.PropertyValue", _properties(wish))
        wanted = {"FilterName": "writer_pdf_Export", "FilterData": options, "OutputStream": target}
        document.storeToURL("private:stream", _properties(wanted))
        return target.getWrittenBytes().value

    def settle(self):
        """Ends the thread that writes the settings a second after they change: with it nothing may be forked."""
        self._context.getValueByName("/singletons/com.sun.star.configuration.theDefaultProvider").flush()
