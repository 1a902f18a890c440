"""Publishing: whole or not at all; the earlier result outlives every failure."""

import errno
import hashlib
import json
import os
import signal
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from filings.documents.publish import publish
from filings.errors import FilingError

ROOT = Path(__file__).parent.parent


def result(**contents: str) -> dict[str, bytes]:
    """Files with a manifest that lists them; «__» in a name stands for the dot."""
    files = {name.replace("__", "."): content.encode() for name, content in contents.items()}
    listed = [{"name": name, "sha256": hashlib.sha256(content).hexdigest()} for name, content in files.items()]
    return files | {"manifest.json": json.dumps({"files": listed}).encode()}


def tree(folder: Path) -> dict[str, bytes]:
    """Every file below, hidden ones too."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def folders(folder: Path) -> set[str]:
    return {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_dir()}


def test_new_folder_appears_whole(tmp_path: Path) -> None:
    files = result(packet__pdf="a") | {"efiling/Иск_5л.pdf": b"b"}
    publish(files, tmp_path / "дела" / "иск")
    assert tree(tmp_path / "дела" / "иск") == files
    assert folders(tmp_path) == {"дела", "дела/иск", "дела/иск/efiling"}


def test_folder_has_the_usual_rights(tmp_path: Path) -> None:
    publish(result(packet__pdf="a"), tmp_path / "out")
    (tmp_path / "plain").mkdir()
    assert (tmp_path / "out").stat().st_mode == (tmp_path / "plain").stat().st_mode


def test_second_run_replaces_its_own_and_touches_nothing_else(tmp_path: Path) -> None:
    publish(result(packet__pdf="old", Иск__docx="old") | {"efiling/Иск.pdf": b"loose"}, tmp_path)
    (tmp_path / "заметки.txt").write_text("моё")
    (tmp_path / "пусто").mkdir()
    files = result(packet__pdf="new", Претензия__docx="new")
    publish(files, tmp_path)
    assert tree(tmp_path) == files | {"заметки.txt": "моё".encode(), "efiling/Иск.pdf": b"loose"}
    assert folders(tmp_path) == {"efiling", "пусто"}


def test_own_subfolder_goes_when_emptied(tmp_path: Path) -> None:
    content = b"x"
    listed = [{"name": "efiling/Иск.pdf", "sha256": hashlib.sha256(content).hexdigest()}]
    publish({"efiling/Иск.pdf": content, "manifest.json": json.dumps({"files": listed}).encode()}, tmp_path)
    publish(result(packet__pdf="new"), tmp_path)
    assert folders(tmp_path) == set()


def test_document_edited_by_hand_is_not_removed(tmp_path: Path) -> None:
    publish(result(Иск__docx="made here"), tmp_path)
    (tmp_path / "Иск.docx").write_text("edited by the lawyer")
    publish(result(packet__pdf="new"), tmp_path)
    assert (tmp_path / "Иск.docx").read_text() == "edited by the lawyer"


@pytest.mark.parametrize("listed", ["../outside.txt", "/etc/hostname", "..", "", "link/outside.txt", "folder"])
def test_forged_manifest_removes_nothing_outside(listed: str, tmp_path: Path) -> None:
    out = tmp_path / "out"
    (out / "folder").mkdir(parents=True)
    (tmp_path / "outside.txt").write_text("x")
    (out / "link").symlink_to(tmp_path)
    (out / "manifest.json").write_text(json.dumps({"files": [{"name": listed}]}))
    publish(result(packet__pdf="new"), out)
    assert (tmp_path / "outside.txt").exists() and (out / "folder").is_dir()


@pytest.mark.parametrize("content", ["", "{", "[]", '{"files": 5}', '{"files": [5]}', '{"files": [{}]}', "\udcff"])
def test_unreadable_manifest_is_no_obstacle(content: str, tmp_path: Path) -> None:
    (tmp_path / "manifest.json").write_bytes(content.encode("utf-8", "surrogateescape"))
    files = result(packet__pdf="new")
    publish(files, tmp_path)
    assert tree(tmp_path) == files


@pytest.mark.parametrize("name", ["../a.pdf", "/a.pdf", "", ".", "a/../../b", "a\0b"])
def test_names_stay_inside(name: str, tmp_path: Path) -> None:
    with pytest.raises(FilingError, match="Недопустимое имя"):
        publish({name: b"x"}, tmp_path / "out")
    assert tree(tmp_path) == {}


def test_file_in_place_of_the_folder(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("x")
    with pytest.raises(FilingError, match="не папка, а файл"):
        publish(result(packet__pdf="a"), tmp_path / "out")
    assert tree(tmp_path) == {"out": b"x"}


def test_folder_under_a_file(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(FilingError, match="Проверьте диск или укажите другую папку"):
        publish(result(packet__pdf="a"), tmp_path / "file" / "out")


def test_failure_while_moving_is_undone(tmp_path: Path) -> None:
    """A folder stands where the last file must go: the files moved before it go back."""
    old = result(a__pdf="old", b__pdf="old")
    publish(old, tmp_path)
    (tmp_path / "z.pdf").mkdir()
    (tmp_path / "z.pdf" / "inside").write_text("x")
    with pytest.raises(FilingError, match="папка, а должен быть файл"):
        publish(result(a__pdf="new", c__pdf="new", z__pdf="new"), tmp_path)
    assert tree(tmp_path) == old | {"z.pdf/inside": b"x"}


def run_limited(prelude: str, files: Mapping[str, int], out: Path) -> subprocess.CompletedProcess:
    """Publish files of the given sizes in a process of its own, after `prelude` has taken something away from it."""
    program = f"""
