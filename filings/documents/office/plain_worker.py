"""A LibreOffice of the usual kind, listening on a pipe and kept warm: where it cannot be forked.

    plain_worker.py CHANNEL FOLDER PROGRAM SAMPLE...

The arguments are those of the fork server; the jobs come over CHANNEL itself.
"""

from __future__ import annotations

import contextlib
import os
import select
import socket
import subprocess
import sys
import threading
from pathlib import Path

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

import wire
from confinement import confine, die_with_parent, release
from serving import ring_after, serve, watch_parent
from traces import pipe_name, wipe

START_SECONDS = 60
# What LibreOffice ends with when it has made itself a profile and wants to begin again.
WANTS_RESTART = 81


def main(channel, folder, program, *samples):
    """Starts LibreOffice as a child that dies with this process, then serves."""
    ring_after(START_SECONDS)
    supervisor = watch_parent()
    without_network = confine(folder)
    libreoffice, office = start(folder, program, supervisor)
    for sample in samples:
        office.to_pdf(Path(sample).read_bytes())
    ring_after(0)
    channel = socket.socket(fileno=int(channel))
    wire.send(channel, wire.READY, b"%d%d" % (without_network, libreoffice.pid))
    threading.Thread(target=end_with, args=(supervisor, folder, libreoffice), daemon=True).start()
    try:
        serve(channel, office, supervisor)
    finally:
        end(folder, libreoffice)


def end_with(supervisor, folder, libreoffice):
    """Ends in mid-document too when the supervisor has gone: nobody else would clean up."""
    select.select([supervisor], [], [])
    end(folder, libreoffice)


def start(folder, program, supervisor):
    """LibreOffice on a pipe of its own and its desktop; the timer of the start ends the waiting."""
    pipe = f"pipe,name={pipe_name(folder)};urp;StarOffice.ComponentContext"
    command = [
        os.path.join(program, "soffice.bin"),
        f"-env:UserInstallation={Path(folder, 'profile').as_uri()}",
        "--headless", "--invisible", "--norestore", "--nologo", "--nolockcheck", "--nodefault", "--nofirststartwizard",
        f"--accept={pipe}",
    ]  # fmt: skip
    while True:
        libreoffice = subprocess.Popen(command, stdin=subprocess.DEVNULL, preexec_fn=die_with_parent)
        if office := connect(f"uno:{pipe}", libreoffice, supervisor):
            return libreoffice, office
        if libreoffice.returncode != WANTS_RESTART:
            end(folder, libreoffice)


def connect(address, libreoffice, supervisor):
    """The desktop behind the pipe as soon as it answers; None when LibreOffice or the supervisor has gone."""
    import uno
    from desktop import Desktop

    here = uno.getComponentContext()
    resolver = here.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", here)
    while libreoffice.poll() is None and not select.select([supervisor], [], [], 0.02)[0]:
        with contextlib.suppress(uno.getClass("com.sun.star.connection.NoConnectException")):
            return Desktop(resolver.resolve(address))
    return None


def end(folder, libreoffice):
    """LibreOffice first, or it would write into the folder again."""
    libreoffice.kill()
    libreoffice.wait()
    release(folder)
    wipe(folder)
    os._exit(0)


if __name__ == "__main__":
    main(*sys.argv[1:])
