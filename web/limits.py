"""How often one visitor, one address, or everybody together may try: codes, new drafts, uploads, packets.

An office or a mobile network may stand behind one address: what is allowed to it is many times a person's need.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from time import time

from flask import Flask, current_app, request
from limits import RateLimitItem, parse
from limits.storage import Storage, storage_from_string
from limits.strategies import MovingWindowRateLimiter
from werkzeug.exceptions import TooManyRequests

from web.storage.secrecy import token_hash
from web.visitor import tokens


@dataclass(frozen=True)
class Rates:
    """What is allowed to a visitor, to an address, to everybody; an empty text allows anything."""

    visitor: str = ""
    address: str = ""
    everybody: str = ""

    def items(self, name: str) -> list[tuple[RateLimitItem, str, str]]:
        """The limits that have a text, each with what it counts by."""
        found = (
            (self.visitor, "visitor", _visitor()),
            (self.address, "address", request.remote_addr or ""),
            (self.everybody, "everybody", "all"),
        )
        return [(parse(text), f"{name}/{by}", key) for text, by, key in found if text and key]


# Twelve digits and five hundred wrong ones an hour: to hit one of 100 000 codes takes years.
RATES = {
    "code": Rates(address="10 per 15 minutes", everybody="500 per hour"),
    "start": Rates(visitor="60 per hour", address="600 per hour"),
    "upload": Rates(visitor="300 per hour", address="3000 per hour"),
    "assembly": Rates(visitor="60 per hour", address="600 per hour"),
    "paper": Rates(address="300 per hour"),
}


@dataclass
class Limits:
    """Counts attempts in `storage`; without one nothing is counted."""

    storage: Storage | None
    rates: dict[str, Rates] = field(default_factory=lambda: dict(RATES))

    def check(self, name: str) -> None:
        """Raises TooManyRequests when the attempts `name` are used up; counts nothing."""
        self._each(name, "test")

    def count(self, name: str) -> None:
        """Counts an attempt, and raises TooManyRequests when it is one too many."""
        self._each(name, "hit")

    def _each(self, name: str, action: str) -> None:
        if self.storage is None:
            return
        window = MovingWindowRateLimiter(self.storage)
        for item, scope, key in self.rates[name].items(name):
            if not getattr(window, action)(item, scope, key):
                again = window.get_window_stats(item, scope, key).reset_time
                raise TooManyRequests(retry_after=max(1, int(again - time())))


def register(app: Flask, where: str) -> None:
    """Counts at `where`, an address of the library `limits`; nothing when it is empty."""
    app.extensions["filings-limits"] = Limits(storage_from_string(where) if where else None)
    app.before_request(_count_costly)


def limits() -> Limits:
    """The counters of the running application."""
    return current_app.extensions["filings-limits"]


def _count_costly() -> None:
    if request.blueprint == "calculator_files":
        limits().count("paper")
    if request.method != "POST":
        return
    if request.endpoint == "home.begin":
        limits().count("start")
    if request.endpoint == "exhibits.save" and any(one.filename for one in request.files.getlist("files")):
        limits().count("upload")
    if request.endpoint == "packet.ask" or (request.endpoint == "exhibits.save" and _goes_on()):
        limits().count("assembly")


def _goes_on() -> bool:
    return request.form.get("do", "next") == "next"


def _visitor() -> str:
    """The browser by its oldest draft, hashed; empty for one without drafts."""
    mine = tokens()
    return token_hash(mine[0]).hex() if mine else ""
