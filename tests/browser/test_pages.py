"""Every sort of page and every error state passes axe, wide by day and narrow by night; the draft follows."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator

import pytest
from accessibility import check, fits
from journey import Journey
from playwright.sync_api import Page, expect

from filings.catalogue import kinds

pytestmark = [pytest.mark.xdist_group("browser"), pytest.mark.timeout(240)]

KIND = "utility_quality_complaint"
LOOKS = {"1280-light": (1280, "light"), "360-dark": (360, "dark")}


@pytest.fixture(params=LOOKS)
def seen(request, browser) -> Iterator[Page]:
    """A window with scripts, wide by day or narrow by night."""
    width, scheme = LOOKS[request.param]
    context = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme)
    yield context.new_page()
    context.close()


def begun(page: Page, address: str, name: str = KIND) -> tuple[Journey, str]:
    """A journey at its first question, and the address of its filing."""
    journey = Journey(page, address, kinds()[name])
    journey.begin()
    return journey, re.search(r".*/filing/[0-9a-f-]{36}", page.url)[0]


def wait_for_draft(page: Page) -> None:
    """A wide screen shows the draft as soon as it has come."""
    if page.viewport_size["width"] > 1200:
        expect(page.locator(".draft .sheet")).to_be_visible()


def test_questions_and_their_errors(seen, address):
    journey, filing = begun(seen, address)
    wait_for_draft(seen)
    check(seen)
    seen.locator(".actions button[value=next]").click()
    expect(seen.locator("#summary")).to_be_focused()
    check(seen)
    for _ in range(4):
        journey.answer_one()
        check(seen)
    seen.goto(f"{filing}/check")
    expect(seen.locator("#summary")).to_be_visible()
    check(seen)


def test_rows_and_their_errors(seen, address):
    _, filing = begun(seen, address, "wage_claim")
    seen.goto(f"{filing}/questions/debts")
    seen.get_by_text("Вставить сразу всю таблицу").click()
    check(seen)
    seen.get_by_label("Строки таблицы").fill("июль 2026\tаванс\tмного\t25.07.2026")
    seen.get_by_role("button", name="Добавить строки").click()
    check(seen)
    seen.locator(".actions button[value=next]").click()
    check(seen)
    seen.get_by_role("link", name="Изменить").click()
    check(seen)
    seen.goto(f"{filing}/questions/debts/1")
    expect(seen.get_by_role("heading", name="Уже добавлено: 1")).to_be_visible()
    check(seen)


def test_options_folded_away(seen, address):
    _, filing = begun(seen, address, "evidence_motion")
    seen.goto(f"{filing}/questions/role")
    other = seen.get_by_label("Взыскатель")
    expect(other).to_be_hidden()
    seen.get_by_text("Другие варианты").click()
    other.check()
    check(seen)


def test_the_draft_in_all_its_ways(seen, address):
    _, filing = begun(seen, address)
    if seen.viewport_size["width"] < 1200:
        seen.get_by_role("button", name="Посмотреть документ").click()
        expect(seen.locator("dialog .sheet")).to_be_visible()
    seen.locator(".draft .say").nth(2).click()
    expect(seen.locator(".draft-why")).to_contain_text(re.compile("Из ваших ответов|Нормы|Посчитано"))
    check(seen)
    seen.goto(f"{filing}/preview")
    check(seen)
    seen.locator(".say").first.click()
    check(seen)


def test_from_the_check_page_to_what_follows(seen, address, tmp_path):
    journey, filing = begun(seen, address)
    journey.answer_all()
    check(seen)
    seen.goto(f"{filing}/words")
    check(seen)
    seen.locator("main input[type=text]").first.fill("")
    seen.get_by_role("button", name="Сохранить").click()
    check(seen)
    seen.goto(f"{filing}/exhibits")
    wrong = tmp_path / "программа.exe"
    wrong.write_bytes(b"MZ" + b"\0" * 100)
    journey.attach([wrong], "Эти файлы не приняты")
    check(seen)
    seen.goto(f"{filing}/exhibits")
    seen.get_by_role("button", name="Собрать пакет").click()
    expect(seen.get_by_role("heading", level=1)).to_have_text("Пакет готов", timeout=60_000)
    check(seen)
    seen.get_by_text("Куда подать").click()
    check(seen)
    seen.get_by_role("link", name="Прочитать документы на странице").click()
    check(seen)
    seen.goto(f"{filing}/next/wage_claim")
    check(seen)
    seen.goto(f"{filing}/no-such-page")
    check(seen)


def test_the_draft_follows_the_typing(wide_page, address):
    begun(wide_page, address, "wage_claim")
    wait_for_draft(wide_page)
    wide_page.locator("[name=surname]").fill("Иванова")
    wide_page.locator("[name=first_name]").fill("Мария")
    began = time.monotonic()
    wide_page.locator("[name=patronymic]").fill("Петровна")
    expect(wide_page.locator(".draft .sheet")).to_contain_text("в пользу Ивановой Марии Петровны")
    assert time.monotonic() - began < 5  # 300 ms on a quiet machine; the bench measures it
    expect(wide_page.locator("[name=patronymic]")).to_be_focused()


def test_not_knowing_and_the_bank_are_shown_at_once(wide_page, address):
    _, filing = begun(wide_page, address, "wage_claim")
    wide_page.goto(f"{filing}/questions/employment-2")
    box, mark = wide_page.locator("[name=advance_day]"), wide_page.locator("[name=advance_day-unknown]")
    box.fill("25")
    mark.check()
    assert box.input_value() == ""
    box.fill("20")
    assert not mark.is_checked()


def test_back_closes_the_draft_and_keeps_what_is_typed(narrow_page, address):
    begun(narrow_page, address)
    question = narrow_page.url
    narrow_page.get_by_label("Фамилия").fill("Иванова")
    for leave in (narrow_page.go_back, lambda: narrow_page.get_by_role("button", name="Вернуться к вопросу").click()):
        narrow_page.get_by_role("button", name="Посмотреть документ").click()
        expect(narrow_page.locator("dialog .sheet")).to_be_visible()
        leave()
        expect(narrow_page.locator("dialog .sheet")).to_be_hidden()
        expect(narrow_page.get_by_label("Фамилия")).to_have_value("Иванова")
    assert narrow_page.url == question
    narrow_page.go_back()
    expect(narrow_page).to_have_url(re.compile("/kinds/"))


def test_what_depends_on_a_yes_or_no_waits_for_it(wide_page, address):
    _, filing = begun(wide_page, address)
    wide_page.goto(f"{filing}/questions/home")
    box = wide_page.get_by_role("group", name="Адрес жилья")
    expect(box).to_be_hidden()
    wide_page.get_by_label("Нет", exact=True).check()
    expect(box).to_be_visible()
    wide_page.locator(".actions button[value=next]").click()
    expect(box).to_be_visible()  # what is wrong stays in sight
    wide_page.get_by_label("Да", exact=True).check()
    expect(box).to_be_hidden()


def test_an_option_opens_its_question_without_a_script(browser, address):
    context = browser.new_context(viewport={"width": 360, "height": 780}, java_script_enabled=False)
    page = context.new_page()
    _, filing = begun(page, address)
    page.goto(f"{filing}/questions/home")
    box = page.locator("[name=other_address-place]")
    expect(box).to_be_hidden()
    page.get_by_label("Нет", exact=True).check()
    expect(box).to_be_visible()
    box.fill("г. Тверь, ул. Мира, д. 1")
    page.locator(".actions button[value=next]").click()
    page.goto(f"{filing}/questions/home")
    expect(box).to_have_value("г. Тверь")
    page.get_by_label("Да", exact=True).check()
    expect(box).to_be_hidden()
    page.locator(".actions button[value=next]").click()
    expect(page.locator("main")).to_contain_text("больше не нужно: «Адрес жилья»")
    context.close()


def test_a_whole_questionnaire_by_keyboard_alone(wide_page, address):
    journey, _ = begun(wide_page, address, "loan_repayment_demand")
    for _ in range(40):
        if "/check" in wide_page.url:
            break
        _type_the_page(wide_page, journey)
    assert "/check" in wide_page.url
    _press(wide_page, "Верно, дальше к приложениям")
    _press(wide_page, "Собрать пакет")
    expect(wide_page.get_by_role("heading", level=1)).to_have_text("Пакет готов", timeout=60_000)


def _enter(page: Page) -> None:
    before = page.url
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: url != before)


def _press(page: Page, words: str) -> None:
    """Tabs to the link or button with these words and presses Enter."""
    for _ in range(150):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.innerText || ''").startswith(words):
            _enter(page)
            return
    raise AssertionError(f"до «{words}» не дойти")


def _type_the_page(page: Page, journey: Journey) -> None:
    """Tab, space, arrows, letters and Enter; no mouse."""
    key, _, row = page.url.partition("#")[0].partition("?")[0].partition("/questions/")[2].partition("/")
    given = journey.answers.get(key.split("-")[0])
    if row and not given:
        _press(page, "Добавлять нечего")
        return
    button = "more" if row and int(row) + 1 < len(given) else "next"
    block = given[int(row)] if row else given if isinstance(given, dict) else {key.split("-")[0]: given}
    for _ in range(80):
        page.keyboard.press("Tab")
        name, kind, value = page.evaluate(
            "[document.activeElement.name || '', document.activeElement.type || '', document.activeElement.value || '']"
        )
        if kind == "submit" and value == button:
            _enter(page)
            return
        _answer_by_key(page, name, kind, journey.chosen(name, block), block)
    raise AssertionError("до кнопки «Дальше» не дойти")


def _answer_by_key(page: Page, name: str, kind: str, chosen: str | None, block: dict) -> None:
    if kind == "radio" and chosen:
        page.keyboard.press("Space")
        for _ in range(12):
            if page.evaluate("document.activeElement.value") == chosen:
                return
            page.keyboard.press("ArrowDown")
    elif kind in ("text", "textarea"):
        stem, _, box = name.rpartition("-")
        answer = block.get(stem if box in ("day", "month", "postcode") and stem else name)
        if isinstance(answer, str) and (box != "month" or not page.locator(f"[name='{stem}-day']").count()):
            page.keyboard.type(answer)


def test_twice_as_large_nothing_is_lost(browser, address):
    context = browser.new_context(viewport={"width": 640, "height": 400}, device_scale_factor=2)
    page = context.new_page()
    page.add_init_script("addEventListener('load', () => { document.documentElement.style.fontSize = '200%' })")
    journey, filing = begun(page, address)
    for _ in range(3):
        fits(page)
        journey.answer_one()
    for place in ("check", "preview", "exhibits", "words"):
        page.goto(f"{filing}/{place}")
        fits(page)
    context.close()


def test_the_first_screen_of_a_phone_asks_and_shows_the_common_cases(narrow_page, address):
    narrow_page.goto(address)
    places = [narrow_page.locator("#query").bounding_box(), narrow_page.locator(".cases li").last.bounding_box()]
    assert all(place["y"] + place["height"] <= narrow_page.viewport_size["height"] for place in places)
    check(narrow_page)
    narrow_page.get_by_text("Семья и алименты").click()
    check(narrow_page)
    narrow_page.get_by_role("link", name="Затопили квартиру").click()
    check(narrow_page)
