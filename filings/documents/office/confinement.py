"""What a worker gives up before it opens anything: the network, new rights, core dumps, its place in memory's queue."""

from __future__ import annotations

import contextlib
import ctypes
import os
import resource
import signal

_PR_SET_PDEATHSIG, _PR_SET_NO_NEW_PRIVS = 1, 38
_NEW_MOUNTS, _NEW_USER, _NEW_NETWORK = 0x20000, 0x10000000, 0x40000000
_MS_NOSUID, _MS_NODEV, _MS_NOEXEC, _MS_REC, _MS_PRIVATE, _MNT_DETACH = 2, 4, 8, 0x4000, 0x40000, 2
_MOST_TEMPORARY = "512m"


def confine(folder: str) -> bool:
    """Gives up what is not needed; True when the network is gone too (not every system lets a worker drop it).

    Where the system allows, the temporary files in `folder` live in memory and end with the worker: LibreOffice waits
    for the disk twice in each document, and nothing of a document should stay on a disk.
    """
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    with contextlib.suppress(OSError), open("/proc/self/oom_score_adj", "w") as file:
        file.write("500")
    without_network = _drop_network()
    if without_network:
        _mount_memory(os.path.join(folder, "tmp"))
    ctypes.CDLL(None).prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)
    return without_network


def release(folder: str) -> None:
    """Takes the temporary files out of the way of whoever removes the folder."""
    ctypes.CDLL(None).umount2(os.path.join(folder, "tmp").encode(), _MNT_DETACH)


def die_with_parent() -> None:
    """Killed when the thread that started this process ends: for a child of a program with one thread."""
    ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)


def _drop_network() -> bool:
    """Empty namespaces of the network and of mounts: of one's own right, or through a user namespace of one's own."""
    unshare = ctypes.CDLL(None, use_errno=True).unshare
    if unshare(_NEW_NETWORK | _NEW_MOUNTS) == 0:
        return True
    user, group = os.getuid(), os.getgid()
    if unshare(_NEW_USER | _NEW_NETWORK | _NEW_MOUNTS) != 0:
        return False
    with contextlib.suppress(OSError):
        for name, line in (("setgroups", "deny"), ("uid_map", f"{user} {user} 1"), ("gid_map", f"{group} {group} 1")):
            with open(f"/proc/self/{name}", "w") as file:
                file.write(line)
    return True


def _mount_memory(place: str) -> None:
    """Nobody outside of this namespace sees it; where it is refused, the folder on the disk stays in use."""
    mount = ctypes.CDLL(None).mount
    options = f"size={_MOST_TEMPORARY},mode=0700".encode()
    if mount(b"none", b"/", None, _MS_REC | _MS_PRIVATE, None) == 0:
        mount(b"tmpfs", place.encode(), b"tmpfs", _MS_NOSUID | _MS_NODEV | _MS_NOEXEC, options)
