"""Clocks and scales: times of ways that take turns, work done in a second, memory of a whole tree of processes."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from itertools import count
from pathlib import Path
from statistics import median, quantiles
from threading import Lock
from typing import Any

MEGABYTE = 1024 * 1024
Way = Callable[[Any], object]


def milliseconds(work: Callable[[], object]) -> float:
    """How long one call takes."""
    began = time.perf_counter()
    work()
    return (time.perf_counter() - began) * 1000


def in_turns(ways: Mapping[str, Way], items: Sequence[Any], rounds: int, slow: Sequence[str] = ()) -> dict[str, float]:
    """Median milliseconds by way. The ways take turns, so that the neighbours of the machine disturb them alike.

    The `slow` ones take part in every fifth round only. Each way is warmed by one item that is not counted.
    """
    times: dict[str, list[float]] = {name: [] for name in ways}
    for name, way in ways.items():
        if name not in slow:
            way(items[-1])
    for turn in range(rounds):
        for name, way in ways.items():
            if name not in slow or turn % 5 == 0:
                item = items[turn % len(items)]
                times[name].append(milliseconds(lambda way=way, item=item: way(item)))
    return {name: median(spent) for name, spent in times.items()}


def per_second(way: Way, items: Sequence[Any], seconds: float, clients: int) -> tuple[float, list[float]]:
    """How many in a second with so many clients at once, and the sorted milliseconds of each."""
    stop, lock = time.monotonic() + seconds, Lock()
    spent: list[float] = []

    def client(first: int) -> None:
        for number in count(first, clients):
            item = items[number % len(items)]
            took = milliseconds(lambda item=item: way(item))
            with lock:
                spent.append(took)
            if time.monotonic() > stop:
                return

    began = time.monotonic()
    with ThreadPoolExecutor(clients) as threads:
        for done in [threads.submit(client, first) for first in range(clients)]:
            done.result()
    return len(spent) / (time.monotonic() - began), sorted(spent)


def p95(spent: Sequence[float]) -> float:
    """The time that one in twenty exceeds."""
    return quantiles(spent, n=20)[-1] if len(spent) > 1 else max(spent)


def memory() -> float:
    """Megabytes that this process and all below it keep, shared pages counted once (PSS)."""
    return sum(map(_pss, _tree(os.getpid()))) / MEGABYTE


def _pss(number: int) -> int:
    try:
        lines = Path(f"/proc/{number}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return sum(int(line.split()[1]) * 1024 for line in lines if line.startswith("Pss:"))


def _tree(root: int) -> list[int]:
    found = [root]
    for number in found:
        for task in Path(f"/proc/{number}/task").glob("*"):
            try:
                found += map(int, (task / "children").read_text().split())
            except OSError:
                continue
    return found
