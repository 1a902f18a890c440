"""A picture becomes A4 pages: a JPEG bit for bit, anything else redrawn on white; no camera, place or time with it."""

import io
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

import img2pdf
import pikepdf
import pillow_heif
from PIL import Image, ImageOps, ImageSequence, UnidentifiedImageError

from filings.documents import sheet
from filings.documents.colour_profiles import fits
from filings.documents.jpeg import without_metadata
from filings.errors import ExhibitError
from filings.russian.numbers import plural

MAX_PIXELS = 120_000_000
MAX_FRAMES = 500
# A file that claims fewer or more dots per inch than any scanner makes says nothing about the paper's size.
LIKELY_DPI = (72, 1200)
DEFAULT_DPI = 96
SHORTEST_SIDE, LONGEST_SIDE = 36.0, 2000.0
LOSSY = {"heic", "webp"}
MOVING = {"gif", "png", "webp"}
# EXIF tag 0x0112: the turn, clockwise, that puts the picture upright; the mirrored values (2, 4, 5, 7) are redrawn.
ORIENTATION_TAG = 0x0112
UPRIGHT_BY_TURN = {1: "0", 3: "180", 6: "90", 8: "270"}

Image.MAX_IMAGE_PIXELS = MAX_PIXELS
pillow_heif.register_heif_opener()


@dataclass(frozen=True)
class Picture:
    """One page's worth: an encoded image and the turn that puts it upright."""

    encoded: bytes
    turn: str = "0"
    dpi: tuple[float, float] | None = None
    """What the file said of its dots per inch, where the encoded picture says nothing any more."""


def to_pdf(name: str, content: bytes, kind: str) -> tuple[bytes, int, tuple[str, ...]]:
    """A picture as a PDF of A4 pages, how many pages came in, and Russian notes on what was left out.

    `kind` is what the content is (jpeg, png, heic, tiff, webp, bmp, gif). Every frame of a TIFF or HEIC becomes a page;
    an animation, a damaged picture or one of more than 120 megapixels is refused with ExhibitError.
    """
    try:
        with Image.open(io.BytesIO(content)) as image:
            notes = _check(name, image, kind)
            pages = 1 if kind == "jpeg" else getattr(image, "n_frames", 1)
            return _bind(list(_pictures(name, image, content, kind))), pages, notes
    except ExhibitError:
        raise
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as bomb:
        raise _too_many_pixels(name) from bomb
    except UnidentifiedImageError as mistake:
        raise ExhibitError(name, _DAMAGED) from mistake
    except Exception as mistake:  # a foreign file may break a decoder in any way: SyntaxError, struct.error, OSError…
        raise ExhibitError(name, _DAMAGED) from mistake


_DAMAGED = (
    "картинка повреждена, обрывается или записана редким способом."
    " Откройте её на своём устройстве; если видно целиком — сохраните заново как JPEG или PNG."
)


def _check(name: str, image: Image.Image, kind: str) -> tuple[str, ...]:
    """Refuse what cannot become pages honestly; say what is left out."""
    frames = getattr(image, "n_frames", 1)
    if image.format == "MPO" and frames > 1:
        return ("К снимку приложены служебные кадры (глубина, HDR): в пакет вошёл основной кадр.",)
    if kind in MOVING and frames > 1:
        counted = f"{frames} {plural(frames, 'кадра', 'кадров', 'кадров')}"
        raise ExhibitError(name, f"это анимация из {counted}. Сохраните нужные кадры отдельными картинками.")
    if frames > MAX_FRAMES:
        raise ExhibitError(name, f"в файле больше {MAX_FRAMES} страниц. Разделите его на части.")
    return ()


def _pictures(name: str, image: Image.Image, content: bytes, kind: str) -> Iterator[Picture]:
    """Every frame as an encoded picture."""
    if kind == "jpeg":
        yield _jpeg(name, image, content)
        return
    for frame in ImageSequence.Iterator(image):
        _check_pixels(name, frame)
        frame.load()
        yield Picture(content if _is_plain_png(frame, kind) else _redrawn(frame, lossy=kind in LOSSY))


def _jpeg(name: str, image: Image.Image, content: bytes) -> Picture:
    """The very picture, once it has been read to its end; redrawn only if mirrored."""
    _check_pixels(name, image)
    turn = UPRIGHT_BY_TURN.get(_orientation(image))
    if turn is None:
        return Picture(_redrawn(image, lossy=True))
    dpi = image.info.get("dpi")
    image.draft(image.mode, (1, 1))  # reads every byte all the same, and computes an eighth of the dots
    image.load()
    return Picture(without_metadata(content, profile=_has_usable_profile(image)), turn, dpi)


def _has_usable_profile(image: Image.Image) -> bool:
    profile = image.info.get("icc_profile")
    return bool(profile) and fits(profile, image.mode)


