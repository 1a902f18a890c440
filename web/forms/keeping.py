"""The box «В документе именно такой номер, оставить» that stands at a number whose check digit fails."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from werkzeug.datastructures import MultiDict

from filings.questions.kept import KEPT, digits_of, kept_in
from filings.questions.naming import Path
from web.forms.raw import at


def with_kept(answers: dict[str, Any], paths: Mapping[str, Path], sent: MultiDict) -> dict[str, Any]:
    """The answers with the numbers that the person keeps; `paths` of the questions by their names on the page.

    A box counts for the number that it was shown with: another number typed into the field is checked anew.
    """
    kept, refused = set(kept_in(answers)), set()
    for name, path in paths.items():
        ticked, number = sent.getlist(f"{name}-keep"), digits_of(at(answers, path))
        if number and number in ticked:
            kept.add(number)
        elif ticked:
            refused.add(number)
    if kept:
        kept = (kept - refused) & set(_numbers(answers))
    rest = {name: value for name, value in answers.items() if name != KEPT}
    return {**rest, KEPT: sorted(kept)} if kept else rest


def _numbers(answers: Any) -> Iterator[str]:
    """Everything among the answers that is digits alone, but for the list of kept numbers itself."""
    if isinstance(answers, dict):
        for name, value in answers.items():
            if name != KEPT:
                yield from _numbers(value)
    elif isinstance(answers, list):
        for item in answers:
            yield from _numbers(item)
    elif number := digits_of(answers):
        yield number
