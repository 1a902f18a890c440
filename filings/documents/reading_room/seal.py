"""What readers cannot do even when a hostile file has taken them over: reach the network, or anybody's files."""

from __future__ import annotations

import ctypes
import sys
from pathlib import Path

import filings
from filings.documents.office.own_files import see_only

_PR_SET_NO_NEW_PRIVS = 38
_NEW_USER, _NEW_NETWORK = 0x10000000, 0x40000000


def seal() -> None:
    """For this process and all it forks, as far as the system allows: modules to read, and nothing else.

    Called when everything that is needed is imported and there is one thread.
    """
    kernel = ctypes.CDLL(None, use_errno=True)
    if kernel.unshare(_NEW_NETWORK) != 0:
        kernel.unshare(_NEW_USER | _NEW_NETWORK)
    kernel.prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)
    see_only("", *_modules())


def _modules() -> list[str]:
    """Where decoders and codecs are imported from when a file first needs them: never the project's own root."""
    installed = [path for path in sys.path if path.rstrip("/").endswith(("site-packages", "dist-packages"))]
    return [*installed, sys.prefix + "/lib", sys.base_prefix, str(Path(filings.__file__).parent)]
