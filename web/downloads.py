"""What of a packet is taken away, grouped by what the person does with it: by hand, by the court's site, in Word."""

from __future__ import annotations

import io
from dataclasses import dataclass, replace
from typing import Any

from web.drafts import Draft
from web.packing import file_in, renamed
from web.storage.packets import StoredPacket

EVERYTHING, EFILING = "all.zip", "efiling.zip"
_FOLDER = "efiling/"
_OTHER = "Сведения о пакете"  # the manifest and the like: for programs
# The errand, then its files: name in the address, name on the disk, words of the link, what it is for.
_ERRANDS = (
    (
        "paper",
        "Отнести или отправить по почте",
        (
            ("packet.pdf", "{title} — пакет.pdf", "Пакет", "Документ и всё, что к нему: распечатать и подписать"),
            ("copies.pdf", "Комплекты документов.pdf", "Комплекты", "Сколько экземпляров, кому и что в каждом"),
            ("postal_inventory.pdf", "Опись вложения.pdf", "Опись вложения", "Для ценного письма, по форме почты"),
        ),
    ),
    (
        "site",
        "Подать через сайт суда",
        (
            (
                EFILING,
                "{title} — для подачи через интернет.zip",
                "Отдельные файлы",
                "Каждый документ своим файлом, как просит портал",
            ),
            (
                "preflight.pdf",
                "Проверка файлов для суда.pdf",
                "Проверка файлов",
                "Что могут вернуть и как поправить; отправлять её не нужно",
            ),
        ),
    ),
    (
        "word",
        "Исправить в Word",
        (("{kind}.docx", "{title}.docx", "Текст документа", "Чтобы дописать самим или с юристом"),),
    ),
    (
        "keep",
        "Оставить себе",
        (
            (
                "next_steps.pdf",
                "Что делать дальше.pdf",
                "Памятка",
                "Куда, к какому дню, что сохранить: только для вас",
            ),
        ),
    ),
)


@dataclass(frozen=True)
class Download:
    """A file to take away: `name` in the address, `saved_as` on the person's disk, `purpose` in a line."""

    name: str
    saved_as: str
    label: str
    purpose: str
    size_bytes: int = 0
    pages: int = 0


@dataclass(frozen=True)
class Group:
    """Files that serve one errand."""

    slug: str
    title: str
    downloads: list[Download]


def groups_of(draft: Draft, packet: StoredPacket) -> list[Group]:
    """The errands that have files in this packet, in the order in which people come to them."""
    found = []
    for slug, title, offered in _offered(draft):
        there = [_measured(one, packet) for one in offered if _is_in(packet, one.name)]
        found += [Group(slug, title, there)] if there else []
    return found


def everything(draft: Draft, packet: StoredPacket) -> Download:
    """All of it in one archive, with folders named as the errands."""
    one = Download(EVERYTHING, f"{draft.kind.about.printed} — всё для подачи.zip", "Скачать всё для подачи", "")
    return replace(_measured(one, packet), pages=0)  # the same sheets lie there as one file and as several


def find(draft: Draft, packet: StoredPacket, name: str) -> Download | None:
    """The download with this name, if the packet has it."""
    offered = [everything(draft, packet), *(one for group in groups_of(draft, packet) for one in group.downloads)]
    return next((one for one in offered if one.name == name), None)


def content_of(draft: Draft, packet: StoredPacket, name: str, packed: bytes) -> io.BytesIO:
    """A download out of the archive that the packet is kept as."""
    if name == EVERYTHING:
        return renamed(packed, _in_folders(draft, packet))
    if name == EFILING:  # named as the court's site wants them, without the folder
        return renamed(packed, {path: path.removeprefix(_FOLDER) for path in _behind(packet, EFILING)})
    return io.BytesIO(file_in(packed, name))


def _offered(draft: Draft) -> list[tuple[str, str, list[Download]]]:
    names = {"title": draft.kind.about.printed, "kind": draft.kind.name}
    return [
        (slug, title, [Download(*(text.format(**names) for text in one)) for one in offered])
        for slug, title, offered in _ERRANDS
    ]


def _measured(one: Download, packet: StoredPacket) -> Download:
    """With the bytes and pages that were counted when the packet was made; those of an old packet are not known."""
    sizes: dict[str, Any] = packet.result.get("sizes", {})
    parts = [sizes[name] for name in _behind(packet, one.name) if name in sizes]
    return replace(one, size_bytes=sum(part[0] for part in parts), pages=sum(part[1] for part in parts))


def _behind(packet: StoredPacket, name: str) -> list[str]:
    """The files of the packet that a download consists of."""
    names = packet.result.get("files", ())
    if name == EVERYTHING:
        return list(names)
    return [one for one in names if one.startswith(_FOLDER)] if name == EFILING else [name]


def _is_in(packet: StoredPacket, name: str) -> bool:
    names = set(packet.result.get("files", ()))
    return any(one in names for one in _behind(packet, name))


def _in_folders(draft: Draft, packet: StoredPacket) -> dict[str, str]:
    """Every file's place in the folder of its errand, under the name that a person reads."""
    placed = {name: f"{_OTHER}/{name}" for name in packet.result["files"]}
    for group in groups_of(draft, packet):
        for one in group.downloads:
            for name in _behind(packet, one.name):
                plain = name.removeprefix(_FOLDER) if one.name == EFILING else one.saved_as
                placed[name] = f"{group.title}/{plain}"
    return placed
