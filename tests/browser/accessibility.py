"""What is checked of a page that is open: axe, the width of the screen, one heading, a title."""

from __future__ import annotations

from functools import lru_cache

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

RULES = ["wcag2a", "wcag2aa", "wcag2aaa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@lru_cache(maxsize=1)
def axe() -> Axe:
    """The checker of accessibility; 7:1 contrast and 44 px targets are among its AAA rules."""
    return Axe()


def check(page: Page) -> None:
    """Nothing that axe reports, nothing wider than the screen."""
    fits(page)
    found = axe().run(page, options={"runOnly": RULES}).response
    wrong = {one["id"]: [node["html"][:200] for node in one["nodes"]] for one in found["violations"]}
    assert not wrong, f"{page.url}: {wrong}"
    assert len(found["passes"]) > 10, "axe ничего не проверил"


def fits(page: Page) -> None:
    """Nothing wider than the screen; one heading; a title that names the page and no error."""
    page.wait_for_load_state("load")  # without its style a page has small targets
    width = page.evaluate("document.documentElement.scrollWidth")
    assert width <= page.viewport_size["width"], f"{page.url} шире экрана: {width}"
    assert page.locator("h1").count() == 1, page.url
    assert len(page.title()) > 10, page.url


def check_beside(page: Page) -> None:
    """The same for a window without scripts, where axe cannot run: the page is opened in another one beside it."""
    context = page.context.browser.new_context(viewport=page.viewport_size, storage_state=page.context.storage_state())
    twin = context.new_page()
    twin.goto(page.url)
    check(twin)
    context.close()
