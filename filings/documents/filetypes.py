"""What a file is, told by its content; the name may only agree.

A name that says one thing about a content that is another is refused: either the file was renamed by mistake, or
somebody hopes that it will be read as what it is not.
"""

import io
import zipfile
import zlib
from pathlib import Path

from filings.errors import ExhibitError

ACCEPTED = {
    "pdf": ("PDF", {"pdf"}),
    "jpeg": ("картинка JPEG", {"jpg", "jpeg", "jpe", "jfif"}),
    "png": ("картинка PNG", {"png"}),
    "heic": ("снимок HEIC", {"heic", "heif", "hif"}),
    "tiff": ("картинка TIFF", {"tif", "tiff"}),
    "webp": ("картинка WebP", {"webp"}),
    "bmp": ("картинка BMP", {"bmp", "dib"}),
    "gif": ("картинка GIF", {"gif"}),
    "docx": ("документ Word", {"docx", "docm", "dotx", "dotm"}),
    "doc": ("документ Word 97–2003", {"doc", "dot"}),
    "rtf": ("документ RTF", {"rtf"}),
    "odt": ("текст LibreOffice", {"odt", "ott"}),
}
WORD = frozenset({"docx", "doc", "rtf", "odt"})
_PRINT = "Откройте его, выберите «Печать» → «Сохранить как PDF» и приложите то, что получилось."
_SAVE_AS_PDF = "Откройте его и сохраните как PDF («Файл» → «Сохранить как» → PDF)."
_UNPACK = "Распакуйте его и приложите каждый документ отдельно."
_SCREENSHOT = "Приложите снимки экрана, а саму запись передайте суду на носителе."
REFUSED = {
    "xlsx": ("таблица Excel", {"xlsx", "xls", "xlsm", "csv"}, _SAVE_AS_PDF),
    "pptx": ("презентация PowerPoint", {"pptx", "ppt", "pps"}, _SAVE_AS_PDF),
    "odf": ("таблица, рисунок или презентация LibreOffice", {"ods", "odp", "odg"}, _SAVE_AS_PDF),
    "ole": ("документ старого Microsoft Office", {"msg"}, _SAVE_AS_PDF),
    "ps": ("файл PostScript", {"ps", "eps", "ai"}, _SAVE_AS_PDF),
    "svg": ("рисунок SVG", {"svg", "svgz"}, _PRINT),
    "html": ("страница сайта", {"html", "htm", "mht", "mhtml"}, _PRINT),
    "zip": ("архив", {"zip", "rar", "7z", "gz", "tar", "sig", "p7s"}, _UNPACK),
    "avif": ("картинка AVIF", {"avif"}, "Сохраните её как JPEG или PNG."),
    "media": ("видео или звук", {"mp4", "mov", "avi", "mkv", "mp3", "m4a", "ogg", "wav", "amr", "opus"}, _SCREENSHOT),
    "xml": ("файл XML", {"xml"}, _PRINT),
    "text": ("простой текст", {"txt", "eml", "log", "md"}, _SAVE_AS_PDF),
}
_STARTS = (
    (b"\xff\xd8\xff", "jpeg"),
    (b"\x89PNG\r\n\x1a\n", "png"),
    (b"II*\x00", "tiff"),
    (b"MM\x00*", "tiff"),
    (b"II+\x00", "tiff"),
    (b"MM\x00+", "tiff"),
    (b"GIF87a", "gif"),
    (b"GIF89a", "gif"),
    (b"{\\rtf", "rtf"),
    (b"%!PS", "ps"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "ole"),
    (b"Rar!", "zip"),
    (b"7z\xbc\xaf'\x1c", "zip"),
    (b"\x1f\x8b", "zip"),
    (b"\x1aE\xdf\xa3", "media"),
    (b"ID3", "media"),
    (b"OggS", "media"),
    (b"#!AMR", "media"),
)
_HEIF_BRANDS = {b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"}
_ZIPPED = (
    (b"mimetypeapplication/vnd.oasis.opendocument.text", "odt"),
    (b"mimetypeapplication/vnd.oasis", "odf"),
    (b"word/", "docx"),
    (b"xl/", "xlsx"),
    (b"ppt/", "pptx"),
)
# Old Office files are folders in one container; the names of their streams are in UTF-16 (MS-CFB, 2.6.1; MS-DOC, 2.1).
_OLD_WORD, _LOCKED_OFFICE = ("WordDocument".encode("utf-16-le"), "EncryptedPackage".encode("utf-16-le"))


def recognise(name: str, content: bytes) -> str:
    """The kind by content; refuses what is not accepted and a name that says another type."""
    kind, claimed = _kind_of(content), _claimed_by(name)
    if kind == "ole" and _LOCKED_OFFICE in content:
        raise ExhibitError(name, f"документ закрыт паролем. {_SAVE_AS_PDF}")
    if claimed and kind and not _agree(claimed, kind):
        raise ExhibitError(name, _lie(claimed, kind))
    if kind in ACCEPTED:
        return kind
    refused = REFUSED.get(claimed or "") or REFUSED.get(kind or "")
    if refused:
        raise ExhibitError(name, f"это {refused[0]}. {refused[2]}")
    if claimed:
        raise ExhibitError(name, f"внутри не {_title(claimed)}: файл повреждён. Скачайте или отсканируйте его заново.")
    raise ExhibitError(name, "тип файла не распознан. Принимаются PDF, JPEG, PNG, HEIC, TIFF, WebP, Word и ODT.")


def _agree(claimed: str, kind: str) -> bool:
    """Word saves one format under another's name and opens it so; what is not accepted need not be told apart."""
    return claimed == kind or {claimed, kind} <= WORD or (claimed in REFUSED and kind in REFUSED)


def _lie(claimed: str, kind: str) -> str:
    """What the file really is, and the way out."""
    mend = f"Переименуйте файл в .{_extension(kind)}" if kind in ACCEPTED else REFUSED[kind][2].rstrip(".")
    return f"это не {_title(claimed)}, а {_title(kind)}. {mend}."


def _title(kind: str) -> str:
    return (ACCEPTED.get(kind) or REFUSED[kind])[0]


def _extension(kind: str) -> str:
    return {"jpeg": "jpg"}.get(kind, kind)


def _claimed_by(name: str) -> str | None:
    """The kind that the name's extension says, if it says any."""
    extension = Path(name).suffix.lower().lstrip(".")
    kinds = {**{kind: row[1] for kind, row in ACCEPTED.items()}, **{kind: row[1] for kind, row in REFUSED.items()}}
    return next((kind for kind, extensions in kinds.items() if extension in extensions), None)


def _kind_of(content: bytes) -> str | None:
    """The kind that the first bytes say."""
    for start, kind in _STARTS:
        if content.startswith(start):
            return "doc" if kind == "ole" and _OLD_WORD in content else kind
    if content[:4] == b"RIFF":
        return "webp" if content[8:12] == b"WEBP" else "media"
    if content[:2] == b"BM" and content[6:10] == bytes(4):
        return "bmp"
    if content[4:8] == b"ftyp":
        return _kind_by_brand(content)
    if content.startswith(b"PK"):
        marked = content[:4096] + content[-65536:]
        return next((kind for mark, kind in _ZIPPED if mark in marked), None) or _kind_of_zip(content)
    # ISO 32000-1, H.3.4.1: readers accept the header anywhere within the first 1024 bytes.
    return "pdf" if b"%PDF-" in content[:1024] else _kind_of_text(content[:4096])


def _kind_of_zip(content: bytes) -> str:
    """Texts of LibreOffice whose type does not stand where it should (ODF 1.2, part 3, 3.3): packed, or not first."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive, archive.open("mimetype") as told:
            said = b"mimetype" + told.read(100)
    except (KeyError, OSError, ValueError, RuntimeError, NotImplementedError, zipfile.BadZipFile, zlib.error):
        return "zip"
    return next((kind for mark, kind in _ZIPPED if said.startswith(mark)), "zip")


def _kind_by_brand(content: bytes) -> str:
    """HEIC, AVIF and film share a container; the brands in its first box tell them apart (ISO/IEC 14496-12, 4.3)."""
    length = min(int.from_bytes(content[:4], "big"), 256)
    brands = {content[8:12], *(content[at : at + 4] for at in range(16, length, 4))}
    if b"avif" in brands or b"avis" in brands:
        return "avif"
    return "heic" if brands & _HEIF_BRANDS else "media"


def _kind_of_text(start: bytes) -> str | None:
    """Markup or plain text, if the bytes are text at all."""
    if b"\x00" in start:
        return None
    lowered = start.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if lowered.startswith((b"<!doctype html", b"<html")):
        return "html"
    if b"<svg" in lowered:
        return "svg"
    if lowered.startswith(b"<?xml"):
        return "xml"
    printable = sum(byte >= 32 or byte in b"\t\r\n\f" for byte in start)
    return "text" if printable == len(start) else None
