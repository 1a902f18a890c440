"""Which Python speaks to LibreOffice: the one its UNO bridge was built for, which need not be ours."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from filings.documents.converter.faults import WayClosed
from filings.documents.soffice import find_soffice

_ASK = "import uno, os, socket; os.pidfd_open; socket.send_fds"


def program_folder() -> Path:
    """Where LibreOffice itself lies: `soffice` is a link to a file there; ConversionError without LibreOffice."""
    return find_soffice().resolve().parent


@lru_cache(maxsize=4)
def find_interpreter(program: Path) -> str:
    """The first Python that can `import uno`, LibreOffice's own included; WayClosed when there is none."""
    for candidate in _candidates(program):
        try:
            tried = subprocess.run(
                [candidate, "-I", "-c", _ASK], stdin=subprocess.DEVNULL, capture_output=True, timeout=30, check=False
            )
        except (OSError, subprocess.TimeoutExpired):
            continue
        if tried.returncode == 0:
            return candidate
    raise WayClosed("нет Python с модулем uno: apt install python3-uno")


def _candidates(program: Path) -> Iterator[str]:
    yield from ("/usr/bin/python3", str(program / "python"), sys.executable)
    if found := shutil.which("python3"):
        yield found
