"""The pages of questions: everything typed is kept, what is wrong is told where it stands."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest

from web.clock import today

pytestmark = pytest.mark.xdist_group("web")

TASTES = {"colour": "blue", "letter": "m"}


def test_the_page_is_made_from_the_schema(person):
    text = person.begin().read("questions/someone")
    assert "<h1>Кто вы" in text
    assert 'autocomplete="family-name"' in text
    assert 'Прозвище <span class="optional">(необязательно)' in text
    assert "После этой останется 6 страниц" in text


def test_a_right_answer_leads_to_the_next_page(person):
    reply = person.begin().send("questions/someone", surname="Иванова")
    assert reply.status_code == 302
    assert reply.location.endswith("/questions/someone-2")


def test_an_error_is_named_on_top_and_at_the_field_and_nothing_is_lost(person):
    reply = person.begin().send("questions/someone", surname="Ivanova", nickname="Заря")
    assert reply.status_code == 422
    assert "<title>Ошибка: Кто вы" in reply.text
    assert '<a href="#q-surname">Фамилия:</a> «Ivanova»: напишите русскими буквами' in reply.text
    assert 'id="q-surname-error"' in reply.text
    assert 'aria-describedby="q-surname-error"' in reply.text
    assert 'value="Ivanova"' in reply.text
    assert 'value="Заря"' in person.read("questions/someone")
    assert 'value="Ivanova"' in person.read("questions/someone")


def test_an_empty_page_asks_for_every_required_answer(person):
    reply = person.begin().send("questions/someone-2", phone="", email="", address="")
    assert reply.text.count("нет ответа; впишите его") == 2


def test_a_problem_of_a_block_returns_to_the_page_that_mends_it(person):
    person.begin().send("questions/someone", surname="Заря", nickname="Заря")
    reply = person.send("questions/someone-2", phone="89123456789", address="г. Тверь, ул. Мира, д. 1")
    assert "/questions/someone?show=1" in reply.location
    assert "Прозвище повторяет фамилию" in person.read(reply.location)


@pytest.mark.parametrize(
    "typed",
    [
        {"born_on-day": "10", "born_on-month": "3", "born_on-year": "1980"},
        {"born_on-day": "10.03.1980", "born_on-month": "", "born_on-year": ""},
        {"born_on-day": "10 марта 1980 г.", "born_on-month": "01", "born_on-year": "2000"},
        {"born_on-day": " 1980-03-10 ", "born_on-month": "", "born_on-year": ""},
    ],
    ids=["тремя числами", "целиком в первое поле", "целиком поверх прежней", "в обратном порядке с пробелами"],
)
def test_a_date_is_typed(person, typed):
    assert person.begin().send("questions/times", **typed).status_code == 302
    text = person.read("questions/times")
    for box, value in (("day", "10"), ("month", "03"), ("year", "1980")):
        assert f'name="born_on-{box}" value="{value}"' in text


def test_an_unfinished_date_stays_in_its_boxes(person):
    typed = {"born_on-day": "31", "born_on-month": "2", "born_on-year": "1980"}
    reply = person.begin().send("questions/times", **typed)
    assert "такого дня нет в календаре" in reply.text
    for box, value in (("day", "31"), ("month", "2"), ("year", "1980")):
        assert f'name="born_on-{box}" value="{value}"' in person.read("questions/times")


def test_the_hour_is_typed_apart_or_with_the_day(person):
    born = {"born_on-day": "1.1.1980"}
    boxes = {"called_at-day": "10", "called_at-month": "3", "called_at-year": "2026", "called_at-time": "18:30"}
    for typed in (boxes, {"called_at-day": "10.03.2026 18:30"}):
        assert person.begin().send("questions/times", **born, **typed).status_code == 302
        assert "10 марта 2026, 18:30" in person.read("check")


def test_a_group_opens_with_its_condition(person):
    text = person.begin().read("questions/tastes")
    before = text.index('name="shade.depth"')
    group = text[:before].rpartition('<fieldset class="group"')[0].rpartition('<div class="question')[2]
    number = re.search(r'data-needs="(\d)"', group.partition(">")[0])[1]
    assert re.search(rf'value="blue" data-meets="{number}"', text)
    reply = person.send("questions/tastes", colour="blue", letter="m", shade__depth="очень")
    assert reply.status_code == 302 and reply.location.endswith("/questions/has_debts")
    assert 'value="очень"' in person.read("questions/tastes")
    person.send("questions/tastes", colour="red", letter="m", why_red="так")
    assert 'value="очень"' not in person.read("questions/tastes")


def test_roubles_with_spaces_and_a_comma(person):
    assert person.begin().send("questions/numbers", sum="12 500,50 руб.").status_code == 302
    assert "12\u00a0500,50 руб." in person.read("check")


def test_not_knowing_is_allowed_and_named(person):
    text = person.begin().read("questions/numbers")
    assert 'name="inn-unknown"' in text and "Напишем, что он неизвестен" in text


def test_a_question_opened_by_an_option_is_asked_for_at_once_without_a_script_too(person):
    reply = person.begin().send("questions/tastes", colour="red", letter="m")
    assert reply.status_code == 422 and '<a href="#q-why_red">' in reply.text
    assert person.send("questions/tastes", colour="red", letter="m", why_red="так").status_code == 302


def test_what_stood_in_a_question_that_an_option_closes_is_dropped_without_a_script_too(person):
    person.begin().send("questions/tastes", colour="red", letter="m", why_red="так вышло")
    reply = person.send("questions/tastes", colour="blue", letter="m", why_red="так вышло", shade__depth="")
    assert reply.status_code == 302
    assert "больше не нужно: «Почему красный»" in person.read("questions/has_debts")
    assert "так вышло" not in person.read("check")


def test_an_answer_no_longer_needed_is_dropped_and_named(person):
    person.begin().send("questions/tastes", colour="red", letter="m", why_red="так вышло", seen="all")
    person.send("questions/tastes", colour="blue", letter="m", why_red="так вышло", seen="all")
    text = person.read("questions/has_debts")
    assert "больше не нужно: «Почему красный»" in text
    assert "так вышло" not in person.read("check")


def test_a_missing_answer_is_asked_for_in_the_words_of_its_question(person):
    person.begin("utility_quality_complaint")
    told = {
        "home": "ответа?</a> нет ответа; выберите «да» или «нет»",
        "service": "Что плохо:</a> нет ответа; выберите, что подходит",
        "applicant": "Фамилия:</a> нет ответа; впишите его",
    }
    for page, text in told.items():
        assert text in person.send(f"questions/{page}", do="next").text
    assert "Как называется эта организация:</a> нет ответа; ответьте на этот вопрос" in person.read("check")


def test_several_choices_and_rows(person):
    person.begin().send("questions/tastes", **TASTES, colours=["", "red", "blue"], words="дом\r\n\r\nлес\r\n")
    text = person.read("check")
    assert "красный, синий" in text
    assert "дом, лес" in text
    person.send("questions/tastes", **TASTES, colours=[""], words="")
    assert "красный, синий" not in person.read("check")


def test_a_row_inside_a_row(person):
    person.begin().send("questions/has_debts", has_debts="yes")
    reply = person.send("questions/debts/0", name="Дрова", amount="1000", do="add:payments")
    assert "#q-payments" in reply.location
    day = {"payments.0.on-day": "1.2.2026", "payments.0.amount": "100"}
    assert person.send("questions/debts/0", name="Дрова", amount="1000", **day).status_code == 302
    assert "1 февраля 2026, 100 руб." in person.read("questions/debts")
    text = person.read("check")
    assert "Что заплатили, 1 — Сколько" in text and "100 руб." in text
    person.send("questions/debts/0", name="Дрова", amount="1000", **day, do="remove:payments#0")
    assert "100 руб." not in person.read("check")


def test_a_withdrawn_answer_removes_the_whole_page(person):
    person.begin().send("questions/has_debts", has_debts="yes")
    person.send("questions/debts/0", name="Дрова", amount="1000")
    person.send("questions/has_debts", has_debts="no")
    assert "больше не нужно: «Что вам должны»" in person.read("questions/story")
    assert person.open("questions/debts").status_code == 404
    assert "Дрова" not in person.read("check")


def test_a_long_story_with_paragraphs_stays_as_typed(person):
    story = "Пришли утром.\r\n\r\nУшли <вечером> & «ничего» {{ не }} сказали."
    person.begin().send("questions/story", story=story)
    assert "Ушли <вечером> & «ничего» {{ не }} сказали." in person.read("questions/story")
    assert "&lt;вечером&gt; &amp; «ничего» {{ не }}" in person.open("check").text


def test_a_field_that_the_browser_did_not_send_wipes_nothing(person):
    person.begin().send("questions/someone", surname="Иванова", nickname="Заря")
    person.send("questions/someone", surname="Петрова")
    assert 'value="Заря"' in person.read("questions/someone")


def test_two_tabs_do_not_overwrite_each_other(person):
    person.begin()
    person.send("questions/someone", surname="Иванова")
    person.send("questions/numbers", sum="10")
    text = person.read("check")
    assert "Иванова" in text and "10 руб." in text


def test_who_is_in_time_is_not_asked_why_so_late(person):
    person.begin("court_order_objection")
    days = {ago: f"{today() - timedelta(days=ago):%d.%m.%Y}" for ago in (3, 30)}
    late = person.send("questions/receipt", how="received", **{"on-day": days[30]})
    assert late.location.endswith("/questions/receipt-2")
    person.send("questions/receipt-2", reasons="Письмо лежало на почте, меня не было в городе.")
    in_time = person.send("questions/receipt", how="received", **{"on-day": days[3]})
    assert in_time.location.endswith("/questions/why")
    assert "больше не нужно: «Почему не подали возражения раньше»" in person.read("questions/why")
    assert person.open("questions/receipt-2").status_code == 404


def test_what_fits_few_is_folded_away_until_it_is_chosen(person):
    folded = '<details class="help"{} <summary>Другие варианты<span class="unseen">: Кто вы в этом деле'
    person.begin("evidence_motion")
    text = " ".join(re.sub(r"<(details[^>]*)>\s*", r"<\1 ", person.read("questions/role")).split())
    assert folded.format("") in text and text.index("Третье лицо") < text.index("Другие варианты")
    assert text.index("Другие варианты") < text.index("Взыскатель")
    assert person.send("questions/role", role="administrative_claimant").status_code == 302
    assert '<details class="help" open><summary>Другие варианты' in person.read("questions/role")


def test_a_role_that_can_be_but_one_is_not_asked(person):
    text = person.begin("court_order_objection").read("questions/others/0")
    assert "Кто это в деле" not in text and 'name="title"' in text
    assert person.send("questions/others/0", title="ООО «УК Дом»").status_code == 302
    assert "Кто это в деле" not in person.read("check")
