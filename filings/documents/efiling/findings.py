"""What a court's office would say of one file: the requirement, the place, and what to do about it.

The requirements are those of the Order of the Judicial Department of 27.12.2016 No. 251 and of the courts' own
reminders: PDF with a text that can be copied, scans one to one at 200–300 dots per inch, grey or black and white
unless colour matters, at most 30 MB a file, one document one file, nothing that acts.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Any

from filings.documents.efiling import recognition

MOST_BYTES = 30_000_000
LEAST_DPI, READABLE_DPI, MOST_DPI = 200, 100, 400
_LISTED = 8


class Level(Enum):
    """How bad it is: the value goes into the manifest, `title` is what the person reads."""

    REFUSED = "refused"
    RISK = "risk"
    NOTE = "note"

    @property
    def title(self) -> str:
        """«Не примут», «Могут вернуть», «К сведению»."""
        return {"refused": "Не примут", "risk": "Могут вернуть", "note": "К сведению"}[self.value]


@dataclass(frozen=True)
class Finding:
    """One remark: `what` is wrong and how to `mend` it, in Russian; `code` is for programs."""

    level: Level
    code: str
    what: str
    mend: str

    def record(self) -> dict[str, str]:
        """For the manifest."""
        return {"level": self.level.value, "code": self.code, "what": self.what, "mend": self.mend}


def of_file(
    content: bytes, soundings: dict[str, Any], *, may_shrink: bool, lost_dots: bool, cut_name: bool, by_command: bool
) -> Iterator[Finding]:
    """Everything to be said of one PDF; `soundings` are the reading room's.

    `may_shrink` says that a loss was allowed, `lost_dots` that there was one; `by_command` that the reader can give
    options to a command, so that they may be named.
    """
    pages = soundings["pages"]
    yield from _size(len(content), may_shrink or not by_command)
    if lost_dots:
        what = "Сканы в этом файле сжаты, иначе он больше 30 МБ. В пакете для печати они прежние."
        yield Finding(Level.NOTE, "shrunk", what, "Посмотрите, всё ли читается.")
    yield from _text(pages, by_command)
    yield from _resolution(pages, by_command)
    if names := soundings["active"]:
        yield Finding(Level.REFUSED, "active", f"В файле есть то, что действует само: {', '.join(names)}.", _PRINT)
    if fonts := soundings["unembedded"]:
        what = f"Не вложены шрифты: {', '.join(fonts[:3])}. На другом компьютере буквы могут пропасть."
        yield Finding(Level.RISK, "fonts", what, _PRINT)
    if coloured := _numbers(pages, lambda page: page["colour"]):
        what = f"Цветной скан: {coloured}. Обычно просят серый или чёрно-белый, если цвет не важен."
        yield Finding(Level.NOTE, "colour", what, "Оставьте, если цвет что-то доказывает; иначе отсканируйте в сером.")
    if cut_name:
        what = "Название документа длинное, имя файла сокращено."
        yield Finding(Level.NOTE, "name", what, "Полное название стоит в самом документе.")


_PRINT = "Откройте исходный файл, выберите «Печать» → «Сохранить как PDF» и приложите то, что получилось."


def _size(size: int, nothing_else: bool) -> Iterator[Finding]:
    if size <= MOST_BYTES:
        return
    what = f"Файл больше 30 МБ ({megabytes(size)} МБ)."
    mend = "Разделите документ на части до 30 МБ и приложите их по отдельности."
    if not nothing_else:
        mend = f"Соберите папку со сжатием сканов (--shrink). Если не поможет: {mend[0].lower()}{mend[1:]}"
    yield Finding(Level.REFUSED, "size", what, mend)


def _text(pages: Sequence[dict[str, Any]], by_command: bool) -> Iterator[Finding]:
    if not (mute := _numbers(pages, lambda page: not page["text"])):
        return
    if not by_command:
        mend = "Распознайте текст в программе, которой сканируете («PDF с текстом»), и приложите файл заново."
        yield Finding(Level.RISK, "text", f"Текст нельзя скопировать: {mute}.", mend)
        return
    mend = "Соберите папку с распознаванием (--recognise): листы останутся теми же, а текст можно будет скопировать."
    if not recognition.languages():
        mend = (
            "Программы распознавания здесь нет: поставьте её"
            f" ({recognition.INSTALL}) или распознайте скан в той программе, которой сканируете."
        )
    yield Finding(Level.RISK, "text", f"Текст нельзя скопировать: {mute}.", mend)


def _resolution(pages: Sequence[dict[str, Any]], by_command: bool) -> Iterator[Finding]:
    again = "Отсканируйте лист заново: 200–300 точек на дюйм, масштаб 1:1. Снимок сделайте ближе, на весь кадр."
    if poor := _numbers(pages, lambda page: page["dpi"] is not None and page["dpi"] < READABLE_DPI):
        what = f"Скан не прочитать, меньше {READABLE_DPI} точек на дюйм: {poor}."
        yield Finding(Level.REFUSED, "unreadable", what, again)
    if coarse := _numbers(pages, lambda page: page["dpi"] is not None and READABLE_DPI <= page["dpi"] < LEAST_DPI):
        what = f"Скан грубее, чем просят (200–300 точек на дюйм): {coarse}."
        yield Finding(Level.RISK, "resolution", what, again)
    if fine := _numbers(pages, lambda page: page["dpi"] is not None and page["dpi"] > MOST_DPI):
        what = f"Скан подробнее, чем нужно: {fine}."
        mend = "Если файл велик, соберите папку со сжатием (--shrink)." if by_command else "Исправлять не нужно."
        yield Finding(Level.NOTE, "fine", what, mend)


def _numbers(pages: Sequence[dict[str, Any]], chosen: Any) -> str:
    """«лист 3», «листы 1–4, 7», «все листы (12)»; empty when there is none."""
    found = [number for number, page in enumerate(pages, 1) if chosen(page)]
    if not found:
        return ""
    if len(found) == len(pages) > 1:
        return f"все листы ({len(pages)})"
    spans: list[list[int]] = []
    for number in found:
        if spans and number == spans[-1][1] + 1:
            spans[-1][1] = number
        else:
            spans.append([number, number])
    shown = [str(first) if first == last else f"{first}–{last}" for first, last in spans[:_LISTED]]
    return f"{'лист' if len(found) == 1 else 'листы'} {', '.join(shown)}{' и другие' if len(spans) > _LISTED else ''}"


def megabytes(size: int) -> str:
    """«31,4»; what is smaller than a tenth is «0,1»."""
    return f"{max(size / 1_000_000, 0.1):.1f}".replace(".", ",")
