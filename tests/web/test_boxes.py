"""Answers of several parts on a page: an address in its boxes, and «Не знаю» that stays said."""

from __future__ import annotations

import re

import pytest
from lxml import html

pytestmark = pytest.mark.xdist_group("web")

PARTS = ("postcode", "place", "street", "flat")
ADDRESS = "344002, г. Ростов-на-Дону, ул. Садовая, д. 10, кв. 5"


def boxes(text: str, name: str = "address") -> list[str]:
    """What stands in the boxes of an address."""
    page = html.fromstring(text)
    return [page.xpath(f"//input[@name='{name}-{part}']/@value")[0] for part in PARTS]


def typed(name: str = "address", **parts: str) -> dict[str, str]:
    return {f"{name}-{part}": parts.get(part, "") for part in PARTS}


@pytest.fixture
def contact(person):
    """A person at the page that asks for an address."""
    return person.begin("wage_claim")


def test_an_address_is_kept_as_one_line_and_shown_in_its_parts(contact):
    contact.send(
        "questions/claimant-3",
        **typed(postcode="344 002", place="г. Ростов-на-Дону", street="ул. Садовая, д. 10", flat="5"),
    )
    assert boxes(contact.read("questions/claimant-3")) == ["344002", "г. Ростов-на-Дону", "ул. Садовая, д. 10", "кв. 5"]
    assert ADDRESS in contact.read("check")


@pytest.mark.parametrize("box", PARTS)
def test_a_whole_address_goes_into_any_box(contact, box):
    contact.send("questions/claimant-3", **typed(**{box: ADDRESS}))
    assert boxes(contact.read("questions/claimant-3")) == ["344002", "г. Ростов-на-Дону", "ул. Садовая, д. 10", "кв. 5"]


def test_a_new_address_pasted_over_the_old_one_replaces_it(contact):
    contact.send("questions/claimant-3", **typed(place=ADDRESS))
    shown = dict(zip(PARTS, boxes(contact.read("questions/claimant-3")), strict=True))
    new = "170100, г. Тверь, ул. Мира, д. 7"
    contact.send("questions/claimant-3", **typed(**shown | {"place": new}), **{"address-was": ADDRESS})
    assert boxes(contact.read("questions/claimant-3")) == ["170100", "г. Тверь", "ул. Мира, д. 7", ""]


def test_the_browser_fills_only_the_address_of_the_person(contact):
    tokens = re.findall(r'name="address-\w+"[^>]* autocomplete="([^"]+)"', contact.read("questions/claimant-3"))
    assert tokens == ["postal-code", "address-level2", "address-line1", "address-line2"]
    assert set(re.findall(r'name="address-\w+"[^>]* autocomplete="([^"]+)"', contact.read("questions/court"))) == {
        "off"
    }


def test_an_unlikely_address_is_told_and_does_not_stop(contact):
    reply = contact.send(
        "questions/court",
        title="Советский районный суд г. Твери",
        **typed(postcode="17010", place="г. Тверь", street="ул. Мира"),
    )
    assert reply.status_code == 302
    said = "В адресе «17010, г. Тверь, ул. Мира» индекс не из шести цифр, не видно номера дома"
    assert said in contact.read(reply.location)
    assert said not in contact.read("questions/employer")
    assert "Проверьте: индекс не из шести цифр, не видно номера дома" in contact.read("questions/court")
    assert f"Обратите внимание: {said}." in contact.read("check")


def test_an_address_without_any_name_is_refused_and_kept(contact):
    reply = contact.send("questions/court", title="Советский районный суд г. Твери", **typed(street="д. 5", flat="1"))
    assert reply.status_code == 422 and "Адрес неполный" in reply.text
    assert boxes(reply.text) == ["", "", "д. 5", "кв. 1"]


def test_an_empty_address_leads_to_the_box_that_is_needed(contact):
    page = html.fromstring(contact.send("questions/claimant-3", phone="", **typed()).text)
    (link,) = page.xpath("//*[@id='summary']//a[contains(text(), 'Адрес')]/@href")
    assert page.get_element_by_id(link[1:]).get("name") == "address-place"


def test_the_script_asks_how_an_address_is_read(contact):
    token = re.search(r'name="csrf_token" value="([^"]+)"', contact.open("questions/court").text)[1]
    sent = {"street": ADDRESS, "was": "", "csrf_token": token}
    assert contact.client.post("/addresses", data=sent).json["boxes"] == [
        "344002",
        "г. Ростов-на-Дону",
        "ул. Садовая, д. 10",
        "кв. 5",
    ]
    assert contact.client.post("/addresses", data=sent | {"csrf_token": ""}).status_code == 400
    assert contact.client.post("/addresses", data=sent | {"street": "я" * 100_000}).status_code == 200


def numbers(**sent: str) -> dict[str, str]:
    return {"sum": "5", "degrees": "", "people": "", "inn": "", **sent}


def is_ticked(text: str, name: str) -> bool:
    return bool(html.fromstring(text).xpath(f"//input[@name='{name}-unknown'][@checked]"))


