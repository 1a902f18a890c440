"""Answers of several parts in a browser: a pasted address, a period by keyboard alone, «Не знаю» and its boxes."""

from __future__ import annotations

import re

import pytest
from accessibility import check
from journey import Journey
from playwright.sync_api import Locator, Page, expect

from filings.catalogue import kinds

pytestmark = [pytest.mark.xdist_group("browser"), pytest.mark.timeout(240)]

PARTS = {"postcode": "344002", "place": "г. Ростов-на-Дону", "street": "ул. Садовая, д. 10", "flat": "кв. 5"}


def opened(page: Page, address: str, name: str, key: str) -> str:
    """The page `key` of a fresh draft, opened; the address of its filing."""
    Journey(page, address, kinds()[name]).begin()
    filing = re.search(r".*/filing/[0-9a-f-]{36}", page.url)[0]
    page.goto(f"{filing}/questions/{key}")
    return filing


def box(page: Page, name: str) -> Locator:
    return page.locator(f"[name='{name}']")


def test_a_pasted_address_is_laid_out_at_once(narrow_page, address):
    opened(narrow_page, address, "wage_claim", "claimant-3")
    check(narrow_page)
    narrow_page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    narrow_page.evaluate(
        "text => navigator.clipboard.writeText(text)", "344002,\nг. Ростов-на-Дону, ул. Садовая, д. 10 кв. 5"
    )
    box(narrow_page, "address-street").focus()
    narrow_page.keyboard.press("Control+V")
    for part, text in PARTS.items():
        expect(box(narrow_page, f"address-{part}")).to_have_value(text)
    box(narrow_page, "address-flat").fill("")
    box(narrow_page, "address-place").fill("170100, г. Тверь, ул. Мира, д. 7")
    box(narrow_page, "address-place").blur()
    expect(box(narrow_page, "address-street")).to_have_value("ул. Мира, д. 7")
    expect(box(narrow_page, "address-postcode")).to_have_value("170100")


def test_an_unlikely_address_and_a_refused_one(wide_page, address):
    filing = opened(wide_page, address, "wage_claim", "court")
    box(wide_page, "title").fill("Советский районный суд г. Твери")
    box(wide_page, "address-street").fill("д. 5")
    wide_page.locator(".actions button[value=next]").click()
    expect(wide_page.locator("#summary")).to_be_focused()
    check(wide_page)
    box(wide_page, "address-place").fill("г. Тверь")
    box(wide_page, "address-street").fill("ул. Мира")
    wide_page.locator(".actions button[value=next]").click()
    expect(wide_page.get_by_text("не видно номера дома. Если так и есть")).to_be_visible()
    wide_page.goto(f"{filing}/questions/court")
    expect(wide_page.get_by_text("Проверьте: не видно номера дома")).to_be_visible()
    check(wide_page)


def test_a_period_by_keyboard_alone(wide_page, address):
    filing = opened(wide_page, address, "benefit_refusal_complaint", "flaws")
    wide_page.locator("[name=flaws][value=no_income_reason]").check()
    wide_page.locator(".actions button[value=next]").click()
    wide_page.goto(f"{filing}/questions/idle/0")
    check(wide_page)
    box(wide_page, "who").fill("Королёва М.П.")
    box(wide_page, "reason").first.check()
    box(wide_page, "proof").fill("справка")
    box(wide_page, "since-day").focus()
    for keys in ("10", "03", "2026", "09", "03", "2026"):
        wide_page.keyboard.type(keys)
        wide_page.keyboard.press("Tab")
    expect(box(wide_page, "until-open")).to_be_focused()
    wide_page.keyboard.press("Enter")
    expect(wide_page.locator("#summary")).to_contain_text("конец раньше начала")
    check(wide_page)
    box(wide_page, "until-open").focus()
    wide_page.keyboard.press("Space")
    expect(box(wide_page, "until-day")).to_have_value("")
    box(wide_page, "until-day").press_sequentially("11")
    expect(box(wide_page, "until-open")).not_to_be_checked()


def test_not_knowing_empties_its_boxes_and_typing_takes_it_back(narrow_page, address):
    filing = opened(narrow_page, address, "loan_court_order", "citizen-2")
    box(narrow_page, "birth_date-day").fill("10")
    box(narrow_page, "birth_date-unknown").check()
    expect(box(narrow_page, "birth_date-day")).to_have_value("")
    narrow_page.locator(".actions button[value=next]").click()
    narrow_page.goto(f"{filing}/questions/citizen-2")
    expect(box(narrow_page, "birth_date-unknown")).to_be_checked()
    check(narrow_page)
    box(narrow_page, "birth_date-day").press_sequentially("1")
    expect(box(narrow_page, "birth_date-unknown")).not_to_be_checked()
