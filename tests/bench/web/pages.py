"""How fast a page answers at a steady fifty requests a second, and how much the first one weighs over the wire."""

from __future__ import annotations

import http.client
import random
import re
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from threading import Lock

from filings.catalogue import kinds
from tests.bench.measuring import p95
from tests.bench.rows import Row
from tests.bench.web.service import Service
from tests.bench.web.visitor import Visitor

_VISITORS = 24
_GOAL_MS = 60
_FIRST_LOAD_BYTES = 60 * 1024
# What strangers ask for, and how often of a hundred.
_MIXTURE = {"question": 40, "save": 25, "check": 10, "start": 10, "kind": 10, "sections": 5}


class Halfway(Visitor):
    """A visitor who has answered half of the questions of a kind."""

    def __init__(self, port: int, number: int) -> None:
        super().__init__(port, number)
        self.kind = list(kinds().values())[number % len(kinds())]
        self.begin(self.kind)
        steps = self.steps(self.kind)
        self.done = steps[: len(steps) // 2]
        self.busy = Lock()
        for step in self.done:
            self.answer(step)

    def ask(self, what: str) -> None:
        """One request of the mixture; a browser waits for one page before it asks for the next."""
        step = random.choice(self.done)
        question = f"{self.filing}/questions/{step.path}"
        paths = {"question": question, "start": "/", "kind": f"/kinds/{self.kind.name}"}
        with self.busy:
            if what == "save":
                self.post(question, [("csrf_token", self.token), *step.form])
            else:
                self.get(paths.get(what, f"{self.filing}/{what}"))


def page_times(service: Service, seconds: float, rate: float) -> Iterator[Row]:
    """Requests leave by the clock, whether earlier ones are back or not, as those of strangers do."""
    visitors = [Halfway(service.port, number) for number in range(_VISITORS)]
    for what in _MIXTURE:  # a service that has just started reads its templates first
        for visitor in visitors:
            visitor.ask(what)
    wanted = random.Random(1).choices(list(_MIXTURE), list(_MIXTURE.values()), k=int(seconds * rate))
    began = time.monotonic() + 0.1

    def one(number: int) -> float:
        due = began + number / rate
        time.sleep(max(0.0, due - time.monotonic()))
        visitors[number % _VISITORS].ask(wanted[number])
        return (time.monotonic() - due) * 1000

    with ThreadPoolExecutor(_VISITORS) as threads:
        spent = sorted(threads.map(one, range(len(wanted))))
    late = p95(spent)
    yield Row(f"pages at {rate:g} a second, p50", f"{spent[len(spent) // 2]:.0f} ms")
    yield Row(f"pages at {rate:g} a second, p95", f"{late:.0f} ms", f"≤ {_GOAL_MS} ms", late <= _GOAL_MS)


def first_load(service: Service) -> Iterator[Row]:
    """A page with everything that it calls, nothing of it in the browser yet: bytes as they travel."""
    yield _weighed("first load of the start page", _weight(service, "/"))
    yield _weighed("of the heaviest kind", max(_weight(service, f"/kinds/{name}") for name in kinds()))
    visitor = Halfway(service.port, _VISITORS)
    question = f"{visitor.filing}/questions/{visitor.done[0].path}"
    yield _weighed("of a question", _weight(service, question, visitor.cookie))


def _weighed(what: str, found: int) -> Row:
    return Row(what, f"{found / 1024:.1f} KB", f"≤ {_FIRST_LOAD_BYTES // 1024} KB", found <= _FIRST_LOAD_BYTES)


def _weight(service: Service, path: str, cookie: str = "") -> int:
    total, text = _bytes_of(service, path, cookie)
    called = set(re.findall(r'(?:src|href)="(/static/[^"]+)"', text))
    return total + sum(_bytes_of(service, one, cookie)[0] for one in called)


def _bytes_of(service: Service, path: str, cookie: str) -> tuple[int, str]:
    link = http.client.HTTPConnection("127.0.0.1", service.port, timeout=30)
    link.request("GET", path.replace("&amp;", "&"), headers={"Accept-Encoding": "gzip", "Cookie": cookie})
    reply = link.getresponse()
    content = reply.read()
    link.close()
    size = len(content) + sum(len(name) + len(value) + 4 for name, value in reply.getheaders())
    return size, "" if reply.getheader("Content-Encoding") else content.decode()
