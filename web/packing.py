"""A packet as one archive: how it is kept and how it is handed out."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

import pikepdf

_EPOCH = (1980, 1, 1, 0, 0, 0)  # a zip without a date of its own is the same for the same packet


def pack(files: Mapping[str, bytes]) -> bytes:
    """The files as a zip, the same bytes for the same files; PDF, Word and pictures are packed tight by themselves."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, content in files.items():
            archive.writestr(zipfile.ZipInfo(name, _EPOCH), content, zipfile.ZIP_STORED)
    return target.getvalue()


def file_in(packed: bytes, name: str) -> bytes:
    """One file of a zip made by `pack`; KeyError when it is not there."""
    with zipfile.ZipFile(io.BytesIO(packed)) as archive:
        return archive.read(name)


def renamed(packed: bytes, names: Mapping[str, str]) -> io.BytesIO:
    """A zip of those files of a zip that have a new name in `names`, open at its beginning.

    One file after another: a packet of a hundred megabytes is in memory twice and no more.
    """
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(packed)) as archive, zipfile.ZipFile(target, "w") as made:
        for name in archive.namelist():
            if name in names:
                made.writestr(zipfile.ZipInfo(names[name], _EPOCH), archive.read(name), zipfile.ZIP_STORED)
    target.seek(0)
    return target


def measures(files: Mapping[str, bytes]) -> dict[str, list[int]]:
    """Bytes and pages of every file of a packet; no pages but of a PDF."""
    return {name: [len(content), _pages(content) if name.endswith(".pdf") else 0] for name, content in files.items()}


def _pages(content: bytes) -> int:
    with pikepdf.open(io.BytesIO(content)) as document:
        return len(document.pages)
