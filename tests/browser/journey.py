"""Walks the questionnaire of any kind in a browser as a person would, taking the answers from its sample."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from playwright.sync_api import Locator, Page, expect
from sample_answers import answers_of

from filings.catalogue import Kind
from filings.topics import topic_title
from web.clock import today

YES, NO = {"да", "yes", "true"}, {"нет", "no", "false"}
BOXES = ("day", "month", "year", "time", "postcode", "place", "street", "flat")
MOST_PAGES = 150
PACKET_TIMEOUT = 120_000

_CONTROLS = """() => [...document.querySelectorAll('main form input, main form select, main form textarea')]
  .filter((one) => !['hidden', 'file'].includes(one.type) && !one.disabled && one.checkVisibility())
  .map((one) => [one.name, one.tagName === 'INPUT' ? one.type : one.tagName.toLowerCase()])"""


class Journey:
    """One walk. `look` is called on every page after it has loaded, for axe or a screenshot."""

    def __init__(self, page: Page, address: str, kind: Kind, answers: dict[str, Any] | None = None) -> None:
        self.page, self.address, self.kind = page, address, kind
        self.answers = answers_of(kind, today()) if answers is None else answers
        self.look: Callable[[Page], None] = lambda page: None

    def walk(self, exhibits: list[Path] = (), folder: Path = Path()) -> dict[str, Path]:
        """From the start page to the downloaded files, by name."""
        self.begin()
        self.answer_all()
        self.look(self.page)
        self.page.get_by_role("link", name="Верно, дальше к приложениям").click()
        self.attach(exhibits)
        self.page.get_by_role("button", name="Собрать пакет").click()
        expect(self.page.get_by_role("heading", level=1)).to_have_text("Пакет готов", timeout=PACKET_TIMEOUT)
        self.look(self.page)
        return self.download(folder)

    def begin(self) -> None:
        """From the start page through the page of the kind to the first question."""
        self.page.goto(self.address)
        self.look(self.page)
        self.page.locator("summary", has_text=topic_title(self.kind.topic)).click()
        self.page.get_by_role("link", name=self.kind.about.title, exact=True).click()
        self.look(self.page)
        self.page.get_by_label("Даю согласие").check()
        self.page.get_by_role("button", name="Начать").click()

    def answer_all(self) -> None:
        """Every page of questions until the check page."""
        for _ in range(MOST_PAGES):
            if self.page.url.partition("#")[0].partition("?")[0].endswith("/check"):
                return
            self.look(self.page)
            self.answer_one()
        raise AssertionError("вопросы не кончаются")

    def answer_one(self) -> None:
        """The page that is open: rows are added one a page, as many as the sample has."""
        key, _, row = self.page.url.partition("?")[0].partition("#")[0].partition("/questions/")[2].partition("/")
        field = key.split("-")[0]
        asked = self.kind.model.model_fields[field]
        answer = self.answers.get(field)
        assert asked is not None
        if row and not answer:
            self.page.locator(".skip-rows").click()
            return
        if row:
            self._fill(answer[int(row)])
        else:
            self._fill(answer if isinstance(answer, dict) else {field: answer} if answer is not None else {})
        self._press("more" if row and int(row) + 1 < len(answer) else "next")

    def attach(self, exhibits: list[Path], said: str = "Загружено") -> None:
        """Uploads the files on the page of exhibits; `said` is what the page answers."""
        self.look(self.page)
        if exhibits:
            self.page.get_by_label("Выберите файлы").set_input_files(exhibits)
            self.page.get_by_role("button", name="Загрузить").click()
            expect(self.page.locator("main")).to_contain_text(said)
            self.look(self.page)

    def download(self, folder: Path) -> dict[str, Path]:
        """Saves every file offered on the last page."""
        found = {}
        for link in self.page.locator("a[download]").all():
            name = (link.get_attribute("href") or "").rsplit("/", 1)[-1]
            with self.page.expect_download() as waiting:
                link.click()
            found[name] = folder / name
            waiting.value.save_as(found[name])
        return found

    def chosen(self, name: str, answers: dict[str, Any]) -> str | None:
        """The value of the option that the answer chooses among those with this name."""
        for option in self.page.locator(f"[name='{name}'][type=radio]").all():
            label = self._label_of(option)
            sent = (option.get_attribute("value") or "").casefold()
            if _means(str(_at(answers, name) or "").strip().casefold(), sent, label):
                return option.get_attribute("value")
        return None

    def _press(self, button: str) -> None:
        before = self.page.url
        self.page.locator(f".actions button[value={button}]").click()
        wrong = self.page.locator("#summary")
        assert not wrong.count(), f"{before}: {wrong.inner_text()}"

    def _fill(self, answers: dict[str, Any]) -> None:
        """Fills what is asked; an answer may open further questions on the page, by the script or after sending."""
        self._add_inner_rows(answers)
        done: set[str] = set()
        while left := [one for one in self._controls() if one[0] not in done]:
            for name, kind in left:
                if name not in done:
                    done.add(name)
                    self._answer(name, kind, answers)

    def _controls(self) -> list[tuple[str, str]]:
        return [(name, kind) for name, kind in self.page.evaluate(_CONTROLS)]

    def _add_inner_rows(self, answers: dict[str, Any]) -> None:
        for button in self.page.locator("button[value^='add:']").evaluate_all("all => all.map((one) => one.value)"):
            name = button.removeprefix("add:")
            rows = self.page.locator(f"button[value^='remove:{name}#']")
            for number in range(rows.count(), len(_at(answers, name) or [])):
                self.page.locator(f"button[value='{button}']").click()
                expect(rows).to_have_count(number + 1)  # what is typed before the page has come would be lost

    def _answer(self, name: str, kind: str, answers: dict[str, Any]) -> None:
        stem, _, box = name.rpartition("-")
        value = _at(answers, stem if box in BOXES and stem else name)
        if value is None:
            return
        control = self.page.locator(f"[name='{name}']:not([type=hidden])")
        if kind in ("radio", "checkbox"):
            for one in value if isinstance(value, list) else [value]:
                self._choose(control, str(one))
        elif kind == "select":
            control.select_option(str(value))
        elif box in BOXES and stem:
            # The first box takes a whole date or address, as people paste it.
            first = self.page.locator(f"[name^='{stem}-']:not([type=checkbox])").first
            if name == first.get_attribute("name"):
                control.fill(str(value))
        else:
            control.fill("\n".join(value) if isinstance(value, list) else str(value))

    def _label_of(self, option: Locator) -> str:
        found = self.page.locator(f"label[for='{option.get_attribute('id')}']").text_content() or ""
        return found.strip().casefold()

    def _choose(self, options: Locator, value: str) -> None:
        word = value.strip().casefold()
        for option in options.all():
            label = self._label_of(option)
            sent = (option.get_attribute("value") or "").casefold()
            if _means(word, sent, label):
                if not option.is_visible():
                    option.locator("xpath=ancestor::details/summary").click()
                option.check()
                return
        raise AssertionError(f"нет варианта «{value}»")


def _means(word: str, sent: str, label: str) -> bool:
    return word in (sent, label) or (sent == "yes" and word in YES) or (sent == "no" and word in NO)


def _at(answers: Any, name: str) -> Any:
    for part in name.split("."):
        if isinstance(answers, list):
            answers = answers[int(part)] if part.isdecimal() and int(part) < len(answers) else None
        elif isinstance(answers, dict):
            answers = answers.get(part)
        else:
            return None
    return answers
