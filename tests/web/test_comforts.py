"""What spares typing: tables pasted, answers of other documents, the same address, «Не знаю», the bank of a code."""

from __future__ import annotations

import pytest

from web.pasting import MOST_ROWS, columns_of, rows_in

pytestmark = pytest.mark.xdist_group("web")

ADDRESS = "344002, г. Ростов-на-Дону, ул. Садовая, д. 10"
DWELLING = {"surname": "Иванова", "first_name": "Мария", "patronymic": "Петровна"}


def debts():
    from filings.catalogue import kind_of
    from filings.questions.shape import shape_of

    return shape_of(kind_of("every_widget").model.model_fields["debts"]).block


@pytest.mark.parametrize(
    ("pasted", "rows"),
    [
        ("Дрова\t1 000\nСено\t2 000,50\n", [("Дрова", "1 000"), ("Сено", "2 000,50")]),
        ("Сколько должны\tЗа что\r\n1 000\tДрова\r\n", [("Дрова", "1 000")]),
        ("сумма\tза_что\n1 000\tДрова\n", [("Дрова", "1 000")]),
        ("Дрова;1000\n\n;\n", [("Дрова", "1000")]),
        ('"Дрова\nберёзовые"\t5\n', [("Дрова\nберёзовые", "5")]),
        ("", []),
        ("\t\t\n", []),
    ],
    ids=["ячейки", "с заголовком", "с именами", "точка с запятой", "перенос в ячейке", "пусто", "пустые ячейки"],
)
def test_a_table_becomes_rows(pasted, rows):
    found = [(row.get("name"), row.get("amount")) for row in rows_in(pasted, debts())]
    assert found == rows


def test_a_table_of_any_size_is_bounded():
    assert len(rows_in("Дрова\t1\n" * 10_000, debts())) == MOST_ROWS
    assert rows_in("Щ" * 3_000_000, debts())
    assert [name for name, _ in columns_of(debts())] == ["name", "amount"]


def test_a_table_without_rows_is_told(person):
    person.begin().send("questions/has_debts", has_debts="yes")
    reply = person.send("questions/debts/0", do="paste", table=" ")
    assert "не нашлось ни одной строки" in person.read(person.open(reply.location).location)


def test_another_document_gives_its_people(person):
    person.begin("benefit_refusal_complaint").send("questions/applicant", **DWELLING)
    person.send("questions/applicant-2", address=ADDRESS, phone="+7 912 345-67-89")
    first = person.filing
    person.begin("wage_claim")
    text = person.read("questions/claimant")
    assert "Взять из прежнего документа" in text and "Иванова Мария Петровна" in text
    action = text.split('value="take:')[1].split('"')[0]
    assert person.send("questions/claimant", do=f"take:{action}").status_code == 302
    text = person.read("questions/claimant")
    assert 'value="Иванова"' in text and "Взять из прежнего" not in text
    assert ADDRESS in person.read("questions/claimant-3")
    assert action in first


def test_a_foreign_document_gives_nothing(person, stranger):
    stranger.begin("benefit_refusal_complaint").send("questions/applicant", **DWELLING)
    foreign = stranger.filing.rsplit("/", 1)[-1]
    person.begin("wage_claim")
    assert person.send("questions/claimant", do=f"take:{foreign}").status_code == 404
    assert person.send("questions/claimant", do="take:no-such").status_code == 302
    assert "Иванова" not in person.read("questions/claimant")


def test_the_same_address_is_put_by_a_button(person):
    person.begin("alimony_court_order").send("questions/claimant-3", address=ADDRESS)
    text = person.read("questions/debtor-2")
    assert f"Тот же адрес: {ADDRESS}" in text
    reply = person.send("questions/debtor-2", do="same:debtor.address=claimant.address")
    assert reply.location.endswith("#q-address")
    text = person.read("questions/debtor-2")
    assert all(f'value="{part}"' in text for part in ("344002", "г. Ростов-на-Дону", "ул. Садовая, д. 10"))


@pytest.mark.parametrize("page", ["employer-2", "court"])
def test_no_organisation_is_offered_the_home_of_the_person(person, page):
    person.begin("wage_claim").send("questions/claimant-3", address=ADDRESS)
    assert "Тот же адрес" not in person.read(f"questions/{page}")


@pytest.mark.parametrize(
    "spec", ["", "=", "employer.kind=claimant.address", "employer.address=claimant.surname", "a.1=b"]
)
def test_a_forged_address_changes_nothing(person, spec):
    person.begin("wage_claim").send("questions/claimant-3", address=ADDRESS)
    assert person.send("questions/employer-2", do=f"same:{spec}").status_code == 302
    assert 'value="344002"' not in person.read("questions/employer-2")


def test_not_knowing_empties_the_answer(person):
    person.begin().send("questions/numbers", sum="5", degrees="17")
    assert 'value="17"' in person.read("questions/numbers")
    person.send("questions/numbers", **{"sum": "5", "degrees": "17", "degrees-unknown": "yes"})
    assert 'value="17"' not in person.read("questions/numbers")
    assert "Не знаю: напишем, что не мерили" in person.read("check")


def test_the_bank_of_a_code(person):
    assert person.open("/banks?bik=044525225").json["note"].startswith("Банк: ПАО")
    assert "справочнике нет" in person.open("/banks?bik=049999999").json["note"]
    assert person.open("/banks?bik=мало").json["note"] == ""
    assert person.open("/banks").json["note"] == ""


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("500100732295", "переставлены соседние цифры: 9 и 5 (11-я и 12-я)"),
        ("500100732250", "контрольной цифрой"),
    ],
    ids=["две последние переставлены", "цифра не та"],
)
def test_a_number_with_a_wrong_check_digit_names_the_digits(person, typed, said):
    """500100732259 is the example of a right ИНН in the rules of ФНС."""
    reply = person.begin().send("questions/numbers", sum="5", inn=typed)
    assert reply.status_code == 422 and said in reply.text
    assert ("переставлены" in reply.text) == ("переставлены" in said)
