"""Judges of what became of a foreign file, none of which the project asks: poppler, a cold LibreOffice, Pillow.

Each looks at the file as it came and at the pages made of it: their number, their words, what is drawn on them.
"""

from __future__ import annotations

import os
import re
import signal
import subprocess
import tempfile
from collections import Counter
from pathlib import Path

import pikepdf
import pillow_heif
from PIL import Image, ImageChops, ImageFilter, ImageOps, ImageStat

from filings.documents import soffice
from filings.documents.exhibits import Exhibit
from filings.documents.filetypes import WORD

LOOKED_AT = 6
_WORD = re.compile(r"\w+")
_NOT_KEPT = (pikepdf.Name.Link, pikepdf.Name.Text, pikepdf.Name.Popup)
_BLANK, _DRAWN = 0.00001, 0.0008
# The difference of two drawings as a share of their ink: 0 of the same, 1 of those that have nothing in common.
_UNLIKE, _PALE, _SPOT, _WHITE = 0.3, 2.0, 16, 250
_THUMB = (40, 40)
_CALL_SECONDS = 60
pillow_heif.register_heif_opener()


def missed(path: Path, exhibit: Exhibit) -> str:
    """What is missing in the exhibit, in English for developers; empty when nothing."""
    with tempfile.TemporaryDirectory() as folder:
        made = Path(folder) / "made.pdf"
        made.write_bytes(exhibit.pdf)
        if exhibit.kind in WORD:
            return _missed_of_word(path, exhibit, made)
        if exhibit.kind == "pdf":
            return _missed_of_pdf(path, exhibit.pages, made)
        return _missed_of_picture(path, exhibit.pages, made)


def _missed_of_pdf(path: Path, pages: int, made: Path) -> str:
    if (counted := pages_of(path)) is not None and counted != pages:
        return f"pages: {counted} before, {pages} after"
    return _lost_words(path, made) or _lost_drawing(path, made, pages)


def _missed_of_word(path: Path, exhibit: Exhibit, made: Path) -> str:
    """A LibreOffice of its own lays the file out anew; the same words must come on as many pages."""
    alone = laid_out(path, made.parent / "alone")
    if alone is None:
        return "a cold LibreOffice makes no PDF of it"
    if (counted := pages_of(alone)) != exhibit.pages:
        return f"pages: {counted} alone, {exhibit.pages} here"
    return _lost_words(alone, made) or _lost_drawing(alone, made, exhibit.pages)


def _missed_of_picture(path: Path, pages: int, made: Path) -> str:
    with Image.open(path) as image:
        frames = 1 if image.format == "MPO" else getattr(image, "n_frames", 1)
        if frames != pages:
            return f"pages: {frames} frames, {pages} after"
        for number in range(1, min(pages, LOOKED_AT) + 1):
            image.seek(number - 1)
            if verdict := _unlike(_on_white(image), placed(made, number), f"page {number}"):
                return verdict
    return ""


def _on_white(image: Image.Image) -> Image.Image:
    upright = ImageOps.exif_transpose(image)
    if upright.mode.startswith("I"):  # grey of 16 bits, which Pillow itself would cut at 255
        return upright.convert("F").point(lambda value: value * (255 / 65535) + 0).convert("L")
    shown = upright.convert("RGBA") if upright.has_transparency_data else upright.convert("RGB")
    paper = Image.new("RGB", shown.size, "white")
    paper.paste(shown, mask=shown if shown.mode == "RGBA" else None)
    return paper.convert("L")


def _lost_words(path: Path, made: Path) -> str:
    """Signs are counted, for poppler parts words where the scale makes it; words are told."""
    before, after = _said(path), _said(made)
    lost = Counter("".join(before)) - Counter("".join(after))
    words = list((Counter(before) - Counter(after)).keys())
    return f"words: {', '.join(words[:5])}" if lost.total() > sum(map(len, before)) * 0.02 else ""


def _lost_drawing(path: Path, made: Path, pages: int) -> str:
    """Frames of links and stickers with remarks are not kept: where they are the difference there is none."""
    for number in range(1, min(pages, LOOKED_AT) + 1):
        if (verdict := _changed(path, made, number)) and _changed(_without_marks(path, made.parent), made, number):
            return verdict
    return ""


def _changed(path: Path, made: Path, number: int) -> str:
    was, after = drawn(path, number, made.parent / "was", dots=1000), placed(made, number)
    if was is not None and _ink(was) > _DRAWN and (after is None or _ink(after) < _BLANK):
        return f"page {number} is blank"
    return _unlike(was, after, f"page {number}")


def _without_marks(path: Path, folder: Path) -> Path:
    bare = folder / "bare.pdf"
    with pikepdf.open(path) as document:
        for page in document.pages:
            marks = [mark for mark in page.get("/Annots", ()) if mark.get("/Subtype") not in _NOT_KEPT]
            page.Annots = pikepdf.Array(marks)
        document.save(bare)
    return bare


