"""What a killed LibreOffice leaves: its folder, and two sockets outside of it that it would have removed itself."""

from __future__ import annotations

import contextlib
import hashlib
import os
import shutil
import time
from pathlib import Path

# LibreOffice looks for a writable one of these, in this order; no setting moves the sockets into its own folder.
_SOCKET_FOLDERS = ("/tmp", "/var/tmp")
_ABANDONED_SECONDS = 600


def wipe(folder):
    """Removes the private folder and what its LibreOffice left elsewhere."""
    shutil.rmtree(folder, ignore_errors=True)
    wipe_sockets(folder)


def wipe_sockets(folder):
    """Removes the sockets only: for a folder that somebody else removes."""
    names = (pipe_name(folder), "SingleOfficeIPC_" + _profile_hash(folder))
    for parent in _SOCKET_FOLDERS:
        for name in names:
            with contextlib.suppress(OSError):
                os.unlink(os.path.join(parent, f"OSL_PIPE_{os.getuid()}_{name}"))


def sweep_temporary(folder):
    """Removes what killed workers left behind for so long that no job of now can need it."""
    latest = time.time() - _ABANDONED_SECONDS
    for path in Path(folder, "tmp").rglob("*"):
        with contextlib.suppress(OSError):
            if path.is_file() and path.stat().st_mtime < latest:
                path.unlink()


def pipe_name(folder):
    """What the pipe of the LibreOffice in this folder is called."""
    return os.path.basename(folder)


def _profile_hash(folder):
    """As LibreOffice makes it: MD5 of the profile's address in UTF-16, each byte without a leading zero."""
    address = Path(folder, "profile").as_uri().encode("utf-16-le")
    return "".join(f"{byte:x}" for byte in hashlib.md5(address, usedforsecurity=False).digest())
