"""A LibreOffice warmed once and never used again but to be forked: each child starts warm, in two milliseconds.

    fork_server.py CHANNEL FOLDER PROGRAM SAMPLE...

CHANNEL is the number of the inherited socket, FOLDER the private folder, PROGRAM where LibreOffice lies, SAMPLE
documents that warm the fonts and the caches. Asked by FORK with a socket attached, it answers with the child's number
and handle.
"""

from __future__ import annotations

import gc
import os
import signal
import socket
import sys
import time
import traceback
from pathlib import Path

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

import wire
from confinement import confine, release
from kit import Kit
from own_files import see_only
from serving import is_asked, ring_after, serve, watch_parent
from traces import sweep_temporary, wipe

START_SECONDS = 60
SETTLE_SECONDS = 5
REAP_SECONDS = 5


class ForkServer:
    """The parent of all workers."""

    def __init__(self, channel, folder, kit, samples, without_network, supervisor):
        self.channel, self.folder, self.kit, self.samples = channel, folder, kit, samples
        self.without_network, self.supervisor = without_network, supervisor
        self.children = set()

    def run(self):
        """Called by LibreOffice from its loop; the process ends here."""
        try:
            office = self.warm()
            ring_after(0)
            wire.send(self.channel, wire.READY, b"%d%d" % (self.without_network, os.getpid()))
            self.wait_for_requests(office)
        except BaseException:
            traceback.print_exc()
        self.end()

    def warm(self):
        """The desktop, after the samples, with one thread left."""
        import uno  # only now: the bridge must find the LibreOffice of this process
        from desktop import Desktop

        office = Desktop(uno.getComponentContext())
        for sample in self.samples:
            office.to_pdf(Path(sample).read_bytes())
        office.settle()
        self.kit.join_threads()
        stop = time.monotonic() + SETTLE_SECONDS
        while len(os.listdir("/proc/self/task")) > 1:
            if time.monotonic() > stop:
                raise RuntimeError("a thread is left: forking would copy its locks")
            time.sleep(0.01)
        gc.collect()
        gc.freeze()
        return office

    def wait_for_requests(self, office):
        """Forks when asked, until the supervisor is gone."""
        while True:
            asked = is_asked(self.channel, self.supervisor, REAP_SECONDS)
            self.reap()
            if asked is False:
                return
            if asked:
                kind, handles, _, _ = socket.recv_fds(self.channel, 1, 1)
                if kind != wire.FORK or not handles:
                    return
                self.fork(office, socket.socket(fileno=handles[0]))

    def fork(self, office, channel):
        """A child that serves `channel`; its number and handle go to the supervisor."""
        number = os.fork()
        if number == 0:
            self.channel.close()
            see_only(self.folder)
            serve(channel, office, self.supervisor)
            os._exit(0)
        channel.close()
        self.children.add(number)
        handle = os.pidfd_open(number)
        socket.send_fds(self.channel, [wire.CHILD + number.to_bytes(8, "big")], [handle])
        os.close(handle)

    def reap(self):
        """Collects the children that have ended, and now and then what the killed ones left."""
        ended = {number for number in self.children if os.waitpid(number, os.WNOHANG)[0]}
        self.children -= ended
        if ended:
            sweep_temporary(self.folder)

    def end(self):
        """Nothing is left behind, even if the supervisor was killed and cannot clean up."""
        self.reap()
        for number in self.children:
            os.kill(number, signal.SIGKILL)
            os.waitpid(number, 0)
        release(self.folder)
        wipe(self.folder)
        os._exit(0)


def main(channel, folder, program, *samples):
    """Starts LibreOffice in this thread and hands it over to the fork server."""
    ring_after(START_SECONDS)
    supervisor = watch_parent()
    without_network = confine(folder)
    kit = Kit(program, Path(folder, "profile").as_uri())
    server = ForkServer(socket.socket(fileno=int(channel)), folder, kit, samples, without_network, supervisor)
    kit.run(server.run)


if __name__ == "__main__":
    main(*sys.argv[1:])
