"""What a schema says about raw answers: pages asked, questions, problems; found once while the answers stay."""

from __future__ import annotations

import hashlib
import json
from collections import OrderedDict
from collections.abc import Callable, Hashable
from datetime import date
from functools import cached_property
from threading import Lock
from typing import Any, TypeVar

from filings.questions.asking import Asked, questions_of
from filings.questions.conditions import judged_on
from filings.questions.field import Block
from filings.questions.messages import Refusal
from filings.questions.naming import Path
from filings.questions.pages import Page, pages_asked
from filings.questions.validation import doubts_of, problems_of
from web.parts import Part, parts_of

Problems = list[tuple[Path, str]]
Made = TypeVar("Made")
_KEPT = 128


class Analysis:
    """The answers seen through their schema on one day; every part is found when it is first asked for."""

    def __init__(self, model: type[Block], answers: dict[str, Any], on: date) -> None:
        self._model, self._answers, self._on = model, answers, on
        self._kept: dict[Hashable, Any] = {}

    def keep(self, name: Hashable, make: Callable[[], Made]) -> Made:
        """What `make` gives for these answers, made once; nobody may change it."""
        if name not in self._kept:
            self._kept[name] = make()
        return self._kept[name]

    @cached_property
    def pages(self) -> list[Page]:
        """The pages that are asked."""
        with judged_on(self._on):
            return pages_asked(self._model, self._answers)

    @cached_property
    def questions(self) -> dict[Path, Asked]:
        """Every question by its path."""
        with judged_on(self._on):
            return {one.path: one for one in questions_of(self._model, self._answers)}

    @cached_property
    def questions_by_field(self) -> dict[str, list[tuple[Path, Asked]]]:
        """The same by the field of the filing that they stand in, in order."""
        found: dict[str, list[tuple[Path, Asked]]] = {}
        for path, one in self.questions.items():
            found.setdefault(str(path[0]), []).append((path, one))
        return found

    @cached_property
    def problems(self) -> Problems:
        """Everything that is wrong."""
        return problems_of(self._model, self._answers, on=self._on)

    @cached_property
    def doubts(self) -> dict[Path, Refusal]:
        """The numbers kept although their check digit fails, by the path of the answer."""
        return dict(doubts_of(self._model, self._answers, on=self._on))

    @cached_property
    def problems_by_page(self) -> dict[str, Problems]:
        """The problems by the key of the page that mends them."""
        found: dict[str, Problems] = {}
        for path, text in self.problems:
            if (page := self.place_of(path)) is not None:
                found.setdefault(page.key, []).append((path, text))
        return found

    @cached_property
    def parts(self) -> list[Part]:
        """The pages grouped into sections, each with how far it is."""
        return parts_of(self.pages, self._answers, set(self.problems_by_page))

    def place_of(self, path: Path) -> Page | None:
        """The page where the answer at `path` is given; None when no page asks for it."""
        same = [page for page in self.pages if path and page.field == path[0]]
        exact = (page for page in same if len(path) > 1 and path[1] in page.names)
        return next(exact, same[0] if same else None)


_recent: OrderedDict[tuple[type[Block], date, bytes], Analysis] = OrderedDict()
_lock = Lock()


def analysis_of(model: type[Block], answers: dict[str, Any], on: date) -> Analysis:
    """The analysis of these very answers; the next page after a saved one finds it ready."""
    key = (model, on, hashlib.sha256(json.dumps(answers, default=str).encode()).digest())
    with _lock:
        found = _recent.pop(key, None) or Analysis(model, answers, on)
        _recent[key] = found
        if len(_recent) > _KEPT:
            _recent.popitem(last=False)
    return found
