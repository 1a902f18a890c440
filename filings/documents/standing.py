"""Threads that stand ready as long as the program lives: to start one is to wait until it has begun."""

from __future__ import annotations

import os
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TypeVar

Result = TypeVar("Result")


class Standing:
    """Like ThreadPoolExecutor, but for the whole program and its forks; nobody closes it."""

    def __init__(self, threads: int, name: str) -> None:
        """No more than `threads` work at once; none is started before it is needed."""
        self._threads, self._name = threads, name
        self._renew()
        os.register_at_fork(after_in_child=self._renew)

    def _renew(self) -> None:
        """A forked program has none of the threads of the original."""
        self._executor = ThreadPoolExecutor(self._threads, thread_name_prefix=self._name)

    def submit(self, work: Callable[..., Result], *of: object) -> Future[Result]:
        """Begins as soon as a thread is free."""
        return self._executor.submit(work, *of)
