"""Pages that collect rows: one page a row, the rows made so far beside it, nothing saved twice and nothing lost."""

from __future__ import annotations

import re

import pytest

from web.rows import _told as told_of

pytestmark = pytest.mark.xdist_group("web")

WOOD, HAY = {"name": "Дрова", "amount": "1000"}, {"name": "Сено", "amount": "2000"}


@pytest.fixture
def debtor(person):
    """A person at the list of debts."""
    person.begin().send("questions/has_debts", has_debts="yes")
    return person


def beside(text: str) -> list[str]:
    """What the page says of the rows made so far."""
    return re.findall(r"<li[^>]*><p>(.*?)</p>", text)


def button(text: str, verb: str, number: int) -> str:
    """The value of the button of this row."""
    return re.findall(rf'value="({verb}:{number}[^"]*)"', text)[0]


def test_one_page_a_row(debtor):
    assert debtor.open("questions/debts").location.endswith("/questions/debts/0")
    first = debtor.read("questions/debts/0")
    assert "Сохранить и дальше" in first and "Сохранить и добавить ещё долг<" in first and "Уже добавлено" not in first
    assert debtor.send("questions/debts/0", **WOOD, do="more").location.endswith("/questions/debts/1")
    text = debtor.read("questions/debts/1")
    assert "запись 2" in text and "Уже добавлено: 1" in text and beside(text) == ["Дрова; 1\u00a0000 руб."]
    assert debtor.send("questions/debts/1", **HAY).location.endswith("/questions/story")
    assert "Дрова" in debtor.read("check") and "Сено" in debtor.read("check")


def test_the_list_is_come_back_to(debtor):
    debtor.send("questions/debts/0", **WOOD)
    assert f'href="{debtor.filing}/questions/debts"' in debtor.read("questions/story")
    text = debtor.read("questions/debts")
    assert "Добавить ещё долг<" in text and "Вставить таблицу" in text
    debtor.send("questions/debts/0", **HAY)
    text = debtor.read("questions/debts")
    assert "Дрова" not in text and "Сено" in text
    mark = button(text, "remove", 0)
    debtor.send("questions/debts", do=mark)
    assert debtor.open("questions/debts").location.endswith("/questions/debts/0")


def test_a_row_removed_twice_takes_no_neighbour(debtor):
    debtor.send("questions/debts/0", **WOOD, do="more")
    debtor.send("questions/debts/1", **HAY)
    mark = button(debtor.read("questions/debts"), "remove", 0)
    for _ in range(2):
        debtor.send("questions/debts", do=mark)
    assert "Сено" in debtor.read("questions/debts")


def test_a_further_row_left_blank_is_none(debtor):
    debtor.send("questions/debts/0", **WOOD, do="more")
    assert debtor.send("questions/debts/1", name="", amount="").location.endswith("/questions/story")
    assert beside(debtor.read("questions/debts/1")) == ["Дрова; 1\u00a0000 руб."]


@pytest.mark.parametrize("do", ["next", "more"])
def test_the_first_row_of_a_list_that_needs_one_cannot_be_blank(debtor, do):
    reply = debtor.send("questions/debts/0", name="", amount="", do=do)
    assert reply.status_code == 422 and reply.text.count("нет ответа; впишите его") == 2
    assert debtor.open("questions/debts").location.endswith("/questions/debts/0")


def test_a_half_filled_row_is_kept_and_named(debtor):
    reply = debtor.send("questions/debts/0", name="Дрова", amount="", do="more")
    assert reply.status_code == 422 and 'value="Дрова"' in reply.text
    assert 'value="Дрова"' in debtor.read("questions/debts/0")


def test_another_row_is_mended_on_the_way_and_what_is_typed_stays(debtor):
    debtor.send("questions/debts/0", **WOOD, do="more")
    debtor.send("questions/debts/1", **HAY, do="more")
    to_first = button(debtor.read("questions/debts/2"), "row", 0)
    assert debtor.send("questions/debts/2", name="Солома", amount="", do=to_first).location.endswith(
        "/questions/debts/0"
    )
    text = debtor.read("questions/debts/0")
    assert beside(text)[1] == "Солома" and "Сколько должны: нет ответа" in text
    assert debtor.send("questions/debts/0", **WOOD).location.endswith("/questions/debts?show=1")
    assert "Исправьте записи, которые отмечены ниже" in debtor.read("questions/debts?show=1")


def test_a_row_removed_on_the_way_moves_the_open_one_up(debtor):
    debtor.send("questions/debts/0", **WOOD, do="more")
    mark = button(debtor.read("questions/debts/1"), "drop", 0)
    for _ in range(2):  # the same press once more saves the row no second time
        reply = debtor.send("questions/debts/1", **HAY, do=mark)
    assert 'value="Сено"' in debtor.read("questions/debts/0")
    assert beside(debtor.read("questions/debts/1")) == ["Сено; 2\u00a0000 руб."] and reply.status_code == 302


def test_nothing_to_add_is_one_press(person):
    text = person.begin("absence_recalculation_request").read("questions/others/0")
    link = re.search(r'skip-rows" href="([^"]+)"', text)[1]
    assert link == f"{person.filing}/questions/proofs" and person.open(link).status_code == 200
    assert person.send("questions/others/0", surname="").location == link


def test_a_table_is_pasted_on_the_page_of_a_row(debtor):
    reply = debtor.send("questions/debts/0", name="", amount="", do="paste", table="Дрова\t1 000\nСено\tмного\n")
    assert reply.location.endswith("/questions/debts")
    text = debtor.read("questions/debts")
    assert "Добавлено строк: 2" in text and "Сколько должны: напишите сумму, например 12 500,50" in text
    assert debtor.send("questions/debts", do="next").status_code == 422


def test_what_is_typed_beside_a_pasted_table_is_kept(debtor):
    debtor.send("questions/debts/0", **WOOD, do="paste", table="Сено\t2 000\n")
    assert beside(debtor.read("questions/debts/2")) == ["Дрова; 1\u00a0000 руб.", "Сено; 2\u00a0000 руб."]


def test_many_rows_are_folded_and_those_to_mend_are_counted(debtor):
    for row in range(4):
        debtor.send(f"questions/debts/{row}", name="Дрова", amount="" if row == 3 else "1000", do="more")
    text = debtor.read("questions/debts/4")
    assert "Уже добавлено: 4<" in text and "поправить: 1" in text and "<summary>Показать</summary>" in text
    assert "<summary>Показать</summary>" not in debtor.read("questions/debts/3"), "три записи видны сразу"


def test_a_list_that_nobody_keeps_in_a_table_offers_no_paste(person):
    assert "Вставить сразу" not in person.begin("court_order_objection").read("questions/others/0")


@pytest.mark.parametrize(
    ("question", "answer", "told"),
    [
        ("Когда измерили", "27 октября 2026, 19:00", "27 октября 2026, 19:00"),
        ("Сколько градусов", "16,5", "сколько градусов: 16,5"),
        ("Сколько дней", "1\u00a0000", "сколько дней: 1\u00a0000"),
        ("Замер сделан по правилам?", "Да", "замер сделан по правилам: да"),
        ("Кто измерил", "Вы сами", "Вы сами"),
    ],
)
def test_an_answer_that_says_nothing_alone_stands_with_its_question(question, answer, told):
    assert told_of(question, answer) == told
