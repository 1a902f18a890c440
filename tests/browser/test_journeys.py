"""Every kind is walked in a real browser from the start page to the packet, and every page passes axe."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from functools import lru_cache

import pypdf
import pytest
from axe_playwright_python.sync_playwright import Axe
from journey import Journey, answers_of
from PIL import Image
from playwright.sync_api import Page

from filings.catalogue import kinds

pytestmark = [pytest.mark.xdist_group("browser"), pytest.mark.timeout(300)]
RULES = ["wcag2a", "wcag2aa", "wcag2aaa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@lru_cache(maxsize=1)
def axe() -> Axe:
    """The checker of accessibility; 7:1 contrast and 44 px targets are among its AAA rules."""
    return Axe()


def check(page: Page) -> None:
    """Nothing that axe reports, nothing wider than the screen."""
    page.wait_for_load_state("load")  # without its style a page has small targets
    width = page.evaluate("document.documentElement.scrollWidth")
    assert width <= page.viewport_size["width"], f"{page.url} шире экрана: {width}"
    found = axe().run(page, options={"runOnly": RULES}).response
    wrong = {one["id"]: [node["html"][:200] for node in one["nodes"]] for one in found["violations"]}
    assert not wrong, f"{page.url}: {wrong}"
    assert len(found["passes"]) > 10, "axe ничего не проверил"


def check_beside(page: Page) -> None:
    """The same for a window without scripts, where axe cannot run: the page is opened in another one beside it."""
    context = page.context.browser.new_context(viewport=page.viewport_size, storage_state=page.context.storage_state())
    twin = context.new_page()
    twin.goto(page.url)
    check(twin)
    context.close()


def once_each(look: Callable[[Page], None]) -> Callable[[Page], None]:
    """The second row of a list looks like the first: each kind of page is looked at once."""
    seen: set[tuple[str, bool]] = set()

    def once(page: Page) -> None:
        kind_of_page = (re.sub(r"/\d+(\?.*)?$", "/row", page.url), page.locator("#rows li").count() > 0)
        if kind_of_page not in seen:
            seen.add(kind_of_page)
            look(page)

    return once


@pytest.fixture
def exhibits(tmp_path):
    """A photograph and a document of two pages."""
    photo, contract = tmp_path / "фото.jpg", tmp_path / "договор.pdf"
    Image.new("RGB", (600, 800), "white").save(photo)
    writer = pypdf.PdfWriter()
    for _ in range(2):
        writer.add_blank_page(595, 842)
    writer.write(contract)
    return [photo, contract]


@pytest.mark.parametrize("name", sorted(kinds()))
def test_the_way_to_the_packet(name, page, scripts, address, exhibits, tmp_path):
    journey = Journey(page, address, kinds()[name])
    journey.look = once_each(check if scripts else check_beside)
    files = journey.walk(exhibits, tmp_path)
    assert set(files) == {"packet.pdf", f"{name}.docx", "next_steps.pdf", "all.zip"}
    packet = pypdf.PdfReader(files["packet.pdf"])
    text = "".join(sheet.extract_text() for sheet in packet.pages)
    assert "Приложение №" in text.replace("\u00a0", " ")
    with zipfile.ZipFile(io.BytesIO(files["all.zip"].read_bytes())) as archive:
        assert archive.read("packet.pdf") == files["packet.pdf"].read_bytes()


def test_back_and_forward_lose_nothing(page, address):
    journey = Journey(page, address, kinds()["wage_claim"])
    journey.begin()
    surname = answers_of(journey.kind)["claimant"]["surname"]
    journey.answer_one()
    journey.answer_one()
    page.go_back()
    page.go_back()
    assert page.locator("[name=surname]").input_value() == surname
    page.go_forward()
    page.get_by_role("link", name="Назад").click()
    assert page.locator("[name=surname]").input_value() == surname


def test_an_error_is_named_and_takes_the_focus(wide_page, address):
    journey = Journey(wide_page, address, kinds()["wage_claim"])
    journey.begin()
    wide_page.locator("[name=first_name]").fill("Мария")
    wide_page.locator(".actions button").click()
    check(wide_page)
    assert wide_page.title().startswith("Ошибка: ")
    assert wide_page.evaluate("document.activeElement.id") == "summary"
    wide_page.locator("#summary a").first.click()
    assert wide_page.evaluate("document.activeElement.name") == "surname"
    assert wide_page.locator("[name=first_name]").input_value() == "Мария"


def test_a_page_by_keyboard_alone(wide_page, address):
    journey = Journey(wide_page, address, kinds()["wage_claim"])
    journey.begin()
    wide_page.locator("[name=surname]").focus()
    for word in ("Иванова", "Мария", "Петровна"):
        wide_page.keyboard.type(word)
        wide_page.keyboard.press("Tab")
    wide_page.keyboard.press("Enter")
    wide_page.wait_for_url("**/questions/claimant-2")


def test_the_script_opens_a_question_at_once(wide_page, address):
    journey = Journey(wide_page, address, kinds()["wage_claim"])
    journey.begin()
    while "/questions/employer" not in wide_page.url:
        journey.answer_one()
    title = wide_page.locator("[name=title]")
    assert not title.is_visible()
    wide_page.get_by_label("Организация").check()
    assert title.is_visible()
    wide_page.get_by_label("Индивидуальный предприниматель").check()
    assert not title.is_visible()


def test_the_first_load_is_within_60_kilobytes(wide_page, address):
    sizes: list[int] = []
    wide_page.on("response", lambda reply: sizes.append(len(reply.body()) + 400))
    wide_page.goto(address, wait_until="networkidle")
    wide_page.get_by_role("link", name=kinds()["wage_claim"].about.title).click()
    assert sum(sizes) < 60 * 1024
    assert all(reply.startswith(address) for reply in [wide_page.url])


def test_large_text_does_not_break_the_page(browser, address):
    context = browser.new_context(viewport={"width": 640, "height": 400}, device_scale_factor=2)
    page = context.new_page()
    page.goto(address)
    page.add_init_script("document.documentElement.style.fontSize = '200%'")
    journey = Journey(page, address, kinds()["wage_claim"])
    journey.look = check
    journey.begin()
    check(page)
    context.close()
