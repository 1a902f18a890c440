"""The contract between a template and its schema: every name that a template reads exists, on every branch.

Jinja finds a wrong name only when it comes to it; a branch that no sample takes would break in a person's hands.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from jinja2 import nodes

from filings.documents import filters
from filings.documents.compiled import sources
from filings.documents.sandbox import FORBIDDEN_CALL, Sandbox, suggestion
from filings.questions import Block
from filings.questions.shape import shape_of

# A value about which nothing is known to be wrong: what a filter or a condition returns.
ANYTHING: Any = object()
Names = Mapping[str, Any]


def names_of(block: type[Block]) -> dict[str, Any]:
    """The names that a block gives to a template, as a tree; a leaf is ANYTHING, a list has one element."""
    tree: dict[str, Any] = {}
    for name, field in block.model_fields.items():
        shape = shape_of(field)
        inner = names_of(shape.block) if shape.block else ANYTHING
        tree[field.alias or name] = [inner] if shape.many else inner
    return tree | dict.fromkeys(getattr(block, "template_names", ()), ANYTHING)


def names_in(context: Any) -> Any:
    """The same tree from an actual context: what Python adds to the answers."""
    if isinstance(context, Mapping):
        return {key: names_in(value) for key, value in context.items()}
    if isinstance(context, list):
        merged: Any = ANYTHING
        for item in context:
            merged = union(merged, names_in(item))
        return [merged]
    return ANYTHING


def union(one: Any, other: Any) -> Any:
    """All names of both trees."""
    if isinstance(one, dict) and isinstance(other, dict):
        return {key: union(one.get(key, ANYTHING), other.get(key, ANYTHING)) for key in one | other}
    if isinstance(one, list) and isinstance(other, list):
        return [union(one[0], other[0])]
    return other if one is ANYTHING else one


def wrong_names(tree: nodes.Template, names: Names, environment: Sandbox) -> Iterator[tuple[nodes.Node, str]]:
    """(node, Russian message) for everything in a template that does not exist or is not allowed, in reading order."""
    return _Reader(environment).read(tree, dict(names))


def used_names(template: Path) -> set[str]:
    """Every name and field that a template mentions, without its place: for finding answers that nothing prints."""
    environment = Sandbox(filters.names(), str)
    found: set[str] = set()
    for source in sources(template).values():
        tree = environment.parse(source)
        found |= {node.name for node in tree.find_all(nodes.Name)} | {
            node.attr for node in tree.find_all(nodes.Getattr)
        }
    return found


class _Reader:
    """Walks a template's syntax tree with the names known at each place."""

    def __init__(self, environment: Sandbox) -> None:
        self._filters, self._tests = environment.filters, environment.tests

    def read(self, node: nodes.Node, names: dict[str, Any]) -> Iterator[tuple[nodes.Node, str]]:
        """(node, message) for every wrong name below `node`."""
        if isinstance(node, nodes.For):
            yield from self._loop(node, names)
        elif isinstance(node, nodes.Assign) and isinstance(node.target, nodes.Name):
            yield from self.read(node.node, names)
            names[node.target.name] = self._value(node.node, names)
        elif isinstance(node, nodes.Macro):
            yield from self._children(node, names | {argument.name: ANYTHING for argument in node.args})
        elif isinstance(node, nodes.Name) and node.ctx == "load":
            if node.name not in names:
                yield node, f"нет значения «{node.name}»{suggestion(node.name, names)}"
        elif isinstance(node, nodes.Getattr):
            yield from self._field(node, names)
        else:
            if what := self._forbidden(node):
                yield node, what
            yield from self._children(node, names)

    def _forbidden(self, node: nodes.Node) -> str:
        """What Jinja would find only when it comes to this place."""
        match node:
            case nodes.Filter(name=name) if name not in self._filters:
                return f"нет фильтра «{name}»{suggestion(name, self._filters)}"
            case nodes.Test(name=name) if name not in self._tests:
                return f"нет проверки «{name}»{suggestion(name, self._tests)}"
            case nodes.Mul() | nodes.Div() | nodes.FloorDiv() | nodes.Mod() | nodes.Pow():
                return f"в шаблоне нельзя считать («{node.operator}»): возьмите готовую сумму из расчёта"
            case nodes.Call(node=nodes.Getattr(node=nodes.Name(name="loop"))) | nodes.Call(node=nodes.Name()):
                return ""  # of the loop, or of a macro: a name that is none is told as such
            case nodes.Call():
                return FORBIDDEN_CALL
            case nodes.Include() | nodes.Import() | nodes.FromImport() | nodes.Extends():
                return "другой файл в шаблон вставить нельзя: перенесите текст сюда"
        return ""

    def _children(self, node: nodes.Node, names: dict[str, Any]) -> Iterator[tuple[nodes.Node, str]]:
        for child in node.iter_child_nodes():
            if isinstance(node, nodes.Template) and isinstance(child, nodes.Macro):
                names[child.name] = ANYTHING
            yield from self.read(child, names)

    def _loop(self, node: nodes.For, names: dict[str, Any]) -> Iterator[tuple[nodes.Node, str]]:
        yield from self.read(node.iter, names)
        rows = self._value(node.iter, names)
        inner = dict(names) | {"loop": ANYTHING}
        targets = [node.target] if isinstance(node.target, nodes.Name) else list(node.target.find_all(nodes.Name))
        for target in targets:
            inner[target.name] = rows[0] if isinstance(rows, list) and len(targets) == 1 else ANYTHING
        for child in [*node.body, *node.else_, *([node.test] if node.test else [])]:
            yield from self.read(child, inner)

    def _field(self, node: nodes.Getattr, names: dict[str, Any]) -> Iterator[tuple[nodes.Node, str]]:
        yield from self.read(node.node, names)
        owner = self._value(node.node, names)
        if node.attr.startswith("_"):
            yield node, f"обращаться к «{node.attr}» в шаблоне нельзя"
        elif isinstance(owner, dict) and node.attr not in owner:
            yield node, f"нет поля «{node.attr}»{suggestion(node.attr, owner)}"
        elif isinstance(owner, list):
            yield node, f"«{node.attr}» взять нельзя: слева список, его печатают циклом {{%p for … %}}"

    def _value(self, node: nodes.Node, names: dict[str, Any]) -> Any:
        if isinstance(node, nodes.Name):
            return names.get(node.name, ANYTHING)
        if isinstance(node, nodes.Getattr):
            owner = self._value(node.node, names)
            return owner.get(node.attr, ANYTHING) if isinstance(owner, dict) else ANYTHING
        if isinstance(node, nodes.Getitem):
            owner = self._value(node.node, names)
            return owner[0] if isinstance(owner, list) else ANYTHING
        if isinstance(node, nodes.Filter) and node.name == "абзацы":
            return [ANYTHING]
        return ANYTHING
