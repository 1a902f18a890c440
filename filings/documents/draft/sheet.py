"""The draft of a filing: its paragraphs as sentences, each with the answers and the norms behind it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path as FilePath
from typing import Any

from jinja2 import Template
from lxml import etree

from filings.documents import package, readable
from filings.documents.draft.certainty import is_certain
from filings.documents.draft.completing import Completed, complete
from filings.documents.draft.context import Scene, scene_of
from filings.documents.draft.gaps import ALL, BRANCH, GAP, MARKS, MOST, VALUE, number_of
from filings.documents.draft.leniency import DraftSandbox, lenient_filters
from filings.documents.draft.traces import WHY, traced
from filings.documents.sandbox import UNMASK
from filings.questions.naming import Path
from filings.russian.forms import Case
from filings.schemas.base import Filing

_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_SIGN = f"[{chr(0xF0000)}-{chr(0xFBFFF)}]"
_END = re.compile(rf"(?<=[.!?…»\"])(?P<signs>{_SIGN}*) +(?={_SIGN}*[«\"А-ЯЁ])|(?<=[.;:]){_SIGN}*\n")
_TWO_POINTS = re.compile(rf"(?<!\.)\.({_SIGN}*)\.(?!\.)")  # «руб.» before the point of the sentence
_NORM = re.compile(
    r"(?:(?:абз|пп|подп|п|ч|ст)\.[\s\u00a0][\d.,–\-\s\u00a0и]+)+"
    r"(?:(?:части|статьи|пункта)\s)?[\s\u00a0]?"
    r"(?:[А-ЯЁ]{2,5}[\s\u00a0]РФ|Конституции[\s\u00a0]РФ|Федерального закона[^,;.)]{0,60}№[\s\u00a0]?[\d-]+-ФЗ"
    r"|Закона[^,;.)]{0,80}|постановления[^;)]{0,120}№[\s\u00a0]?\d+)|\d+-ФЗ"
)


@dataclass(frozen=True)
class Sentence:
    """`pieces` are texts and gaps (the title of the missing question); `paths` are the answers behind it.

    `counted` names what the rules concluded for it; `norms` are those that it names, or those of the rules.
    `guessed` means that a choice nobody has made yet led to these words.
    """

    pieces: tuple[tuple[str, bool], ...]
    paths: tuple[Path, ...]
    counted: tuple[str, ...]
    norms: tuple[str, ...]
    guessed: bool

    @property
    def text(self) -> str:
        """The words, gaps in square brackets."""
        return "".join(f"[{text}]" if is_gap else text for text, is_gap in self.pieces)


@dataclass(frozen=True)
class DraftBlock:
    """A block of the draft: sentences of a paragraph or of an item, or cells of a table."""

    kind: str
    number: str
    sentences: tuple[Sentence, ...]
    rows: tuple[tuple[Sentence, ...], ...] = ()


@dataclass(frozen=True)
class Sheet:
    """The draft. `missing` counts the gaps; `sure` means that the sums are counted from the person's own answers.

    `declined` are the person's own words that the document puts into other cases, with the forms it uses.
    """

    blocks: tuple[DraftBlock, ...]
    missing: int
    sure: bool
    references: tuple[str, ...]
    declined: dict[str, dict[Case, str]]


def sheet_of(
    template: FilePath, model: type[Filing], answers: dict[str, Any], sample: dict[str, Any], on: date
) -> Sheet:
    """The draft that these answers make of the kind's own template; `sample` lends what is missing.

    All answers have English names.
    """
    completed = complete(model, answers, sample, on)
    if not completed.sure and not completed.lends_numbers:
        completed = replace(completed, sure=is_certain(model, answers, sample, on, completed))
    scene = scene_of(completed, on)
    ready = traced(template)
    environment = DraftSandbox(lenient_filters(scene.wording))
    xml = Template.from_code(environment, ready.code, {}).render(scene.context)
    for day, sign in completed.lent_days.items():
        xml = xml.replace(f"{day:%d.%m.%Y}", sign)
    tree = package.parse(_NOT_XML.sub("", xml), "черновик")
    return _Reader(completed, scene, ready.traces).sheet(tree, readable.style_names(package.read_file(template)))


@dataclass
class _Reader:
    """Turns marked paragraphs into sentences."""

    completed: Completed
    scene: Scene
    traces: list[tuple[str, ...]]

    def sheet(self, tree: etree._Element, styles: dict[str, str]) -> Sheet:
        """Every block of the draft."""
        found = [self._block(one) for one in readable.blocks(tree, styles, WHY)]
        kept = tuple(one for one in found if one.sentences or one.rows)
        sure = self.completed.sure and self.scene.concluded
        return Sheet(kept, len(self.completed.gaps), sure, self.scene.references, self.scene.declined())

    def _block(self, block: readable.Block) -> DraftBlock:
        if block.rows:
            rows = tuple(tuple(self._sentence(cell, ()) for cell in row) for row in block.rows)
            return DraftBlock("table", "", (), rows)
        why = self.traces[int(block.mark)] if block.mark else ()
        text = _TWO_POINTS.sub(r".\1", block.text)
        parts = [text] if block.kind == "header" else _parts(text)
        return DraftBlock(block.kind, block.number, tuple(self._sentence(part, why) for part in parts))

    def _sentence(self, text: str, why: tuple[str, ...]) -> Sentence:
        branches = [*why, *self._names(BRANCH, text)]
        values = self._names(VALUE, text)
        names = [*values, *branches]
        missing = [number_of(sign) for sign in GAP.findall(text)]
        gaps = self.completed.gaps
        paths = [gaps[number].path for number in missing if number < len(gaps)]
        paths += [path for name in names if (path := self.scene.path_of(name))]
        paths = paths or self.scene.quoted_in(text)
        lent = {gap.path for gap in gaps}
        counted = tuple(
            dict.fromkeys(title for name in values if (title := self.scene.counted.get(name.split(".")[0])))
        )
        norms = [" ".join(norm.split()) for norm in _NORM.findall(ALL.sub("", text))]
        return Sentence(
            tuple(self._pieces(text)),
            tuple(dict.fromkeys(paths)),
            tuple(dict.fromkeys(counted)),
            tuple(dict.fromkeys(norms or (self.scene.rules if counted else ()))),
            any(self.scene.path_of(name) in lent for name in branches),
        )

    def _names(self, signs: re.Pattern[str], text: str) -> list[str]:
        return [name for sign in signs.findall(text) for name in self.traces[number_of(sign) % MOST]]

    def _pieces(self, text: str) -> list[tuple[str, bool]]:
        text = MARKS.sub("", text).translate(UNMASK).strip(" ")
        pieces: list[tuple[str, bool]] = []
        for part in re.split(f"({GAP.pattern})", text):
            if GAP.fullmatch(part):
                pieces.append((self._label(number_of(part)), True))
            elif part:
                pieces.append((part, False))
        return pieces

    def _label(self, number: int) -> str:
        gaps = self.completed.gaps
        return gaps[number].title if number < len(gaps) else self.scene.labels.get(number, "посчитаем позже")


def _parts(text: str) -> list[str]:
    """Sentences of a paragraph; a sign that opens a wording goes with the words after it."""
    parts, start = [], 0
    for end in _END.finditer(text):
        signs = end.groupdict().get("signs") or ""
        cut = end.start() + len(signs) - len("".join(BRANCH.findall(signs)))
        parts.append(text[start:cut])
        start = end.start() + len(signs) - len("".join(BRANCH.findall(signs)))
    parts.append(text[start:])
    return [part for part in parts if ALL.sub("", part).strip() or GAP.search(part)]