def _unlike(was: Image.Image | None, after: Image.Image | None, what: str) -> str:
    """Whether two drawings of one thing differ, made small and smooth as they are; empty when not."""
    if was is None or after is None:
        return ""
    small = [_thumb(image) for image in (was, after)]
    ink = sum(255 - ImageStat.Stat(image).mean[0] for image in small)
    difference = ImageStat.Stat(ImageChops.difference(*small)).mean[0]
    share = difference / max(ink, _PALE)
    if share > _UNLIKE:
        return f"{what} is another drawing: {share:.2f}"
    spots = sum(255 - one > _SPOT and 255 - other < _SPOT / 8 for one, other in zip(*map(_dots, small), strict=True))
    return f"{what} has lost {spots} spots" if spots else ""


def _dots(image: Image.Image) -> bytes:
    return image.tobytes()


def _thumb(image: Image.Image) -> Image.Image:
    white = image.point(lambda value: 255 if value > _WHITE else value)  # poppler's white of a large scan is not quite
    return white.resize(_THUMB, Image.Resampling.BOX).filter(ImageFilter.GaussianBlur(1))


def placed(made: Path, page: int) -> Image.Image | None:
    """What lies on a sheet of the exhibit, cut out of it: the window in which the foreign page stands."""
    with pikepdf.open(made) as document:
        leaf = document.pages[page - 1]
        form = leaf.obj.Resources.XObject.Exhibit
        inside = pikepdf.Matrix(form.get("/Matrix", pikepdf.Array([1, 0, 0, 1, 0, 0])))
        steps = pikepdf.parse_content_stream(leaf)
        put = next(pikepdf.Matrix(*step.operands) for step in steps if str(step.operator) == "cm")
        box = (inside @ put).transform(pikepdf.Rectangle(form.BBox))
        height = float(leaf.mediabox[3])
        # a picture the size of a stamp is drawn larger, so that it has as many dots as the one it is compared with
        dots = min(1000 * height / max(box.urx - box.llx, box.ury - box.lly), 5000)
        sheet = drawn(made, page, made.parent / "is", dots=round(dots))
    if sheet is None:
        return None
    edges = (box.llx, height - box.ury, box.urx, height - box.lly)
    left, top, right, bottom = (round(edge * sheet.height / height) for edge in edges)
    return sheet.crop((left, top, max(right, left + 1), max(bottom, top + 1)))


def _ink(image: Image.Image) -> float:
    """The share of the picture that is not white."""
    return sum(image.histogram()[:240]) / (image.width * image.height)


def called(*command: object, seconds: float = _CALL_SECONDS) -> bytes | None:
    """What the program says; None when it fails or takes too long."""
    try:
        ran = subprocess.run([str(word) for word in command], capture_output=True, timeout=seconds)
    except subprocess.TimeoutExpired:
        return None
    return ran.stdout if ran.returncode == 0 else None


def pages_of(path: Path) -> int | None:
    """The number of pages of a PDF as poppler counts."""
    found = re.search(rb"^Pages:\s+(\d+)", called("pdfinfo", path) or b"", re.MULTILINE)
    return int(found[1]) if found else None


def has_no_complaint(path: Path) -> bool:
    """Whether poppler draws the first pages of a PDF without a word of complaint."""
    command = ["pdftoppm", "-scale-to", "100", "-l", str(LOOKED_AT), str(path)]
    try:
        ran = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, timeout=_CALL_SECONDS)
    except subprocess.TimeoutExpired:
        return False
    return ran.returncode == 0 and not ran.stderr


def _said(path: Path) -> list[str]:
    """Words of the pages looked at: what a page cut at its crop box does not show does not count."""
    told = called("pdftotext", "-cropbox", "-l", LOOKED_AT, path, "-") or b""
    return _WORD.findall(told.decode(errors="replace"))


def drawn(path: Path, page: int, target: Path, dots: int = 400) -> Image.Image | None:
    """A page of a PDF in grey, so many dots long; None when poppler draws none."""
    png = target.with_suffix(".png")
    png.unlink(missing_ok=True)
    asked = ("-cropbox", "-scale-to", dots, "-gray", "-png", "-f", page, "-l", page, "-singlefile")
    called("pdftoppm", *asked, path, target)
    try:
        with Image.open(png) as image:
            return image.convert("L")
    except OSError:  # none was drawn, or one of no size
        return None


def laid_out(path: Path, folder: Path) -> Path | None:
    """A PDF of a text document, made by a LibreOffice started for it alone that follows no links."""
    soffice.furnish(folder)
    own = folder / f"document{path.suffix.lower()}"
    own.write_bytes(path.read_bytes())
    command = [soffice.find_soffice(), f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless"]
    wish = 'pdf:writer_pdf_Export:{"ExportFormFields":{"type":"boolean","value":"false"}}'
    options = ["--norestore", "--nolockcheck", "--convert-to", wish, "--outdir", folder, own]
    with subprocess.Popen(
        [str(word) for word in (*command, *options)],
        env=soffice.environment(folder),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    ) as process:
        try:
            process.wait(_CALL_SECONDS)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
    made = own.with_suffix(".pdf")
    return made if made.exists() else None
