"""The form of one page: which questions stand on it, what they hold, what the browser sent back."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from werkzeug.datastructures import MultiDict
from wtforms import Field
from wtforms.form import BaseForm

from filings.questions.asking import Asked, is_asked, questions_of
from filings.questions.conditions import Term, follows_on_page, terms
from filings.questions.field import Block
from filings.questions.messages import Refusal
from filings.questions.naming import Path, is_empty
from filings.questions.pages import Page
from filings.questions.shape import shape_of
from filings.schemas.base import Filing
from web.forms.fields import assumed, field_for, shown
from web.forms.gender import is_needless
from web.forms.keeping import with_kept
from web.forms.opening import tie
from web.forms.raw import at, put
from web.forms.sent import answer_of, rows_sent
from web.forms.slips import with_slip
from web.forms.unanswered import to_the_point


@dataclass
class Question:
    """A question on the page. `control` is None for a group; `rows` are its inner questions, one list a row.

    `hidden` questions are in the page to be opened when their conditions `terms`, which name questions of the page,
    are met: by the numbers `needs` and `meets` (see `opening`), by the script (`when`), or by the server. `number` is
    what may be kept although its check digit fails, and `kept` whether it is. `open` ends a period that goes on.
    """

    asked: Asked
    name: str
    control: Field | None = None
    hidden: bool = False
    terms: list[Term] = field(default_factory=list)
    needs: str = ""
    meets: dict[str, str] = field(default_factory=dict)
    problem: str = ""
    number: str = ""
    kept: bool = False
    open: bool = False
    rows: list[list[Question]] = field(default_factory=list)

    @property
    def id(self) -> str:
        """The id of the control in HTML."""
        return "q-" + self.name.replace(".", "-")

    @property
    def when(self) -> str:
        """The conditions as the script reads them; empty when there are none."""
        return json.dumps([(term.path, list(term.values), term.negated) for term in self.terms]) if self.terms else ""

    @property
    def optional(self) -> bool:
        """Whether «(необязательно)» stands behind the title."""
        said_otherwise = self.asked.ask.unsure or self.asked.ask.open_end
        return not self.asked.required and not said_otherwise and assumed(self.asked) is None


class PageForm:
    """The questions of `page`, of its row `row` when it collects rows, filled from `answers` or from what was sent."""

    def __init__(
        self,
        model: type[Filing],
        page: Page,
        answers: dict[str, Any],
        *,
        row: int | None = None,
        sent: MultiDict | None = None,
    ) -> None:
        self.page, self._model = page, model
        self.prefix: Path = (page.field,) if row is None else (page.field, row)
        if page.block is None:
            self.prefix = ()
        self._answers = self._with_room(answers, sent)
        found = [one for one in self._with_closed(questions_of(model, self._answers)) if self._is_here(one.path)]
        form = BaseForm({self._name(one.path): field_for(one) for one in found if one.shape.block is None})
        form.process(sent, data={self._name(one.path): shown(one, one.value) for one in found})
        self.questions = self._tree(found, form)
        tie(_all(self.questions))

    def __iter__(self) -> Iterator[Question]:
        """Every question that has a field, groups opened."""
        return _leaves(self.questions)

    def groups(self) -> Iterator[Question]:
        """Every question that holds other questions."""
        return (one for one in _all(self.questions) if one.control is None)

    def is_shown_by_style(self, question: Question) -> bool:
        """Whether the question, or the group that it stands in, opens with an option and without a script."""
        return any(one.needs and f"{question.name}.".startswith(f"{one.name}.") for one in _all(self.questions))

    def saved_into(self, answers: dict[str, Any], sent: MultiDict) -> dict[str, Any]:
        """The answers with those that were sent; a question that the browser did not send keeps its answer."""
        for one in self:
            if any(key == one.name or key.startswith(one.name + "-") for key in sent):
                answers = put(answers, one.asked.path, answer_of(one, sent))
        answers = with_kept(answers, {one.name: one.asked.path for one in self}, sent)
        return answers if self.prefix == () or at(answers, self.prefix) is not None else put(answers, self.prefix, {})

    def show(self, problems: list[tuple[Path, str]]) -> list[tuple[str, str, str]]:
        """Puts problems at their questions; the summary as (id, title, text). Others stand under the page itself."""
        summary = []
        for path, text in problems:
            one = self._nearest(path)
            number = getattr(text, "number", "")
            asked = one.asked if one else None
            text = to_the_point(asked, with_slip(asked, text))
            if one is not None:
                one.number = one.number or number
                one.problem = one.problem or text
                one.hidden = one.hidden and bool(one.terms)  # what is wrong is always seen
            summary.append((one.id if one else "main", one.asked.ask.title if one else self.page.title, text))
        return summary

    def show_kept(self, doubts: dict[Path, Refusal]) -> None:
        """Puts the box of a number that is kept at its question, ticked."""
        for one in self:
            if one.asked.path in doubts:
                one.number, one.kept = doubts[one.asked.path].number, True

    def _nearest(self, path: Path) -> Question | None:
        places = {one.asked.path: one for one in _all(self.questions)}
        return next((places[path[:end]] for end in range(len(path), 0, -1) if path[:end] in places), None)

    def _name(self, path: Path) -> str:
        return ".".join(str(part) for part in path[len(self.prefix) :])

    def _is_here(self, path: Path) -> bool:
        if self.page.block is None:
            return path == (self.page.field,)
        if path[: len(self.prefix)] != self.prefix or len(path) == len(self.prefix):
            return False
        return path[len(self.prefix)] in self.page.names

    def _with_closed(self, found: Iterable[Asked]) -> Iterator[Asked]:
        """Groups that are not asked yet with their questions, so that a script can open them at once."""
        for one in found:
            yield one
            if one.shape.block is not None and not one.shape.many and one.asked is False:
                yield from _closed(one)

    def _with_room(self, answers: dict[str, Any], sent: MultiDict | None) -> dict[str, Any]:
        """The answers with an empty place for every inner block, and rows for every row that was sent."""
        if self.page.block is None:
            return answers
        if at(answers, self.prefix) is None:
            answers = put(answers, self.prefix, {})
        for one in list(questions_of(self._model, answers)):
            if one.shape.block is None or not self._is_here(one.path):
                continue
            if not one.shape.many:
                answers = answers if isinstance(one.value, dict) else put(answers, one.path, {})
                continue
            count = max(rows_sent(self._name(one.path), sent), 1 if one.required else 0)
            if count > len(one.value or []):
                answers = put(answers, (*one.path, count - 1), {})
        return answers

    def _tree(self, found: list[Asked], form: BaseForm) -> list[Question]:
        top: list[Question] = []
        places: dict[Path, Question] = {}
        for one in found:
            name = self._name(one.path)
            question = Question(one, name, form._fields.get(name), open=self._goes_on(one))
            if not self._settle(question, set(form._fields)):
                continue
            places[one.path] = question
            group, row = _group_of(one.path)
            if group in places:
                rows = places[group].rows
                rows += [[] for _ in range(row + 1 - len(rows))]
                rows[row].append(question)
            elif len(one.path) == len(self.prefix) + 1:
                top.append(question)
        return top

    def _settle(self, question: Question, names: set[str]) -> bool:
        """Whether the question stands on the page, at least hidden, until an answer of this page calls for it."""
        here: list[Term] = []
        possible = True
        if not follows_on_page(question.asked.ask.when):
            question.hidden = question.asked.asked is not True
            return not question.hidden
        for part in filter(None, (part.strip() for part in question.asked.ask.when.split("&"))):
            term, (holder, place) = terms(part)[0], self._holder(question.asked.path, part)
            named = (*place, *term.path.split("."))
            if named[: len(self.prefix)] == self.prefix and self._name(named) in names:
                here.append(replace(term, path=self._name(named)))
            else:
                possible &= is_asked(part, holder, at(self._answers, place) or {}) is not False
        question.hidden = question.asked.asked is not True
        if is_needless(question.asked, at(self._answers, question.asked.path[:-1])):
            question.hidden = True
            return True
        question.terms = here
        return not question.hidden or (possible and bool(here))

    def _goes_on(self, one: Asked) -> bool:
        """Whether the question ends a period that was begun and has no end."""
        begun = at(self._answers, (*one.path[:-1], one.ask.ends)) if one.ask.open_end else None
        return is_empty(one.value) and not is_empty(begun)

    def _holder(self, path: Path, part: str) -> tuple[type[Block], Path]:
        """Where a condition looks its name up: the question's own block first, then the top."""
        block: type[Block] = self._model
        for step in path[:-1]:
            if isinstance(step, str):
                block = shape_of(block.model_fields[step]).block or block
        near = terms(part)[0].path.split(".")[0] in block.model_fields
        return (block, path[:-1]) if near else (self._model, ())


def _closed(group: Asked) -> list[Asked]:
    """The questions of a group that is not asked; none when their conditions need answers from outside."""
    try:
        inner = list(questions_of(group.shape.block, {}))
    except LookupError:
        return []
    return [replace(one, path=(*group.path, *one.path)) for one in inner]


def _leaves(questions: list[Question]) -> Iterator[Question]:
    return (one for one in _all(questions) if one.control is not None)


def _all(questions: list[Question]) -> Iterator[Question]:
    for one in questions:
        yield one
        for row in one.rows:
            yield from _all(row)


def _group_of(path: Path) -> tuple[Path, int]:
    last = path[-2] if len(path) > 1 else None
    return (path[:-2], last) if isinstance(last, int) else (path[:-1], 0)
