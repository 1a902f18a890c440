"""Going on elsewhere: by code, by link; leaving somebody else's device; several drafts of one person."""

from __future__ import annotations

import re

import pytest
from sqlalchemy import select, text

from web import create_app
from web.config import Settings
from web.storage.secrecy import digits_of, in_groups
from web.storage.tables import AccessRecord, ConsentRecord

pytestmark = pytest.mark.xdist_group("web")


def code_of(person) -> tuple[str, str]:
    """Asks for a code: the code and the link."""
    page = person.send("device", do="issue").text
    return re.search(r'id="code">([\d ]+)<', page)[1], re.search(r'href="http://localhost(/resume/[^"]+)"', page)[1]


def count(app, query) -> int:
    with app.extensions["filings"].cases.session() as session:
        return len(session.execute(query).all())


def test_the_draft_is_opened_by_its_code_elsewhere(person, stranger):
    person.begin().send("questions/someone", surname="Иванова")
    code, _ = code_of(person)
    assert re.fullmatch(r"\d{4} \d{4} \d{4}", code)
    reply = stranger.send("/resume", code=f" {code.replace(' ', ' - ')} ")
    assert reply.status_code == 302 and reply.location == person.filing
    stranger.filing = person.filing
    assert "Иванова" in stranger.read("check")
    assert "Иванова" in person.read("check"), "и здесь он остаётся открытым"


def test_the_link_asks_before_it_opens(person, stranger):
    person.begin().send("questions/someone", surname="Иванова")
    _, link = code_of(person)
    assert "Открыть черновик здесь?" in stranger.read(link)
    stranger.filing = person.filing
    assert stranger.open("check").status_code == 404, "одного взгляда на ссылку мало"
    assert stranger.send(link).location == person.filing
    assert "Иванова" in stranger.read("check")


def test_a_new_code_replaces_the_old_one_and_the_link(person, stranger):
    old_code, old_link = code_of(person.begin())
    code, _ = code_of(person)
    assert stranger.send("/resume", code=old_code).status_code == 422
    assert stranger.open(old_link).status_code == 404
    assert stranger.send("/resume", code=code).status_code == 302


def test_a_code_can_be_withdrawn(person, stranger):
    code, link = code_of(person.begin())
    person.send("device", do="withdraw")
    assert stranger.send("/resume", code=code).status_code == 422
    assert stranger.send(link, source="/resume").status_code == 404


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("", "В коде двенадцать цифр"),
        ("1234", "В коде двенадцать цифр"),
        ("1234 5678 90123", "В коде двенадцать цифр"),
        ("код", "В коде двенадцать цифр"),
        ("0000 0000 0000", "Черновика с таким кодом нет"),
        ("<script>", "В коде двенадцать цифр"),
    ],
    ids=["пусто", "мало цифр", "много цифр", "слова", "чужой код", "разметка"],
)
def test_a_wrong_code_is_explained(person, typed, text):
    reply = person.send("/resume", code=typed)
    assert reply.status_code == 422
    assert "<title>Ошибка: " in reply.text and text in reply.text
    assert "<script>" not in reply.text.replace("<script src", "")


def test_codes_are_read_as_people_type_them():
    assert digits_of("4829-1530\u00a07664") == digits_of("482915307664") == "482915307664"
    assert digits_of("٤٨٢٩١٥٣٠٧٦٦٤") == "", "другие цифры — не наш код"
    assert in_groups("482915307664") == "4829 1530 7664"


def test_no_secret_is_kept_as_it_is(person, app):
    code, link = code_of(person.begin())
    secrets = [code.replace(" ", ""), link.rsplit("/", 1)[1]]
    with app.extensions["filings"].engine.begin() as connection:
        kept = str(connection.execute(text("SELECT * FROM access")).all())
    assert not any(secret in kept for secret in secrets)


def test_guessing_stops_after_a_few_tries(person, data):
    app = create_app(Settings(data=data, keys=data / "keys", workers=1))
    guesser = type(person)(app.test_client())
    found = [guesser.send("/resume", code=f"{number:012}").status_code for number in range(12)]
    assert found == [422] * 10 + [429] * 2
    reply = guesser.send("/resume", code="482915307664")
    assert "Подождите немного" in reply.text and int(reply.headers["Retry-After"]) > 60
    assert guesser.open("/resume/abc").status_code == 429
    elsewhere = {"REMOTE_ADDR": "192.0.2.7"}
    assert guesser.client.get("/resume/abc", environ_base=elsewhere).status_code == 404
    assert guesser.begin().open("check").status_code == 200, "остальное работает"
    app.extensions["filings"].close()