def test_not_knowing_stays_said(person):
    person.begin().send("questions/numbers", **numbers(**{"degrees-unknown": "yes"}))
    text = person.read("questions/numbers")
    assert is_ticked(text, "degrees") and not is_ticked(text, "inn")
    assert "не знаю" not in html.fromstring(text).xpath("//input[@name='degrees']/@value")
    checked = person.read("check")
    assert "Не знаю: напишем, что не мерили" in checked and "Не указано: напишем, что он неизвестен" in checked


def test_an_answer_drops_the_mark_and_so_does_taking_it_away(person):
    person.begin().send("questions/numbers", **numbers(**{"degrees-unknown": "yes", "inn-unknown": "yes"}))
    # Without a script the tick still stands beside what is typed now.
    person.send("questions/numbers", **numbers(**{"degrees": "17", "degrees-unknown": "yes"}))
    text = person.read("questions/numbers")
    assert 'value="17"' in text and not is_ticked(text, "degrees") and not is_ticked(text, "inn")
    assert "Не знаю" not in person.read("check")


def test_not_knowing_among_options_stays_said(person):
    person.begin("utility_quality_complaint").send("questions/service", service="heating")
    assert person.send("questions/provider", provider="не знаю").status_code == 302
    chosen = html.fromstring(person.read("questions/provider")).xpath("//input[@name='provider'][@checked]/@value")
    assert chosen == ["не знаю"]
    assert "Не знаю: попросим организацию сообщить, кто отвечает за услугу" in person.read("check")
    person.send("questions/provider", provider="manager")
    assert "Не знаю" not in person.read("check")


def day(name: str, text: str) -> dict[str, str]:
    return {f"{name}-day": text, f"{name}-month": "", f"{name}-year": ""}


@pytest.fixture
def idle(person):
    """A person at the page that asks from when and until when there was no income."""
    return person.begin("benefit_refusal_complaint").send("questions/flaws", flaws="no_income_reason") and person


def test_a_period_stands_in_one_fieldset(idle):
    page = html.fromstring(idle.read("questions/idle/0"))
    (span,) = page.xpath("//fieldset[legend[normalize-space()='Когда не было дохода']]")
    inputs = span.xpath(".//input/@name")
    assert inputs == [f"{end}-{box}" for end in ("since", "until") for box in ("day", "month", "year")] + ["until-open"]
    assert span.text_content().count("Можно вставить целиком") == 1


def test_a_period_that_goes_on_is_said_by_a_tick(idle):
    answers = {"who": "Королёва М.П.", "reason": "pregnancy", "proof": "справка", **day("since", "01.03.2026")}
    idle.send("questions/idle/0", **answers, **day("until", ""), **{"until-open": "yes"})
    assert is_open(idle.read("questions/idle/0"))
    assert "Ещё длится" in idle.read("check")
    idle.send("questions/idle/0", **answers, **day("until", "05.04.2026"), **{"until-open": "yes"})
    text = idle.read("questions/idle/0")
    assert not is_open(text) and 'value="05"' in text
    idle.send("questions/idle/0", **answers, **day("until", "05.04.2026"), **{"until-open": "yes"})
    assert is_open(idle.read("questions/idle/0"))


def is_open(text: str) -> bool:
    return bool(html.fromstring(text).xpath("//input[@name='until-open'][@checked]"))


def test_an_end_before_its_beginning_names_both(idle):
    reply = idle.send(
        "questions/idle/0", who="Я", reason="pregnancy", **day("since", "10.03.2026"), **day("until", "09.03.2026")
    )
    assert reply.status_code == 422
    shown = html.fromstring(reply.text).xpath("//input[starts-with(@name, 'until-')][@type='text']/@value")
    assert shown == ["09", "03", "2026"]
    assert "«С какого дня» — 10.03.2026, «По какой день» — 09.03.2026: конец раньше начала" in reply.text


def test_two_tabs_tell_not_knowing_from_an_answer(person):
    mark = re.search(r'name="mark" value="([0-9a-f]+)"', person.begin().open("questions/numbers").text)[1]
    person.send("questions/numbers", **numbers(**{"degrees-unknown": "yes"}), mark=mark)
    reply = person.send("questions/numbers", **numbers(degrees="17"), mark=mark)
    answers = [one.text_content() for one in html.fromstring(reply.text).xpath("//dd[@class='answer']")]
    assert reply.status_code == 409 and answers == ["Не знаю: напишем, что не мерили", "17"]


@pytest.mark.parametrize(
    ("parts", "told"),
    [
        ({"place": "г. Тверь 🏠", "street": "ул. Мира, д. 5"}, "нельзя напечатать"),
        ({"place": "г. Тверь", "street": "ул. Мира, " * 2000}, "слишком длинно"),
        ({"street": "<script>1</script> 5"}, ""),
        ({"flat": "\u200b"}, "нет ответа"),
    ],
    ids=["картинка", "очень длинно", "сценарий", "ничего не видно"],
)
def test_nothing_typed_into_the_boxes_is_lost_or_run(contact, parts, told):
    reply = contact.send("questions/claimant-3", phone="", **typed(**parts))
    text = reply.text if told else contact.open("questions/claimant-3").text
    assert reply.status_code == (422 if told else 302) and told in text.casefold()
    shown = " ".join(boxes(text))
    assert all(word in shown for part in parts.values() for word in part.replace("\u200b", "").split(" ")[:4])
    assert "<script>1" not in text
