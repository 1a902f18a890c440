"""Drafts in a real browser: consent, sections, a code for another device, two tabs, leaving; each page passes axe."""

from __future__ import annotations

import pytest
from accessibility import check, check_beside
from journey import Journey
from playwright.sync_api import Page, expect

from filings.catalogue import kinds

pytestmark = [pytest.mark.xdist_group("browser"), pytest.mark.timeout(180)]
KIND = "wage_claim"


@pytest.fixture
def look(scripts):
    """Axe needs scripts; without them it looks at the same address beside."""
    return check if scripts else check_beside


def begin(page: Page, address: str) -> Journey:
    """A draft with its first page answered."""
    journey = Journey(page, address, kinds()[KIND])
    journey.begin()
    journey.answer_one()
    return journey


def test_consent_is_asked_for_and_readable_by_itself(page, look, address):
    page.goto(f"{address}kinds/{KIND}")
    page.get_by_role("button", name="Начать").click()
    expect(page).to_have_title("Ошибка: " + kinds()[KIND].about.title + " — Своё право")
    page.get_by_role("link", name="Прочитать согласие").click()
    look(page)
    assert page.get_by_role("heading", level=1).inner_text() == "Согласие на обработку персональных данных"


def test_sections_are_opened_in_any_order(page, look, address):
    begin(page, address)
    page.get_by_role("link", name="Все разделы").click()
    look(page)
    assert page.locator(".state-begun").count() == 1
    page.get_by_role("link", name="Суд", exact=True).click()
    assert "/questions/venue" in page.url


def test_the_draft_goes_on_by_its_code_and_leaves_without_a_trace(page, look, address, browser):
    begin(page, address)
    filing = page.url.partition("/questions")[0]
    page.get_by_role("link", name="Продолжить на другом устройстве").click()
    look(page)
    page.get_by_role("button", name="Получить код").click()
    code = page.locator("#code").inner_text()
    context = browser.new_context(viewport=page.viewport_size)
    other = context.new_page()
    other.goto(f"{address}resume")
    other.get_by_label("Какой у вас код?").fill("1234")
    other.get_by_role("button", name="Открыть черновик").click()
    check(other)
    other.get_by_label("Какой у вас код?").fill(code)
    other.get_by_role("button", name="Открыть черновик").click()
    assert other.url == f"{filing}/sections"
    other.goto(f"{address}leave")
    check(other)
    other.get_by_role("button", name="Забыть меня").click()
    check(other)
    assert context.cookies() == []
    assert other.goto(f"{filing}/check").status == 404
    check(other)
    context.close()
    page.goto(address)
    look(page)
    expect(page.get_by_role("heading", name="Мои черновики")).to_be_visible()


def test_two_tabs_show_both_answers(wide_page, address):
    begin(wide_page, address)
    wide_page.go_back()
    other = wide_page.context.new_page()
    other.goto(wide_page.url)
    for tab, surname in ((other, "Петрова"), (wide_page, "Сидорова")):
        tab.locator("[name=surname]").fill(surname)
        tab.locator(".actions button[value=next]").first.click()
    check(wide_page)
    wide_page.get_by_role("button", name="Записать присланное").click()
    wide_page.goto(wide_page.url.partition("/questions")[0] + "/questions/claimant")
    assert wide_page.locator("[name=surname]").input_value() == "Сидорова"


@pytest.mark.parametrize("how", ["кнопкой", "клавишей"])
def test_the_way_out_in_a_hurry(wide_page, address, how):
    wide_page.route("**/exit", lambda route: route.fulfill(body="погода", content_type="text/plain; charset=utf-8"))
    wide_page.goto(f"{address}kinds/{KIND}")
    before = wide_page.evaluate("history.length")
    if how == "кнопкой":
        wide_page.get_by_role("link", name="Быстро уйти").click()
    else:
        for _ in range(3):
            wide_page.keyboard.press("Escape")
    wide_page.wait_for_url("**/exit")
    assert wide_page.evaluate("history.length") == before, "страница уступила своё место в истории"
