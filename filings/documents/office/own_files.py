"""A worker sees its own folder and the programs of the system, and none of anybody's documents.

LibreOffice follows links to pictures on the disk in some formats (RTF) whatever its settings say, and would print a
stranger's picture into the PDF. Landlock (Linux 5.13) takes the rest of the disk away from the process for good.
"""

from __future__ import annotations

import ctypes
import os
import struct

# linux/landlock.h, the first version: file systems.
_CREATE, _ADD, _RESTRICT = 444, 445, 446
_EXECUTE, _WRITE_FILE, _READ_FILE, _READ_DIR = 1, 2, 4, 8
_EVERYTHING = (1 << 13) - 1
_READING = _EXECUTE | _READ_FILE | _READ_DIR
_BENEATH = 1
_SYSTEM = ("/usr", "/lib", "/lib64", "/opt", "/etc", "/var/cache/fontconfig", "/proc", "/sys", "/dev", "/nix", "/snap")


def see_only(folder: str, *readable: str) -> bool:
    """From now on this process reads the system and writes in `folder` alone; False where the kernel cannot do it.

    `readable` are further folders that it may read; with an empty `folder` it writes nowhere. New rights must have
    been given up before (PR_SET_NO_NEW_PRIVS).
    """
    call = ctypes.CDLL(None, use_errno=True).syscall
    rules = call(_CREATE, struct.pack("Q", _EVERYTHING), ctypes.c_size_t(8), 0)
    if rules < 0:
        return False
    try:
        for place in _SYSTEM:
            _allow(call, rules, place, _READING | (_WRITE_FILE if place == "/dev" else 0))
        for place in readable:
            _allow(call, rules, place, _READING)
        if folder:
            _allow(call, rules, folder, _EVERYTHING)
        return call(_RESTRICT, rules, 0) == 0
    finally:
        os.close(rules)


def _allow(call, rules: int, place: str, rights: int) -> None:
    try:
        handle = os.open(place, os.O_PATH | os.O_CLOEXEC)
    except OSError:
        return  # not every system has every place
    try:
        call(_ADD, rules, _BENEATH, struct.pack("=Qi", rights, handle), 0)
    finally:
        os.close(handle)
