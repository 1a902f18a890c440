"""A served application and a real browser for it."""

from __future__ import annotations

import os
import shutil
import tempfile
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright
from waitress import create_server

from web import create_app
from web.config import Settings
from web.storage.database import stop_embedded

# Wide with a script, narrow without: the ends of what people have.
SCREENS = {"широкий экран": (1280, True), "телефон без сценариев": (360, False)}


@pytest.fixture(scope="session")
def address() -> Iterator[str]:
    """The address of a running service over a database of its own."""
    # Not pytest's folder: it forbids others to enter, and PostgreSQL runs as another user.
    data = Path(tempfile.mkdtemp(prefix="filings-browser-"))
    app = create_app(Settings(data=data, keys=data / "keys", workers=1, limits=""))
    server = create_server(app, host="127.0.0.1", port=0, threads=4)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.effective_port}/"
    server.close()
    thread.join(timeout=5)
    app.extensions["filings"].close()
    stop_embedded(data)
    shutil.rmtree(data, ignore_errors=True)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium of the system, or the one that CHROMIUM names."""
    names = (os.environ.get("CHROMIUM"), "chromium", "google-chrome", "google-chrome-stable")
    path = next((found for name in names if name and (found := shutil.which(name))), None)
    with sync_playwright() as tools:
        opened = tools.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-gpu"])
        yield opened
        opened.close()


@pytest.fixture(params=SCREENS)
def screen(request: pytest.FixtureRequest) -> tuple[int, bool]:
    """The width of the window and whether scripts run in it."""
    return SCREENS[request.param]


@pytest.fixture
def scripts(screen: tuple[int, bool]) -> bool:
    """Whether scripts run in the window."""
    return screen[1]


@pytest.fixture
def page(screen: tuple[int, bool], browser: Browser) -> Iterator[Page]:
    """A fresh browser window, with cookies of its own."""
    width, scripts = screen
    context = browser.new_context(viewport={"width": width, "height": 800}, java_script_enabled=scripts)
    yield context.new_page()
    context.close()


@pytest.fixture
def wide_page(browser: Browser) -> Iterator[Page]:
    """A wide window with scripts."""
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    yield context.new_page()
    context.close()


@pytest.fixture
def narrow_page(browser: Browser) -> Iterator[Page]:
    """A phone with scripts."""
    context = browser.new_context(viewport={"width": 360, "height": 780})
    yield context.new_page()
    context.close()
