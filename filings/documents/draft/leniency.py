"""The sandbox of templates for drafts: nothing stops it, and what is missing prints as a gap."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from jinja2 import Undefined, pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from filings.documents import filters
from filings.documents.draft.gaps import gap_sign, has_gap
from filings.documents.sandbox import MASK, Sandbox
from filings.errors import FilingError
from filings.russian.forms import Case, Forms
from filings.russian.typography import NBSP, typeset
from filings.russian.wording import Overrides, Wording

if TYPE_CHECKING:
    from filings.documents.filters import Filter

UNKNOWN = gap_sign(-1)
_UNITS = {"руб": f"{NBSP}руб."}


class Nothing(Undefined):
    """A name that nothing fills yet: false, empty, and a gap when it is printed."""

    def __str__(self) -> str:
        return UNKNOWN

    def __iter__(self) -> Iterator[Any]:
        return iter(())

    def __bool__(self) -> bool:
        return False

    def __len__(self) -> int:
        return 0

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Undefined)

    def __ne__(self, other: object) -> bool:
        return not self == other

    def __hash__(self) -> int:
        return 0

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return self

    def _beside(self, other: object) -> Any:
        return self

    __getitem__ = __add__ = __radd__ = __sub__ = __rsub__ = _beside

    def _no(self, other: object) -> bool:
        return False

    __lt__ = __le__ = __gt__ = __ge__ = _no


class DraftSandbox(Sandbox):
    """The same sandbox; a missing name, an empty answer and a filter that cannot work print a gap."""

    def __init__(self, lenient: Mapping[str, Filter]) -> None:
        super().__init__(lenient, typeset)
        self.undefined = Nothing
        self.finalize = _printed


@pass_context
def _printed(context: Context, value: Any) -> Any:
    if isinstance(value, Markup):
        return value
    if value is None or isinstance(value, bool | dict | list):
        return UNKNOWN
    text = str(value)
    return (text if has_gap(text) else typeset(text)).translate(MASK)


def lenient_filters(wording: Wording) -> dict[str, Filter]:
    """Every filter of templates, none of which fails."""
    return {
        name: _LOOSE.get(name, _guarded(function, _UNITS.get(name, "")))
        for name, function in filters.filters(wording).items()
    }


def _guarded(function: Filter, unit: str = "") -> Filter:
    """The filter that cannot fail; a gap that stands for a sum keeps its `unit`, which may end the sentence."""

    def guarded(value: Any, *arguments: Any) -> Any:
        if isinstance(value, Undefined) or value is None:
            return UNKNOWN + unit
        if has_gap(value) and not isinstance(value, str):
            return str(value) + unit
        try:
            return function(value, *arguments)
        except FilingError:
            return (str(value) if has_gap(value) else UNKNOWN) + unit

    return guarded


def _by_gender(value: Any, male: str, female: str) -> str:
    """«работал», «работала»; «работал/работала» while nobody knows."""
    gender = value.get("пол") if isinstance(value, Mapping) else value
    return {"мужской": male, "женский": female}.get(str(gender), f"{male}/{female}")


def _plural(value: Any, one: str, few: str, many: str) -> str:
    if isinstance(value, Undefined) or value is None or has_gap(value):
        return many
    try:
        return filters.plural_word(value, one, few, many)
    except FilingError:
        return many


def _paragraphs(text: Any) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()] if isinstance(text, str) else [UNKNOWN]


def _count(items: Any) -> int:
    return len(items) if isinstance(items, list) else 0


def _joined(items: Any, conjunction: str = "и") -> str:
    texts = [str(item) for item in items] if isinstance(items, list) else []
    return f" {conjunction} ".join(filter(None, [", ".join(texts[:-1]), *texts[-1:]])) or UNKNOWN


_LOOSE: dict[str, Callable[..., Any]] = {
    "род": _by_gender,
    "мн": _plural,
    "абзацы": _paragraphs,
    "количество": _count,
    "список": _joined,
}


class DraftWording(Wording):
    """Forms of words; a text with a gap in it stays as it is. `used` remembers which forms the document asked for."""

    def __init__(self, names: Mapping[str, Forms] | None = None, overrides: Overrides | None = None) -> None:
        super().__init__(names, overrides)
        self.used: dict[str, dict[Case, str]] = {}

    def form(self, text: str, case: Case) -> str:
        """`text` in `case`, as far as grammar can tell."""
        form = self.forms(text).get(case)
        if case is not Case.NOMINATIVE and not has_gap(text):
            self.used.setdefault(" ".join(text.split()), {})[case] = form
        return form

    def forms(self, text: str) -> Forms:
        """`text` in all cases."""
        if has_gap(text):
            return Forms.unchanging(text)
        try:
            return super().forms(text)
        except (FilingError, ValueError, LookupError):
            return Forms.unchanging(text)