def test_leaving_closes_this_browser_and_keeps_what_has_a_code(person, stranger, app):
    person.begin().send("questions/someone", surname="Иванова")
    code, _ = code_of(person)
    kept = person.filing
    lost = person.begin().filing
    page = person.read("/leave")
    assert "Код получен" in page and "Кода нет: черновик удалится насовсем" in page
    cookie = next(iter(person.client._cookies.values())).value
    reply = person.send("/leave")
    assert "cookies" in reply.headers["Clear-Site-Data"] and "больше не помнят" in reply.text
    assert not person.client._cookies
    person.client.set_cookie("filings", cookie)
    for path in (kept, lost):
        assert person.open(f"{path}/check").status_code == 404, "и сохранённая кука ничего не открывает"
    assert stranger.send("/resume", code=code).status_code == 302
    assert "Иванова" in stranger.read(f"{kept}/check")
    with app.extensions["filings"].engine.begin() as connection:
        left = connection.execute(text("SELECT count(*) FROM filing WHERE id = :id"), {"id": lost[8:]}).scalar()
    assert left == 0


def test_somebody_elses_device_forgets_with_the_browser_and_gives_the_code_first(person):
    form = {"consent": "yes", "foreign": "yes"}
    reply = person.send("/kinds/every_widget/start", source="/kinds/every_widget", **form)
    assert reply.location.endswith("/device")
    assert next(iter(person.client._cookies.values())).expires is None


def test_the_way_out_in_a_hurry_is_on_every_page_and_leads_away(person):
    assert "data-exit" in person.begin().read("questions/someone")
    reply = person.open("/exit?next=https://evil.example")
    assert reply.status_code == 303 and reply.location == "https://ya.ru/pogoda"
    assert person.open("check").status_code == 200, "ответы ждут"


def test_my_drafts_stand_on_the_start_page(person):
    person.begin().begin()
    page = person.read("/")
    assert "Мои черновики" in page and page.count("Хранится до") == 2
    assert "Осталось 4 коротких раздела" in page or "Осталось" in page


def test_drafts_that_are_no_more_push_none_out_of_the_browser(person):
    first = person.begin().filing
    for _ in range(3):
        person.begin().send("remove")
    with person.client.session_transaction() as kept:
        assert len(kept["cases"]) == 2, "первый черновик и последний, удалённый после записи куки"
    assert person.open(f"{first}/check").status_code == 200


def test_many_drafts_fit_into_a_cookie(person):
    first = person.begin().filing
    for _ in range(30):
        person.begin()
    assert person.open(f"{first}/check").status_code == 200
    with person.client.session_transaction() as kept:
        kept["cases"] = [f"{number:032}" for number in range(60)]
    person.open("/resume")
    assert len(person.client.get_cookie("filings").value) < 3500, "браузер берёт куки до 4096 знаков"


def test_everything_of_mine_is_removed_at_once(person, app):
    first, second = person.begin().filing, person.begin().filing
    assert "исчезнут сразу и насовсем" in person.read("/remove")
    reply = person.send("/remove")
    assert "Ваши данные удалены" in reply.text and "Clear-Site-Data" in reply.headers
    with app.extensions["filings"].engine.begin() as connection:
        ids = [path.rsplit("/", 1)[1] for path in (first, second)]
        query = text("SELECT count(*) FROM filing WHERE id::text = ANY(:ids)")
        assert connection.execute(query, {"ids": ids}).scalar() == 0


def test_a_document_that_is_no_longer_made_here_can_still_be_removed(person, app):
    filing = person.begin().filing.rsplit("/", 1)[1]
    with app.extensions["filings"].engine.begin() as connection:
        connection.execute(text("UPDATE filing SET kind = 'gone' WHERE id::text = :id"), {"id": filing})
    assert person.open("check").status_code == 404 and "Мои черновики" not in person.read("/")
    assert "больше не составляют: 1" in person.read("/remove")
    assert "Ваши данные удалены" in person.send("/remove").text
    with app.extensions["filings"].engine.begin() as connection:
        left = connection.execute(text("SELECT count(*) FROM filing WHERE id::text = :id"), {"id": filing})
        assert left.scalar() == 0


def test_nothing_is_written_without_consent(person, app):
    before = count(app, select(AccessRecord.id))
    reply = person.send("/kinds/every_widget/start", source="/kinds/every_widget")
    assert reply.status_code == 422 and "<title>Ошибка: " in reply.text and "Отметьте согласие" in reply.text
    assert count(app, select(AccessRecord.id)) == before


def test_the_consent_is_kept_with_its_text_and_time(person, app):
    person.begin()
    with app.extensions["filings"].cases.session() as session:
        last = session.scalars(select(ConsentRecord).order_by(ConsentRecord.id.desc())).first()
    assert last.version == "2026-11-22" and len(last.text_hash) == 32 and last.given_at is not None


def test_the_consent_says_who_answers_or_that_nobody_is_named(person, data):
    assert "не указал, кто он" in person.read("/consent")
    named = Settings(data=data, keys=data / "keys", workers=1, operator="АНО «Помощь»", operator_address="г. Тверь")
    app = create_app(named)
    assert "Оператор: АНО «Помощь», адрес: г. Тверь" in type(person)(app.test_client()).read("/consent")
    app.extensions["filings"].close()
