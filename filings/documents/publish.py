"""The result appears in its folder whole or not at all; an earlier result stays until the new one is complete.

New files are written and flushed aside, on the same disk, and only then moved. A full disk or a lost connection
therefore strikes before anything old is touched; a failure while moving is undone.
"""

import errno
import hashlib
import json
import os
import secrets
import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path, PurePosixPath

from filings.documents.manifest import NAME as MANIFEST
from filings.errors import FilingError

_NO_ROOM = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_NO_RIGHT = {errno.EACCES, errno.EPERM, errno.EROFS}


def publish(files: Mapping[str, bytes], out: Path) -> None:
    """Put the files into the folder `out`; names may have folders in them, divided by «/».

    Files that an earlier manifest.json lists and this run did not make are removed, unless a person changed them since;
    nothing else in the folder is touched. Raises FilingError; the folder is then as it was.
    """
    for name in files:
        _refuse_stray(name)
    try:
        _publish(files, out)
    except OSError as mistake:
        raise FilingError(_explain(mistake, out)) from mistake


def _publish(files: Mapping[str, bytes], out: Path) -> None:
    if os.path.lexists(out) and not out.is_dir():
        raise FilingError(f"«{out}» — не папка, а файл. Укажите другую папку или уберите этот файл.")
    is_new = not out.is_dir()
    out.parent.mkdir(parents=True, exist_ok=True)
    # Beside a new folder; inside one that is there, for the folder may be a disk of its own (a mounted volume).
    aside = (out.parent if is_new else out) / f".{out.name}.{secrets.token_hex(6)}"
    try:
        _write_all(files, aside / "new")
        if is_new:
            os.rename(aside / "new", out)
            _flush_folder(out.parent)
        else:
            _replace_all(files, aside, out)
    finally:
        shutil.rmtree(aside, ignore_errors=True)


def _write_all(files: Mapping[str, bytes], folder: Path) -> None:
    """Every file on the disk, not merely on its way there."""
    folder.mkdir(parents=True)
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("xb") as opened:
            opened.write(content)
            opened.flush()
            os.fsync(opened.fileno())
    for parent in {folder, *(path.parent for path in (folder / name for name in files))}:
        _flush_folder(parent)


def _replace_all(files: Mapping[str, bytes], aside: Path, out: Path) -> None:
    """Move each new file over the old one; on any failure put the old ones back."""
    stale = _stale(files, out)
    # The manifest goes last: as long as it is the old one, its hashes tell that the change was not finished.
    order = sorted(files, key=lambda name: (name == MANIFEST, name))
    done: list[str] = []
    try:
        for name in [*stale, *order]:
            _refuse_folder(out / name)
            _keep(out / name, aside / "old" / name)
            done.append(name)
            if name in files:
                (out / name).parent.mkdir(parents=True, exist_ok=True)
                os.replace(aside / "new" / name, out / name)
            else:
                (out / name).unlink()
    except BaseException:
        _undo(done, aside / "old", out)
        raise
    _remove_empty_folders(stale, out)
    _flush_folder(out)


def _keep(path: Path, kept: Path) -> None:
    """A second name for the old file, so that its place is never empty; a copy where the disk knows no links."""
    if not path.exists():
        return
    kept.parent.mkdir(parents=True, exist_ok=True)
    try:
        os.link(path, kept)
    except OSError:
        shutil.copy2(path, kept)


def _undo(done: Iterable[str], old: Path, out: Path) -> None:
    for name in done:
        if (old / name).exists():
            os.replace(old / name, out / name)
        else:
            (out / name).unlink(missing_ok=True)
    _remove_empty_folders(done, out)


def _stale(files: Mapping[str, bytes], out: Path) -> list[str]:
    """What the earlier run made here and this one did not; a file edited since belongs to the person."""
    listed = _earlier_files(out / MANIFEST)
    return sorted(name for name, digest in listed.items() if name not in files and _is_ours(out, name, digest))


def _earlier_files(manifest: Path) -> dict[str, str]:
    """Names and hashes from an earlier manifest; empty when it is absent or not ours."""
    try:
        listed = json.loads(manifest.read_text("utf-8"))["files"]
        return {str(entry["name"]): str(entry.get("sha256", "")) for entry in listed}
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}


def _is_ours(out: Path, name: str, digest: str) -> bool:
    path = out / name
    if not _is_inside(name) or not path.is_file() or not path.parent.resolve().is_relative_to(out.resolve()):
        return False
    return not digest or hashlib.sha256(path.read_bytes()).hexdigest() == digest


def _remove_empty_folders(names: Iterable[str], out: Path) -> None:
    """Folders that held only what was removed."""
    for folder in {out / parent for name in names for parent in PurePosixPath(name).parents if parent.name}:
        if folder.is_dir() and not any(folder.iterdir()):
            folder.rmdir()


def _is_inside(name: str) -> bool:
    """Whether the name stays within the folder."""
    path = PurePosixPath(name)
    return bool(path.name) and not path.is_absolute() and ".." not in path.parts and "\0" not in name


def _refuse_stray(name: str) -> None:
    if not _is_inside(name):
        raise FilingError(f"Недопустимое имя файла «{name}»: оно выводит за пределы папки.")


def _refuse_folder(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        raise FilingError(f"«{path}» — папка, а должен быть файл. Переименуйте её или укажите другую папку.")


def _flush_folder(folder: Path) -> None:
    """A rename is on the disk only when its folder is."""
    opened = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(opened)
    except OSError as mistake:
        if mistake.errno != errno.EINVAL:  # some network disks cannot flush a folder
            raise
    finally:
        os.close(opened)


def _explain(mistake: OSError, out: Path) -> str:
    kept = "Прежние файлы в папке не изменены."
    if mistake.errno in _NO_ROOM:
        return f"Не хватило места на диске для папки «{out}». {kept} Освободите место или укажите другую папку."
    if mistake.errno in _NO_RIGHT:
        return f"Нет права писать в папку «{out}». {kept} Разрешите запись или укажите другую папку."
    if mistake.errno == errno.ENAMETOOLONG:
        return f"Слишком длинное имя файла для папки «{out}». {kept} Сократите имя или путь к папке."
    return f"Не получилось записать файлы в папку «{out}». {kept} Проверьте диск или укажите другую папку."
