"""The template with signs in it: which answers a printed value and a chosen wording come from."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from types import CodeType

from filings.documents import compiled, filters, package
from filings.documents.draft.gaps import branch_sign, value_sign
from filings.documents.draft.leniency import DraftSandbox

WHY = "why"
_TOKEN = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|<w:p(?=[ >/])|<w:t(?=[ >])|</w:t>", re.DOTALL)
_LITERAL = re.compile(r"\"[^\"]*\"|'[^']*'")
_NAME = re.compile(r"(?<![|\w.])(?<!\|\s)[^\W\d]\w*(?:\.[^\W\d]\w*)*")
_KEYWORDS = frozenset(
    ("if", "elif", "else", "for", "in", "set", "and", "or", "not", "is", "none", "true", "false", "loop")
)
_LOOP = re.compile(r"for\s+(\w+)(?:\s*,\s*(\w+))?\s+in\s+(.*)", re.DOTALL)


@dataclass
class Traced:
    """The compiled body of a template. `traces` are the dotted Russian names behind every sign, by its number."""

    code: CodeType
    traces: list[tuple[str, ...]]


@dataclass
class _Tracer:
    """Goes over the tags in order and knows under which conditions and loops it stands."""

    traces: list[tuple[str, ...]] = field(default_factory=list)
    branches: list[tuple[str, ...]] = field(default_factory=list)
    loops: list[dict[str, str]] = field(default_factory=list)
    in_text: bool = False

    def numbered(self, names: tuple[str, ...]) -> int:
        """The number under which these names are found again."""
        self.traces.append(names)
        return len(self.traces) - 1

    def names_in(self, expression: str) -> tuple[str, ...]:
        """Dotted names of an expression, loop variables replaced by the list they run over."""
        found = (name for name in _NAME.findall(_LITERAL.sub("''", expression)))
        return tuple(dict.fromkeys(self._unlooped(name) for name in found if name.split(".")[0] not in _KEYWORDS))

    def _unlooped(self, name: str) -> str:
        first, dot, rest = name.partition(".")
        for loop in reversed(self.loops):
            if first in loop:
                return f"{loop[first]}{dot}{rest}"
        return name

    def mark(self, token: re.Match[str]) -> str:
        """The token with its sign behind it."""
        text = token.group()
        if text.startswith("<"):
            return self._element(text)
        inside = text[2:-2].strip("+- \n")
        if text.startswith("{{"):
            return text + (value_sign(self.numbered(self.names_in(inside))) if self.in_text else "")
        opened = self._branch(inside)
        return text + (branch_sign(self.numbered(opened)) if opened and self.in_text else "")

    def _element(self, text: str) -> str:
        self.in_text = text == "<w:t" or (self.in_text and text != "</w:t>")
        if text != "<w:p":
            return text
        names = tuple(dict.fromkeys(name for branch in self.branches for name in branch))
        return f'<w:p {WHY}="{self.numbered(names)}"' if names else text

    def _branch(self, tag: str) -> tuple[str, ...]:
        """Follows the tag; the names that chose the words after it."""
        word_of_tag = tag.split(None, 1)[0] if tag else ""
        if word_of_tag == "if":
            self.branches.append(self.names_in(tag))
        elif word_of_tag == "for" and (loop := _LOOP.match(tag)):
            over = self.names_in(loop[3])
            self.branches.append(over)
            self.loops.append(dict.fromkeys(filter(None, (loop[1], loop[2])), over[0] if over else ""))
        elif word_of_tag == "elif" and self.branches:
            self.branches[-1] = tuple(dict.fromkeys((*self.branches[-1], *self.names_in(tag))))
        elif word_of_tag in ("endif", "endfor") and self.branches:
            self.branches.pop()
            if word_of_tag == "endfor" and self.loops:
                self.loops.pop()
            return ()
        return self.branches[-1] if self.branches and word_of_tag in ("if", "elif", "else") else ()


def traced(template: Path) -> Traced:
    """The body of the template, ready to render; compiled once per version of the file."""
    return _traced(template, template.stat().st_mtime_ns)


@lru_cache(maxsize=256)
def _traced(template: Path, _modified: int) -> Traced:
    body = package.printed_parts(package.read_file(template))[0]
    source = compiled.sources(template)[body]
    tracer = _Tracer()
    marked = _TOKEN.sub(tracer.mark, source)
    environment = DraftSandbox(filters.names())
    return Traced(environment.compile(marked, filename="<draft>"), tracer.traces)