def _is_plain_png(image: Image.Image, kind: str) -> bool:
    """Whether img2pdf can take the PNG as it is, without loss: opaque, upright, 8 bits at most."""
    return (
        kind == "png"
        and image.mode in {"1", "L", "P", "RGB"}
        and not image.has_transparency_data
        and _orientation(image) == 1
        and (_has_usable_profile(image) or not image.info.get("icc_profile"))
    )


def _orientation(image: Image.Image) -> int:
    """The EXIF orientation; 1, upright, when it is absent or means nothing."""
    value = image.getexif().get(ORIENTATION_TAG, 1)
    return value if value in range(1, 9) else 1


def _redrawn(frame: Image.Image, *, lossy: bool) -> bytes:
    """One frame upright, without transparency, in a form that img2pdf embeds."""
    dpi = frame.info.get("dpi")
    upright = _on_white(ImageOps.exif_transpose(frame))
    keeps = {"dpi": dpi} if dpi and all(dpi) else {}
    if profile := _profile(frame, upright):
        keeps["icc_profile"] = profile
    upright.info = {}  # a comment of the file would be written again
    encoded = io.BytesIO()
    if lossy and upright.mode in {"L", "RGB", "CMYK"}:
        upright.save(encoded, "JPEG", quality=92, **keeps)
    else:
        upright.save(encoded, "PNG", **keeps)
    return encoded.getvalue()


def _profile(frame: Image.Image, drawn: Image.Image) -> bytes | None:
    """The colour profile, as long as it still describes the drawn colours."""
    same_colours = {"RGB": {"RGB", "RGBA", "P"}, "L": {"L", "LA"}, "CMYK": {"CMYK"}}
    usable = frame.mode in same_colours.get(drawn.mode, set()) and _has_usable_profile(frame)
    return frame.info["icc_profile"] if usable else None


def _on_white(image: Image.Image) -> Image.Image:
    """The image in mode 1, L or RGB; what was transparent is white, as paper is."""
    if image.mode.startswith(("I", "F")):  # with a transparent colour too: Pillow's own convert() would cut at 255
        return _eight_bits(image)
    if image.has_transparency_data:
        drawn = image.convert("RGBA")
        paper = Image.new("RGBA", drawn.size, "white")
        return Image.alpha_composite(paper, drawn).convert("RGB")
    return image if image.mode in {"1", "L", "RGB"} else image.convert("RGB")


def _eight_bits(image: Image.Image) -> Image.Image:
    """16-bit grey as 8-bit: Pillow's own convert("L") cuts everything above 255 to white."""
    brightest = 65535.0
    if image.mode == "F":
        brightest = next((likely for likely in (1.0, 255.0) if image.getextrema()[1] <= likely), brightest)
    return image.convert("F").point(lambda value: value * (255 / brightest) + 0).convert("L")


def _check_pixels(name: str, image: Image.Image) -> None:
    """A few kilobytes may unfold into gigabytes; nothing larger than a good scan of A2 is decoded."""
    if image.width * image.height > MAX_PIXELS:
        raise _too_many_pixels(name)


def _too_many_pixels(name: str) -> ExhibitError:
    limit = MAX_PIXELS // 1_000_000
    return ExhibitError(name, f"в картинке больше {limit} миллионов точек. Уменьшите её: для суда хватит 300 dpi.")


def _bind(pictures: list[Picture]) -> bytes:
    """The pictures, one on a sheet, as a PDF whose bytes depend on nothing else."""
    bound, sources = pikepdf.new(), []
    for picture in pictures:
        natural = img2pdf.convert(
            picture.encoded,
            layout_fun=partial(_natural_size, picture.dpi),
            rotation=img2pdf.Rotation[picture.turn],
            first_frame_only=True,
            nodate=True,
        )
        sources.append(pikepdf.open(io.BytesIO(natural)))
        sheet.lay(sources[-1].pages[0], bound)
    encoded = io.BytesIO()
    # its identifier does not outlive the binding, and one made of the content costs as much as all the rest
    bound.save(encoded, static_id=True)
    return encoded.getvalue()


def _natural_size(
    said: tuple[float, float] | None, width_px: int, height_px: int, dpi: tuple[float, float]
) -> tuple[float, float, float, float]:
    """img2pdf's layout: page and picture of the size that the dots per inch tell, within reason; points."""
    dpi = said or dpi
    likely = all(LIKELY_DPI[0] <= each <= LIKELY_DPI[1] for each in dpi)
    across, down = dpi if likely else (DEFAULT_DPI, DEFAULT_DPI)
    width, height = width_px * 72 / across, height_px * 72 / down
    scale = min(1.0, LONGEST_SIDE / max(width, height))
    scale = max(scale, SHORTEST_SIDE / min(width, height)) if scale == 1.0 else scale
    width, height = max(width * scale, 4.0), max(height * scale, 4.0)
    return width, height, width, height
