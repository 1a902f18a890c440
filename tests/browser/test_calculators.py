"""The calculators in a real browser: the list, a result, an error; wide with scripts and narrow without."""

from __future__ import annotations

import pytest
from accessibility import check, check_beside
from playwright.sync_api import expect

pytestmark = [pytest.mark.xdist_group("browser"), pytest.mark.timeout(120)]

RESULT = "calculators/default_interest?principal=200000&since=2021-03-11&until=2026-12-30&payment=2026-05-12=10000"


@pytest.fixture
def look(scripts):
    """What is done on every page: axe needs scripts, without them it looks at the same address beside."""
    return check if scripts else check_beside


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


def test_from_the_list_to_the_result(page, look, address):
    page.goto(address)
    page.get_by_role("link", name="Расчёты").click()
    look(page)
    page.get_by_role("link", name="Проценты за пользование чужими деньгами").click()
    look(page)
    page.locator("[name=principal]").fill("200 000")
    page.locator("[name=since-day]").fill("11.03.2026")
    page.locator("[name=until-day]").fill("30.09.2026")
    page.get_by_role("button", name="Добавить").click()
    page.locator("[name='payments.0.on-day']").fill("12.05.2026")
    page.locator("[name='payments.0.amount']").fill("10 000")
    page.get_by_role("button", name="Добавить").click()
    page.get_by_role("button", name="Убрать").last.click()
    page.locator(".actions").get_by_role("button", name="Посчитать").click()
    look(page)
    assert page.url.endswith("payment=2026-05-12=10000&moratorium=yes")
    expect(page.get_by_role("heading", level=2).first).to_contain_text("руб.")
    with page.expect_download() as waiting:
        page.get_by_role("link", name="Скачать Word").click()
    assert waiting.value.suggested_filename == "Проценты за пользование чужими деньгами.docx"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_result_is_seen_and_accessible(page, look, address, scheme):
    page.emulate_media(color_scheme=scheme)
    page.goto(address + RESULT)
    look(page)
    picture = page.get_by_role("img", name="Ставка за период")
    assert picture.is_visible()
    assert page.get_by_role("row").count() > 30
    assert "наибольшая 21 %" in plain(page.locator("#chart-desc").text_content())


def test_an_error(page, look, address):
    page.goto(address + "calculators/limitation?do=next&debts.0.on-day=31.02.2026&debts.0.amount=5")
    look(page)
    page.locator("#summary a").first.click()
    assert page.evaluate("document.activeElement.name") == "debts.0.on-day"
    assert page.locator("[name='debts.0.amount']").input_value() == "5"


def test_the_page_fits_the_narrowest_screen(browser, address):
    context = browser.new_context(viewport={"width": 320, "height": 700})
    page = context.new_page()
    page.goto(address + RESULT)
    check(page)
    context.close()


def test_the_calculation_and_the_link_are_copied(wide_page, address):
    wide_page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    wide_page.goto(address + RESULT)
    wide_page.get_by_role("button", name="Скопировать расчёт").click()
    expect(wide_page.get_by_role("status")).to_have_text("Расчёт скопирован.")
    copied = plain(wide_page.evaluate("navigator.clipboard.readText()"))
    assert copied.startswith("Расчёт процентов") and "Итого: " in copied and "Норма: ГК РФ" in copied
    wide_page.get_by_role("button", name="Скопировать ссылку").click()
    expect(wide_page.get_by_role("status")).to_contain_text("Ссылка скопирована")
    assert wide_page.evaluate("navigator.clipboard.readText()") == address + RESULT


def test_print_shows_the_calculation_without_the_form(wide_page, address):
    wide_page.goto(address + RESULT)
    wide_page.emulate_media(media="print")
    assert wide_page.locator(".value").is_visible() and wide_page.locator(".given").is_visible()
    assert not wide_page.locator(".numbers").is_visible()
    assert not wide_page.get_by_role("link", name="Скачать PDF").is_visible()
