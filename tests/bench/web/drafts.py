"""How soon the draft beside the question follows the typing: every request brings answers that nobody has sent yet."""

from __future__ import annotations

import random
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

from filings.catalogue import kinds
from tests.bench.measuring import p95
from tests.bench.rows import Row
from tests.bench.web.service import Service
from tests.bench.web.visitor import Visitor

_TYPISTS = 8
_GOAL_MS = 300
_PAUSE_MS = 120  # what the script waits after the last key before it asks
_KEY_SECONDS = 0.4  # from one draft to the next of the same person: words come in bursts, with pauses to think


class Typist(Visitor):
    """A visitor who has answered a part of a kind and types into one of its pages."""

    def __init__(self, port: int, number: int) -> None:
        super().__init__(port, 1000 + number)
        kind = list(kinds().values())[number % len(kinds())]
        self.begin(kind)
        steps = [step for step in self.steps(kind) if "/" not in step.path]
        for step in steps[: len(steps) // 2]:
            self.answer(step)
        self.step = random.Random(number).choice(steps)

    def type_on(self, key: int) -> None:
        """One more key: the draft of answers that differ from all before."""
        form = [(name, f"{value}{key}" if name.isidentifier() else value) for name, value in self.step.form]
        path = f"{self.filing}/preview/part?page={self.step.path}"
        self.post(path, [("csrf_token", self.token), *form])


def draft_times(service: Service, seconds: float) -> Iterator[Row]:
    """Several people type at once; the time that each draft takes, with the pause of the script before it."""
    typists = [Typist(service.port, number) for number in range(_TYPISTS)]
    for typist in typists:
        typist.type_on(0)
    ends = time.monotonic() + seconds

    def types(typist: Typist) -> list[float]:
        spent, key = [], 1
        while time.monotonic() < ends:
            time.sleep(_KEY_SECONDS)
            began = time.monotonic()
            typist.type_on(key)
            spent.append((time.monotonic() - began) * 1000 + _PAUSE_MS)
            key += 1
        return spent

    with ThreadPoolExecutor(_TYPISTS) as threads:
        spent = sorted(one for found in threads.map(types, typists) for one in found)
    late = p95(spent)
    yield Row(f"draft after a key, {_TYPISTS} people typing, p50", f"{spent[len(spent) // 2]:.0f} ms")
    yield Row("draft after a key, p95", f"{late:.0f} ms", f"≤ {_GOAL_MS} ms", late <= _GOAL_MS)
