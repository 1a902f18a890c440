"""Clauses of ISO 19005-2 (PDF/A-2, level B) that can be told from the file alone, written apart from what makes it.

No validator: fonts are not drawn, and content is looked at for its colours alone. It is what a change of ours or of
LibreOffice could break without being seen.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from io import BytesIO

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, Stream

_STREAM = re.compile(rb"/Length (\d+)(?: [^>]*|/[^>]*)*>>\s*stream\r?\n", re.DOTALL)
_EXTERNAL = ("/F", "/FFilter", "/FDecodeParms")
_FORBIDDEN_ACTIONS = {
    *("/Launch", "/Sound", "/Movie", "/ResetForm", "/ImportData", "/Hide", "/SetOCGState", "/Rendition"),
    *("/Trans", "/GoTo3DView", "/JavaScript"),
}
_NAMED_ACTIONS = {"/NextPage", "/PrevPage", "/FirstPage", "/LastPage"}
_BLENDS = {
    *("/Normal", "/Compatible", "/Multiply", "/Screen", "/Overlay", "/Darken", "/Lighten", "/ColorDodge"),
    *("/ColorBurn", "/HardLight", "/SoftLight", "/Difference", "/Exclusion", "/Hue", "/Saturation", "/Color"),
    "/Luminosity",
}
_FORBIDDEN_ROOT = ("/AA", "/OCProperties", "/NeedsRendering", "/Requirements", "/Perms", "/Threads")
_PRINT = 4
Clause = Callable[[bytes, Pdf], Iterator[str]]


def breaches(content: bytes) -> list[str]:
    """«6.1.3 …» for every clause that the file breaks; empty when none is."""
    with pikepdf.open(BytesIO(content)) as document:
        return [said for clause in CLAUSES for said in clause(content, document)]


def _file(content: bytes, document: Pdf) -> Iterator[str]:
    if not re.match(rb"%PDF-1\.[1-7]\r?\n%[\x80-\xff]{4}", content):
        yield "6.1.2 header"
    if document.is_encrypted or "/ID" not in document.trailer:
        yield "6.1.3 trailer"
    if not re.search(rb"%%EOF\r?\n?\Z", content):
        yield "6.1.3 something after the end"
    for promised in _STREAM.finditer(content):
        end = promised.end() + int(promised[1])
        if not re.match(rb"\r?\n?endstream", content[end : end + 11]):
            yield "6.1.7.1 length of a stream"
        if content[end - 1 : end] == b"\r":
            yield "6.1.7.1 end of a stream in doubt"


def _streams(_: bytes, document: Pdf) -> Iterator[str]:
    for one in _all(document, Stream):
        filters = one.get("/Filter", Array())
        names = {str(name) for name in (filters if isinstance(filters, Array) else [filters])}
        if "/LZWDecode" in names or "/Crypt" in names:
            yield "6.1.7.2 filter"
        if any(key in one for key in _EXTERNAL):
            yield "6.1.7.1 data outside the file"


def _colours(_: bytes, document: Pdf) -> Iterator[str]:
    intents = [one for one in document.Root.get("/OutputIntents", []) if one.get("/S") == Name.GTS_PDFA1]
    profiles = [one.get("/DestOutputProfile") for one in intents]
    if len(profiles) != 1 or not isinstance(profiles[0], Stream):
        yield "6.2.3 output intent"
        return
    head = profiles[0].read_bytes()[:40]
    if head[16:20] != b"RGB " or head[12:16] not in (b"mntr", b"prtr") or head[36:40] != b"acsp" or profiles[0].N != 3:
        yield "6.2.3 profile of colours"
    for page in document.pages:
        operators = {str(step.operator) for step in pikepdf.parse_content_stream(page)}
        if operators & {"k", "K"}:
            yield "6.2.4.3 CMYK under an RGB profile"


def _pictures(_: bytes, document: Pdf) -> Iterator[str]:
    for one in _all(document, Stream):
        if one.get("/Subtype") == Name.Image and ("/Alternates" in one or one.get("/Interpolate")):
            yield "6.2.8 picture"
        if one.get("/Subtype") in (Name.Image, Name.Form) and ("/OPI" in one or "/PS" in one or "/Ref" in one):
            yield "6.2.9 form"
    for one in _all(document, Dictionary):
        if one.get("/Type") == Name.ExtGState and ("/TR" in one or "/HTP" in one):
            yield "6.2.5 transfer"
        if isinstance(blend := one.get("/BM"), Name) and str(blend) not in _BLENDS:
            yield "6.2.10 blend mode"


def _fonts(_: bytes, document: Pdf) -> Iterator[str]:
    for one in _all(document, Dictionary):
        if one.get("/Type") != Name.Font or one.get("/Subtype") in (Name.Type0, Name.Type3):
            continue
        described = one.get("/FontDescriptor", Dictionary())
        if not any(isinstance(described.get(key), Stream) for key in ("/FontFile", "/FontFile2", "/FontFile3")):
            yield f"6.2.11.4 {one.get('/BaseFont')} is not in the file"
        if one.get("/Subtype") == Name.CIDFontType2 and "/CIDToGIDMap" not in one:
            yield f"6.2.11.3 {one.get('/BaseFont')} has no map of glyphs"
        if one.get("/Subtype") == Name.TrueType and not int(described.get("/Flags", 0)) & 4 and "/Encoding" not in one:
            yield f"6.2.11.6 {one.get('/BaseFont')} has no encoding"
    for page in document.pages:
        for font in page.obj.get("/Resources", Dictionary()).get("/Font", Dictionary()).as_dict().values():
            if not isinstance(font.get("/ToUnicode"), Stream):
                yield f"6.2.11.7 {font.get('/BaseFont')} cannot be read as text"


def _marks(_: bytes, document: Pdf) -> Iterator[str]:
    for page in document.pages:
        for mark in page.obj.get("/Annots", []):
            if mark.get("/Subtype") in (Name.Sound, Name.Movie, Name.Screen, Name("/3D")):
                yield "6.3.1 mark"
            elif mark.get("/Subtype") not in (Name.Link, Name.Popup) and "/AP" not in mark:
                yield "6.3.3 mark without a picture"
            if not int(mark.get("/F", 0)) & _PRINT:
                yield "6.3.2 mark that does not print"


def _actions(_: bytes, document: Pdf) -> Iterator[str]:
    for one in _all(document, Dictionary):
        action = str(one.get("/S", ""))
        if action in _FORBIDDEN_ACTIONS or (action == "/Named" and str(one.get("/N")) not in _NAMED_ACTIONS):
            yield f"6.5.1 action {action}"
        if one.get("/Type") in (Name.Page, Name.Catalog) and "/AA" in one:
            yield "6.5.2 action by itself"
        if "/EF" in one:
            yield "6.8 attached file"
    form = document.Root.get("/AcroForm", Dictionary())
    if form.get("/NeedAppearances") or "/XFA" in form:
        yield "6.4 form"
    yield from (f"6.1 catalogue {key}" for key in _FORBIDDEN_ROOT if key in document.Root)


def _metadata(_: bytes, document: Pdf) -> Iterator[str]:
    stored = document.Root.get("/Metadata")
    if not isinstance(stored, Stream) or stored.get("/Type") != Name.Metadata or stored.get("/Subtype") != Name.XML:
        yield "6.6.2.1 metadata"
        return
    head = stored.read_bytes().partition(b"?>")[0]
    if b" bytes=" in head or b" encoding=" in head:
        yield "6.6.2.1 head of the metadata"
    with document.open_metadata() as said:
        if said.pdfa_status not in ("2A", "2B", "2U"):
            yield "6.6.4 its own word"
        info = document.docinfo
        pairs = (said.get("dc:title"), info.get("/Title")), ((said.get("dc:creator") or [""])[0], info.get("/Author"))
        if any(str(one or "") != str(other or "") for one, other in pairs):
            yield "6.6.3 metadata and properties differ"


def _structure(_: bytes, document: Pdf) -> Iterator[str]:
    """Of level A, which is not claimed: readers aloud stumble over it all the same."""
    roles = document.Root.get("/StructTreeRoot", Dictionary()).get("/RoleMap", Dictionary())
    yield from (f"6.7.3.4 role {role} of itself" for role, meaning in roles.items() if meaning == Name(role))


def _all(document: Pdf, kind: type) -> list:
    return [one for one in document.objects if isinstance(one, kind)]


CLAUSES: tuple[Clause, ...] = (
    *(_file, _streams, _colours, _pictures, _fonts, _marks, _actions, _metadata, _structure),
)  # fmt: skip
