"""The application over a real PostgreSQL in a temporary folder, and a browser's stand-in that knows our forms."""

from __future__ import annotations

import os
import re
import shutil
import tempfile
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from filings.catalogue import EXTRA_FOLDERS, Kind, kind_of
from web import create_app
from web.config import Settings
from web.storage.database import stop_embedded


@pytest.fixture(scope="session")
def data() -> Iterator[Path]:
    """A folder for the database. Not pytest's own: it forbids others to enter, and PostgreSQL runs as another user."""
    folder = Path(tempfile.mkdtemp(prefix="filings-web-"))
    yield folder
    stop_embedded(folder)
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="session")
def app(data: Path) -> Iterator[Flask]:
    """One application and one database for all the tests; each test begins cases of its own."""
    made = create_app(Settings(data=data, keys=data / "keys", workers=1, limits=""))
    yield made
    made.extensions["filings"].close()


@pytest.fixture(autouse=True, scope="module")
def toy() -> Iterator[Kind]:
    """The kind with every widget, in the catalogue while these tests run."""
    before = os.environ.get(EXTRA_FOLDERS)
    os.environ[EXTRA_FOLDERS] = str(Path(__file__).parent / "toy")
    yield kind_of("every_widget")
    if before is None:
        del os.environ[EXTRA_FOLDERS]
    else:
        os.environ[EXTRA_FOLDERS] = before


class Person:
    """Somebody at a browser without scripts: keeps cookies, sends the token of the form that was opened last."""

    def __init__(self, client: FlaskClient) -> None:
        self.client = client
        self.filing = ""

    def begin(self, kind: str = "every_widget") -> Person:
        """Presses «Начать»."""
        reply = self.send(f"/kinds/{kind}/start", source=f"/kinds/{kind}", consent="yes")
        self.filing = re.search(r"/filing/[0-9a-f-]{36}", reply.location)[0]
        return self

    def open(self, path: str, **options: object) -> TestResponse:
        """Opens a page of the filing, or any page by its whole address."""
        return self.client.get(self._address(path), buffered=True, **options)

    def read(self, path: str) -> str:
        """The text of a page as a person sees it, with the typed values."""
        return unescape(self.open(path).text)

    def send(self, path: str, source: str = "", **form: object) -> TestResponse:
        """Opens the page and sends its form; names with dots are written with two underscores."""
        token = re.search(r'name="csrf_token" value="([^"]+)"', self.open(source or path).text)
        named = {name.replace("__", "."): value for name, value in form.items()}
        sent = {"csrf_token": token[1] if token else "", **named}
        reply = self.client.post(self._address(path), data=sent, buffered=True)
        reply.request.environ["wsgi.input"].close()  # a large upload lies in a file that the test client leaves open
        return reply

    def _address(self, path: str) -> str:
        return path if path.startswith("/") else f"{self.filing}/{path}".rstrip("/")


@pytest.fixture
def person(app: Flask) -> Person:
    """A person with a fresh browser."""
    return Person(app.test_client())


@pytest.fixture
def stranger(app: Flask) -> Person:
    """Another person."""
    return Person(app.test_client())
