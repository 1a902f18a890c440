"""Every kind is walked in a real browser from the start page to a packet equal to the command line's."""

from __future__ import annotations

import pypdf
import pytest
from accessibility import check, fits
from journey import Journey
from PIL import Image
from sample_answers import answers_of

from filings.assembly import ExhibitFile, assemble
from filings.catalogue import kinds
from web.clock import today

pytestmark = [pytest.mark.xdist_group("browser"), pytest.mark.timeout(300)]
# Every kind is walked once; the ways of looking at it take turns, so that all of them are walked by many kinds.
MODES = {"1280": (1280, True), "360-noscript": (360, False), "360": (360, True), "1280-noscript": (1280, False)}
WALKS = [
    pytest.param(name, MODES[mode], id=f"{name}-{mode}")
    for number, name in enumerate(sorted(kinds()))
    for mode in [list(MODES)[number % len(MODES)]]
]


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


@pytest.mark.parametrize(("name", "screen"), WALKS)
def test_the_way_to_the_packet_of_the_command_line(name, screen, page, address, exhibits, tmp_path):
    kind = kinds()[name]
    journey = Journey(page, address, kind)
    journey.look = fits
    files = journey.walk(exhibits, tmp_path)
    assert {"packet.pdf", f"{name}.docx", "next_steps.pdf", "all.zip"} <= set(files)
    made = assemble(kind, journey.answers, on=today(), exhibits=[ExhibitFile(path) for path in exhibits])
    for part in ("packet.pdf", f"{name}.docx", "next_steps.pdf"):
        assert files[part].read_bytes() == made.files[part], part


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
    wide_page.locator(".actions button[value=next]").click()
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
    sizes: dict[str, int] = {}
    wide_page.on("response", lambda reply: sizes.update({reply.url: len(reply.body()) + 400}))
    wide_page.goto(address, wait_until="networkidle")
    assert sum(sizes.values()) < 60 * 1024
    assert all(url.startswith(address) for url in sizes), "ни один запрос не уходит с сайта"


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
