"""A person at a browser without scripts: keeps the cookie, sends our forms, tries again when nobody answers."""

from __future__ import annotations

import http.client
import re
import time
from dataclasses import dataclass
from urllib.parse import urlencode

from filings.catalogue import Kind
from tests.bench.web.answers import Step, steps_of

_PATIENCE_SECONDS = 60
_HIDDEN = re.compile(r'<input type="hidden" name="(csrf_token|mark)" value="([^"]*)"')


@dataclass(frozen=True)
class Reply:
    """What came back; `location` is where it sends the browser."""

    status: int
    text: str
    location: str
    content: bytes


class Failed(Exception):
    """The service answered with an error of its own, or never."""


class Visitor:
    """One browser. `number` makes the address and the surname, which no other visitor has."""

    def __init__(self, port: int, number: int) -> None:
        self.port, self.number = port, number
        self.cookie = ""
        self.token = ""
        self.filing = ""
        self.retries = 0
        self._link: http.client.HTTPConnection | None = None

    def get(self, path: str) -> Reply:
        """Opens a page."""
        return self._ask("GET", path, None)

    def post(self, path: str, form: list[tuple[str, str]]) -> Reply:
        """Sends a form."""
        return self._ask("POST", path, urlencode(form))

    def send(self, path: str, form: list[tuple[str, str]]) -> Reply:
        """Opens the page, takes its hidden fields, sends its form."""
        page = self.get(path)
        return self.post(path, [*dict(_HIDDEN.findall(page.text)).items(), *form])

    def begin(self, kind: Kind) -> None:
        """Consents and presses «Начать»."""
        self.token = dict(_HIDDEN.findall(self.get(f"/kinds/{kind.name}").text))["csrf_token"]
        reply = self.post(f"/kinds/{kind.name}/start", [("csrf_token", self.token), ("consent", "yes")])
        self.filing = re.match(r"/filing/[0-9a-f-]+", reply.location)[0]

    def steps(self, kind: Kind) -> list[Step]:
        """The pages of the kind with this visitor's answers."""
        return steps_of(kind, surname_of(self.number))

    def answer(self, step: Step) -> bool:
        """Answers one page; whether the service confirmed it by sending on."""
        return self.send(f"{self.filing}/questions/{step.path}", step.form).status == 302

    def _ask(self, method: str, path: str, body: str | None) -> Reply:
        deadline = time.monotonic() + _PATIENCE_SECONDS
        while True:
            try:
                reply = self._once(method, path, body)
            except (OSError, http.client.HTTPException) as nobody:
                self._hang_up()
                if time.monotonic() > deadline:
                    raise Failed(f"{method} {path}: no answer") from nobody
                self.retries += 1
                time.sleep(0.3)
                continue
            if reply.status >= 500 or reply.status == 429:
                raise Failed(f"{method} {path}: {reply.status}")
            return reply

    def _once(self, method: str, path: str, body: str | None) -> Reply:
        if self._link is None:
            self._link = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        headers = {"Cookie": self.cookie, "X-Forwarded-For": f"10.{self.number >> 8}.{self.number & 255}.1"}
        if body is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        self._link.request(method, path, body, headers)
        found = self._link.getresponse()
        content = found.read()
        if cookie := found.headers.get("Set-Cookie"):
            self.cookie = cookie.partition(";")[0]
        text = content.decode() if found.headers.get_content_maintype() == "text" else ""
        return Reply(found.status, text, found.headers.get("Location") or "", content)

    def _hang_up(self) -> None:
        if self._link is not None:
            self._link.close()
            self._link = None


def surname_of(number: int) -> str:
    """A surname that no other number has and that stays whole in every case: «Бакудова»."""
    consonants, vowels = "бвгдзклмнпрст", "аеиоу"
    syllables = ""
    for _ in range(3):
        number, left = divmod(number, len(consonants) * len(vowels))
        syllables += consonants[left // len(vowels)] + vowels[left % len(vowels)]
    return f"{syllables.capitalize()}дова"