import sys
from pathlib import Path
from filings.documents.publish import publish
from filings.errors import FilingError
out = Path(sys.argv[1])
{prelude}
try:
    publish({{name: b"n" * size for name, size in {dict(files)!r}.items()}}, out)
except FilingError as refused:
    sys.exit(refused.message)
"""
    return subprocess.run([sys.executable, "-c", program, str(out)], cwd=ROOT, capture_output=True, text=True)


FILE_LIMIT = "import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (5000, 5000))"


def test_no_room_leaves_the_earlier_result(tmp_path: Path) -> None:
    old = result(a__pdf="old")
    publish(old, tmp_path / "out")
    ran = run_limited(FILE_LIMIT, {"a.pdf": 10, "b.pdf": 9000}, tmp_path / "out")
    assert ran.returncode == 1 and "Не хватило места" in ran.stderr and str(tmp_path / "out") in ran.stderr
    assert tree(tmp_path) == {f"out/{name}": content for name, content in old.items()}


def test_no_room_leaves_no_new_folder(tmp_path: Path) -> None:
    ran = run_limited(FILE_LIMIT, {"a.pdf": 10, "b.pdf": 9000}, tmp_path / "out")
    assert ran.returncode == 1 and "Освободите место" in ran.stderr
    assert list(tmp_path.iterdir()) == []


@pytest.fixture
def tiny_disk(tmp_path: Path):
    """A real disk of 64 KB."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(disk)], capture_output=True)
    if mounted.returncode:
        pytest.skip("a disk can be mounted by root only")
    yield disk
    subprocess.run(["umount", str(disk)], check=True)


def test_full_disk(tiny_disk: Path) -> None:
    """The folder is the disk itself, as a mounted volume is: the new files are prepared inside it."""
    old = result(packet__pdf="old")
    publish(old, tiny_disk)
    with pytest.raises(FilingError, match="Не хватило места") as refused:
        publish(result(packet__pdf="n" * 100_000), tiny_disk)
    assert refused.value.__cause__.errno == errno.ENOSPC
    assert tree(tiny_disk) == old
    publish(result(packet__pdf="new"), tiny_disk)
    assert (tiny_disk / "packet.pdf").read_bytes() == b"new"


def test_no_right_to_write(tmp_path: Path) -> None:
    """As another user: root may write anywhere."""
    locked = tmp_path / "locked"
    locked.mkdir(mode=0o555)
    for folder in (tmp_path, *tmp_path.parents):
        if folder.stat().st_uid == os.getuid() and not folder.stat().st_mode & 0o005:
            folder.chmod(folder.stat().st_mode | 0o055)
    prelude = "import os; os.geteuid() or os.setuid(65534)"
    for out in (locked, locked / "out"):
        ran = run_limited(prelude, {"a.pdf": 10}, out)
        assert ran.returncode == 1 and "Нет права писать" in ran.stderr, ran.stderr
    assert list(locked.iterdir()) == []


def test_killed_while_writing_leaves_the_earlier_result(tmp_path: Path) -> None:
    """The kernel kills the process in the middle of a file (SIGXFSZ, as abrupt as kill -9)."""
    old = result(a__pdf="old")
    publish(old, tmp_path)
    deadly = f"{FILE_LIMIT}; import signal; signal.signal(signal.SIGXFSZ, signal.SIG_DFL)"
    ran = run_limited(deadly, {"a.pdf": 10, "b.pdf": 9000}, tmp_path)
    assert ran.returncode == -signal.SIGXFSZ
    assert {name: content for name, content in tree(tmp_path).items() if not name.startswith(".")} == old
