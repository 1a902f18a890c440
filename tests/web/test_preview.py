"""The draft beside the questions: follows what is typed, saves nothing, breaks nothing."""

from __future__ import annotations

import re
import time
from urllib.parse import quote

import pytest

pytestmark = pytest.mark.xdist_group("web")

KIND = "wage_claim"
NAME = {"surname": "Иванова", "first_name": "Мария", "patronymic": "Петровна"}


def words(html: str) -> str:
    return " ".join(re.sub(r"<[^>]*>", "", html).replace("\u00a0", " ").split())


def test_the_draft_shows_what_is_answered_and_marks_what_is_missing(person):
    person.begin(KIND).send("questions/claimant", **NAME)
    text = person.read("preview")
    assert "<h1" in text and "Черновик документа" in text
    assert "в пользу Ивановой Марии Петровны" in words(text)
    assert '<mark class="gap"><span class="unseen">не заполнено: </span>Адрес, где вы живёте</mark>' in text
    assert "Ваша должность" in text and "None" not in text


def test_the_draft_follows_what_is_typed_and_saves_nothing(person):
    person.begin(KIND).send("questions/claimant", **NAME)
    reply = person.send("preview/part?page=claimant", source="questions/claimant", **NAME | {"first_name": "Анна"})
    assert reply.status_code == 200
    assert "в пользу Ивановой Анны Петровны" in words(reply.text)
    assert "<html" not in reply.text
    assert 'value="Мария"' in person.read("questions/claimant")


def test_a_condition_of_the_same_page_is_followed(person):
    person.begin(KIND)
    for contract, said in (("written", "на основании трудового договора"), ("oral", "не оформил")):
        reply = person.send("preview/part?page=employment", source="questions/employment", contract=contract)
        assert said in words(reply.text)


def test_a_sentence_leads_to_its_answer_and_norms(person):
    person.begin(KIND)
    text = person.read("preview")
    number = re.search(r'href="#why-(\d+)">Иск подан по месту жительства', text)[1]
    reason = re.search(rf'id="why-{number}".*?</section>', text, re.DOTALL)[0]
    assert "/questions/venue#q-venue" in reason
    assert "ст. 29 ГПК РФ" in words(reason)


def test_markup_in_an_answer_stays_words(person):
    person.begin(KIND)
    reply = person.send("preview/part?page=extra", source="questions/claimant", extra="<script>alert(1)</script>")
    assert "&lt;script&gt;alert(1)" in reply.text and "<script" not in reply.text


@pytest.mark.parametrize(
    "typed",
    [
        "а\x00б\x07",
        "abc\u202edef",
        "\U0001f600",
        "{{ config }}{% if %}",
        "\ufffe",
        "\U000f0001\U000f4001",
        "Щ" * 90_000,
    ],
    ids=["управляющие", "справа налево", "эмодзи", "тег шаблона", "не знак", "частные знаки", "очень длинно"],
)
def test_whatever_is_pasted_leaves_a_draft(person, typed):
    person.begin(KIND)
    reply = person.send("preview/part?page=extra", source="questions/claimant", extra=typed)
    assert reply.status_code == 200 and "ПРОШУ" in reply.text
    assert "config" not in reply.text or "{{ config }}" in reply.text


def test_a_form_in_another_encoding_leaves_a_draft(person):
    person.begin(KIND)
    token = re.search(r'name="csrf_token" value="([^"]+)"', person.open("questions/claimant").text)[1]
    body = f"csrf_token={token}&surname={quote('Иванова', encoding='cp1251')}"
    kind = "application/x-www-form-urlencoded"
    reply = person.client.post(f"{person.filing}/preview/part?page=claimant", data=body, content_type=kind)
    assert reply.status_code == 200 and "ПРОШУ" in reply.text


def test_without_a_script_the_page_is_saved_and_the_draft_leads_back(person):
    reply = person.begin(KIND).send("questions/claimant", **NAME, do="preview")
    assert reply.location.endswith("/preview?page=claimant")
    text = person.read(reply.location)
    assert f'href="{person.filing}/questions/claimant"' in text
    assert "Ивановой" in text


@pytest.mark.parametrize(
    "where", ["", "?page=no_such", "?page=debts&row=99", "?page=debts&row=-1", "?page=debts&row=x"]
)
def test_strange_addresses_still_show_a_draft(person, where):
    person.begin(KIND)
    assert person.open(f"preview{where}").status_code == 200
    assert person.send(f"preview/part{where}", source="questions/claimant").status_code == 200


def test_a_draft_that_cannot_be_made_does_not_break_the_page(person):
    """The kind with every widget has no Word file."""
    person.begin()
    assert "Черновик сейчас не показать" in person.read("preview")
    assert person.open("preview/part?page=someone").status_code == 200
    assert person.open("questions/someone").status_code == 200


def test_the_draft_is_closed_to_others(person, stranger):
    stranger.begin(KIND)
    assert stranger.open(person.begin(KIND).filing + "/preview").status_code == 404
    assert stranger.open(person.filing + "/preview/part").status_code == 404


def test_the_draft_comes_within_its_time(person):
    person.begin(KIND).send("questions/claimant", **NAME)
    person.open("preview/part")
    took = []
    for _ in range(20):
        began = time.perf_counter()
        person.open("preview/part?page=claimant")
        took.append(time.perf_counter() - began)
    assert sorted(took)[18] < 0.3
