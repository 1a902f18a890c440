"""A PDF made elsewhere: opened, measured, cleaned of everything that acts, and laid on A4.

Two readers look at it. pypdf, which has limits on what it unfolds, goes first and must read every page; pikepdf
then repairs, cleans and copies. Where they disagree, or where something visible would be lost, the file is refused.
"""

import io
from collections.abc import Iterator
from contextlib import contextmanager

import pikepdf
from pikepdf import Dictionary, Name, Pdf
from pypdf.errors import LimitReachedError

from filings.documents import foreign_marks, sheet
from filings.documents.foreign_outline import Heading, outline_of
from filings.documents.jpeg import without_metadata
from filings.documents.pdf_soundness import MAX_PAGES, Locked, TooManyPages, grows_too_far, measure, refuse_damage
from filings.errors import ExhibitError

PRINT_AGAIN = "Откройте файл, выберите «Печать» → «Сохранить как PDF» и приложите то, что получилось."
_DAMAGED = (
    "файл повреждён или обрывается. Скачайте или отсканируйте его заново."
    " Если на экране он виден целиком, выберите «Печать» → «Сохранить как PDF» и приложите новый файл."
)
_BOMB = f"содержимое файла разворачивается до невозможного размера. {PRINT_AGAIN}"
_ENCRYPTED = "PDF закрыт паролем. Откройте его с паролем, выберите «Печать» → «Сохранить как PDF» и приложите копию."


def to_a4(name: str, content: bytes) -> tuple[bytes, int, tuple[str, ...], list[Heading]]:
    """The same pages on A4 sheets with nothing that acts; how many came in; Russian notes; the bookmarks.

    Raises ExhibitError for a password, damage, no pages, more than 500 pages, or anything that could not be shown.
    """
    with _damage_refused(name):
        pages = measure(content)
        if pages == 0:
            raise ExhibitError(name, "в этом PDF нет ни одной страницы. Сохраните документ в PDF ещё раз.")
        with pikepdf.open(io.BytesIO(content)) as source:
            refuse_damage(source, content, pages)
            _refuse_invisible(name, source)
            notes, outline = tuple(_notes(source)), outline_of(source)
            _clean(source)
            return _copy(source), pages, notes, outline


@contextmanager
def _damage_refused(name: str) -> Iterator[None]:
    """A foreign file may break a reader in any way; each is the same news for the person."""
    try:
        yield
    except ExhibitError:
        raise
    except sheet.NotAPage as mistake:
        raise ExhibitError(name, f"{mistake}. {PRINT_AGAIN}") from mistake
    except LimitReachedError as limit:
        raise ExhibitError(name, _BOMB if grows_too_far(limit) else _DAMAGED) from limit
    except (Locked, pikepdf.PasswordError) as locked:
        raise ExhibitError(name, _ENCRYPTED) from locked
    except TooManyPages as count:
        reason = f"в файле {count} стр., а принимается до {MAX_PAGES}. Разделите его на части."
        raise ExhibitError(name, reason) from count
    except Exception as mistake:
        raise ExhibitError(name, _DAMAGED) from mistake


def _refuse_invisible(name: str, source: Pdf) -> None:
    """Refuse what one reader shows and a copy of the pages would not."""
    if Name.Collection in source.Root:
        raise ExhibitError(name, "это портфель PDF: документы вложены внутрь. Сохраните и приложите каждый отдельно.")
    if source.Root.get("/NeedsRendering"):
        raise ExhibitError(name, f"это форма Adobe XFA, на бумаге она пуста. {PRINT_AGAIN}")
    if _has_hidden_layers(source):
        raise ExhibitError(name, f"в файле есть скрытые слои: неясно, что должно быть видно. {PRINT_AGAIN}")
    if number := foreign_marks.page_with_a_loss(source):
        raise ExhibitError(name, f"пометки или поля на стр. {number} не попали бы на бумагу. {PRINT_AGAIN}")


def _has_hidden_layers(source: Pdf) -> bool:
    layers = source.Root.get("/OCProperties", Dictionary()).get("/D", Dictionary())
    return bool(len(layers.get("/OFF", []))) or layers.get("/BaseState") == Name.OFF


def _notes(source: Pdf) -> Iterator[str]:
    """What the person should know was left out, without harm to what is seen."""
    if source.is_encrypted:
        yield "На файле стоял запрет печати или изменения; страницы взяты без изменений."
    yield from foreign_marks.notes(source)
    if _is_signed(source):
        yield "Электронная подпись внутри PDF на бумаге не проверяется: храните исходный файл."


def _is_signed(source: Pdf) -> bool:
    form = source.Root.get("/AcroForm", Dictionary())
    return bool(int(form.get("/SigFlags", 0)) & 1)


def _clean(source: Pdf) -> None:
    """Draw the form fields and marks into the pages, then remove what acts, calls out or hides."""
    form = source.Root.get("/AcroForm")
    if form is not None:
        # The flag would make qpdf draw the values anew, and it has no Cyrillic; the pictures at hand are right.
        for key in ("/NeedAppearances", "/XFA"):
            if key in form:
                del form[key]
    foreign_marks.settle(source)
    source.flatten_annotations("all")
    everything = pikepdf.sanitize.Sanitizer()
    everything.remove_javascript().remove_external_access().remove_attachments().remove_multimedia()
    everything.remove_thumbnails().remove_private_app_data().remove_web_capture().apply(source)
    _forget_origins(source)


def _forget_origins(source: Pdf) -> None:
    """Who made a picture, with what camera and where: descriptions beside the drawings, and EXIF inside JPEG."""
    for stored in source.objects:
        if not isinstance(stored, pikepdf.Stream):
            continue
        if "/Metadata" in stored:
            del stored["/Metadata"]
        if stored.get("/Filter") == Name.DCTDecode and stored.get("/Subtype") == Name.Image:
            jpeg = stored.read_raw_bytes()
            clean = without_metadata(jpeg)
            if len(clean) < len(jpeg):
                stored.write(clean, filter=Name.DCTDecode, decode_parms=stored.get("/DecodeParms"))


def _copy(source: Pdf) -> bytes:
    """Only what the pages draw goes over: the new file has no catalogue entries of the old one."""
    copied = pikepdf.new()
    for page in source.pages:
        sheet.lay(page, copied)
    encoded = io.BytesIO()
    copied.save(encoded, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return encoded.getvalue()
