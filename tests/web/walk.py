"""Walks any questionnaire without a browser, as one without scripts would: reads the form, fills it, sends it."""

from __future__ import annotations

from typing import Any

from lxml import html

from filings.catalogue import Kind

YES, NO = {"да", "yes", "true"}, {"нет", "no", "false"}
BOXES = ("day", "month", "year", "time", "postcode", "place", "street", "flat")
MOST_PAGES = 200
Form = list[tuple[str, str]]


def at(answers: Any, name: str) -> Any:
    """The answer at a dotted name; None when there is none."""
    for part in name.split("."):
        if isinstance(answers, list):
            answers = answers[int(part)] if part.isdecimal() and int(part) < len(answers) else None
        elif isinstance(answers, dict):
            answers = answers.get(part)
        else:
            return None
    return answers


class Walk:
    """One walk of `person`, who has begun `kind`, from the page at `url` to the check page."""

    def __init__(self, person: Any, kind: Kind, answers: dict[str, Any]) -> None:
        self.person, self.kind, self.answers = person, kind, answers
        self.pages = 0

    def to_the_check(self, url: str) -> None:
        """Answers every page on the way."""
        for _ in range(MOST_PAGES):
            if url.partition("?")[0].partition("#")[0].endswith("/check"):
                return
            url = self.answered(url)
        raise AssertionError("вопросы не кончаются")

    def answered(self, url: str) -> str:
        """Fills and sends one page; where it leads."""
        self.pages += 1
        path = url.partition("#")[0]
        main = html.fromstring(self.person.open(path).text).get_element_by_id("main")
        key, _, row = path.partition("?")[0].partition("/questions/")[2].partition("/")
        given = self.answers.get(key.split("-")[0])
        if row and not given:
            return main.xpath(".//a[contains(@class, 'skip-rows')]")[0].get("href")
        block = given[int(row)] if row else given if isinstance(given, dict) else {key.split("-")[0]: given}
        for button in main.xpath(".//button[starts-with(@value, 'add:')]"):
            name = button.get("value").removeprefix("add:")
            if len(main.xpath(f".//button[starts-with(@value, 'remove:{name}#')]")) < len(at(block, name) or []):
                return self.sent(path, main, block, button.get("value"))
        return self.sent(path, main, block, "more" if row and int(row) + 1 < len(given) else "next")

    def sent(self, path: str, main: Any, block: dict[str, Any], do: str) -> str:
        """Sends the form with the answers; a refusal fails the walk."""
        form = next(one for one in main.iter("form") if one.get("method") == "post" and not one.get("action"))
        fields = [pair for control in form.iter("input", "select", "textarea") for pair in filled(control, block)]
        reply = self.person.client.post(path, data=_multi([*fields, ("do", do)]), buffered=True)
        summary = html.fromstring(reply.text).xpath("//*[@id='summary']") if reply.status_code != 302 else []
        said = summary[0].text_content() if summary else reply.status_code
        assert reply.status_code == 302, f"{self.kind.name} {path}: {said} {fields}"
        return reply.location


def filled(control: Any, block: dict[str, Any]) -> Form:
    """What the control sends; one that cannot be seen sends what it holds."""
    name, kind = control.get("name") or "", control.get("type") or control.tag
    if not name or kind == "file" or name == "table":
        return []
    if kind == "hidden":
        return [(name, control.get("value") or "")]
    if any(parent.get("hidden") is not None for parent in control.iterancestors()):
        return [] if kind in ("radio", "checkbox") else [(name, "")]
    stem, _, box = name.rpartition("-")
    value = at(block, stem if box in BOXES and stem else name)
    if kind in ("radio", "checkbox"):
        return [(name, control.get("value"))] if _is_chosen(control, value) else []
    if control.tag == "select":
        chosen = [one for one in control.iter("option") if _fits(value, one.get("value"), one.text_content())]
        return [(name, chosen[0].get("value") if chosen else "")]
    return [(name, _typed(control, stem, box, value))]


def _typed(control: Any, stem: str, box: str, value: Any) -> str:
    if value is None:
        return ""
    if box in BOXES and stem:  # the first box takes a whole date or address, as people paste it
        first = control.getroottree().xpath(f"//*[starts-with(@name, '{stem}-') and not(@type='checkbox')]")[0]
        return str(value) if first is control else ""
    return "\n".join(map(str, value)) if isinstance(value, list) else str(value)


def _is_chosen(control: Any, value: Any) -> bool:
    label = control.getroottree().xpath(f"//label[@for='{control.get('id')}']")[0].text_content()
    return any(_fits(one, control.get("value"), label) for one in (value if isinstance(value, list) else [value]))


def _fits(answer: Any, sent: str | None, label: str) -> bool:
    if answer is None or not sent:
        return False
    word = str(answer).strip().casefold()
    return (
        word in (sent.casefold(), label.strip().casefold())
        or (sent == "yes" and word in YES)
        or (sent == "no" and word in NO)
    )


def _multi(pairs: Form) -> Any:
    from werkzeug.datastructures import MultiDict

    return MultiDict(pairs)
