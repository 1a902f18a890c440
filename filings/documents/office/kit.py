"""LibreOfficeKit by ctypes: LibreOffice started in this thread and no other, so that the process can be forked.

Only the «unipoll» mode does that: it is how Collabora Online forks. The order of the functions is that of
LibreOfficeKit.h, where new ones are only ever added at the end; the size at its head says how many this version has.
"""

from __future__ import annotations

import ctypes
import os

_RUN_LOOP, _JOIN_THREADS = 13, 21
_POLL = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_int)
_WAKE = ctypes.CFUNCTYPE(None, ctypes.c_void_p)


class Kit:
    """One LibreOffice in this process; there can be no second."""

    def __init__(self, program, profile_url):
        library = ctypes.CDLL(_library(program))
        hook = library.libreofficekit_hook_2
        hook.restype, hook.argtypes = ctypes.c_void_p, [ctypes.c_char_p, ctypes.c_char_p]
        self._kit = hook(os.fsencode(program), profile_url.encode())
        if not self._kit:
            raise RuntimeError("LibreOfficeKit does not start")
        self._class = ctypes.cast(self._kit, ctypes.POINTER(ctypes.POINTER(ctypes.c_void_p)))[0]

    def _function(self, place, prototype):
        size = ctypes.cast(self._class, ctypes.POINTER(ctypes.c_size_t))[0]
        if size < (place + 1) * ctypes.sizeof(ctypes.c_void_p):
            return None
        return prototype(self._class[place])

    def run(self, work):
        """Calls `work` from inside LibreOffice's loop, the only place where UNO may be used; `work` never returns."""
        loop = self._function(_RUN_LOOP, ctypes.CFUNCTYPE(None, ctypes.c_void_p, _POLL, _WAKE, ctypes.c_void_p))
        # With no data LibreOffice spins and never calls back.
        loop(self._kit, _POLL(lambda _, __: work()), _WAKE(lambda _: None), ctypes.c_void_p(self._kit))

    def join_threads(self):
        """Ends the threads that LibreOffice 24 and newer keep; older ones keep none."""
        join = self._function(_JOIN_THREADS, ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p))
        if join is not None:
            join(self._kit)


def _library(program):
    for name in ("libmergedlo.so", "libsofficeapp.so"):
        if os.path.exists(os.path.join(program, name)):
            return os.path.join(program, name)
    raise RuntimeError("no LibreOfficeKit in " + program)
