"""Finds the rules by scanning this folder: a file with a function of its own name and an Input is a rule."""

import pkgutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib import import_module
from types import ModuleType
from typing import Any

import filings.rules
from filings.errors import ArgumentsError
from filings.questions import Block
from filings.questions.asking import without_unasked
from filings.questions.naming import english_names
from filings.questions.validation import validate
from filings.rules.conclusion import Conclusion


@dataclass(frozen=True)
class Rule:
    """A calculator: its name, its Russian title, the model of its input, the function."""

    name: str
    title: str
    input: type[Block]
    conclude: Callable[[Block], Conclusion]

    def apply(self, answers: dict[str, Any], *, on: date) -> tuple[Block, Conclusion]:
        """The typed answers and what follows from them; `answers` as people write them, `on` is today.

        An answer that the others make needless is left out with a warning: a price for a flat duty.
        """
        raw, unknown = english_names(self.input, answers)
        kept, needless = without_unasked(self.input, raw)
        given = validate(self.input, answers if unknown or not needless else kept, on=on)
        conclusion = self.conclude(given)
        if unknown or not needless:
            return given, conclusion
        texts = tuple(f"«{one.ask.title}» на этот расчёт не влияет: ответ не учтён." for one in needless)
        return given, conclusion.model_copy(update={"warnings": (*conclusion.warnings, *texts)})


@cache
def rules() -> dict[str, Rule]:
    """Every rule by name."""
    names = sorted(module.name for module in pkgutil.iter_modules(filings.rules.__path__))
    modules = ((name, import_module(f"filings.rules.{name}")) for name in names)
    return {name: _rule(name, module) for name, module in modules if _is_rule(name, module)}


def rule(name: str) -> Rule:
    """The rule of that name, `-` and `_` alike. Raises ArgumentsError naming the rules there are."""
    found = rules().get(name.replace("-", "_"))
    if found is None:
        raise ArgumentsError(f"Расчёта «{name}» нет. Есть: {', '.join(rules())}.")
    return found


def _is_rule(name: str, module: ModuleType) -> bool:
    return hasattr(module, "Input") and callable(getattr(module, name, None))


def _rule(name: str, module: ModuleType) -> Rule:
    title = (module.Input.__doc__ or name).strip().rstrip(".")
    return Rule(name=name, title=title, input=module.Input, conclude=getattr(module, name))
