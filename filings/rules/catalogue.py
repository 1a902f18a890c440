"""Finds the rules by scanning this folder: a file with a function of its own name and an Input is a rule."""

import pkgutil
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from types import ModuleType

import filings.rules
from filings.errors import ArgumentsError
from filings.questions import Block
from filings.rules.conclusion import Conclusion


@dataclass(frozen=True)
class Rule:
    """A calculator: its name, its Russian title, the model of its input, the function."""

    name: str
    title: str
    input: type[Block]
    conclude: Callable[[Block], Conclusion]


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
