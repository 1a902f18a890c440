"""Finds the kinds of filing by scanning folders; nothing is registered by hand."""

from __future__ import annotations

import importlib
import importlib.util
import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from functools import lru_cache
from pathlib import Path
from types import ModuleType

from filings.errors import ArgumentsError
from filings.schemas.base import About, Filing

ROOT = Path(__file__).parent
EXTRA_FOLDERS = "FILINGS_EXTRA"


@dataclass(frozen=True)
class Kind:
    """A kind: `schemas/<topic>/<name>.py`, `templates/<topic>/<name>.docx`, `samples/<topic>/<name>.yaml`."""

    name: str
    topic: str
    model: type[Filing]
    template: Path
    sample: Path

    @property
    def about(self) -> About:
        """What a person reads about the kind."""
        return self.model.about


def kinds() -> dict[str, Kind]:
    """All kinds by name, those of the product and those in the folders named by FILINGS_EXTRA."""
    return {kind.name: kind for folder, path in _schemas() if (kind := _load(folder, path))}


def kind_of(name: str) -> Kind:
    """The kind called `name`, with or without its topic; a Russian error that offers a near name otherwise."""
    topic, _, wanted = name.strip().rpartition("/")
    for folder, path in _schemas():  # only the one asked for is loaded
        if path.stem == wanted and topic in ("", path.parent.name) and (kind := _load(folder, path)):
            return kind
    near = get_close_matches(wanted, [path.stem for _, path in _schemas()], n=1, cutoff=0.5)
    offer = f"; возможно, «{near[0]}»" if near else ""
    raise ArgumentsError(f"Документа «{name}» нет{offer}. Список покажет команда «filings list».")


def following(kind: Kind, filing: Filing | None = None) -> list[Kind]:
    """The kinds that may follow when this one does not help, those that exist; of a filing, those that fit it."""
    names = {path.stem for _, path in _schemas()}
    wanted = filing.next_kinds() if filing else kind.about.next_kinds
    return [kind_of(name) for name in wanted if name in names]


def next_titles(kind: Kind, filing: Filing) -> list[str]:
    """The titles of the kinds that may follow this filing."""
    return [one.about.title for one in following(kind, filing)]


def _schemas() -> Iterator[tuple[Path, Path]]:
    """Every schema file with the folder it belongs to; a name that begins with «_» is no kind."""
    extra = os.environ.get(EXTRA_FOLDERS, "").split(os.pathsep)
    for folder in (ROOT, *map(Path, filter(None, extra))):
        yield from ((folder, path) for path in _written(folder / "schemas", _changed(folder / "schemas")))


def _changed(schemas: Path) -> tuple[tuple[str, int], ...]:
    """When files last came to the topics or left them."""
    if not schemas.is_dir():
        return ()
    with os.scandir(schemas) as topics:
        return tuple((topic.name, topic.stat().st_mtime_ns) for topic in topics if topic.is_dir())


@lru_cache(maxsize=64)
def _written(schemas: Path, changed: tuple[tuple[str, int], ...]) -> tuple[Path, ...]:
    return tuple(sorted(schemas.glob("*/[!_]*.py")))


@lru_cache(maxsize=512)
def _load(folder: Path, path: Path) -> Kind | None:
    topic, name = path.parent.name, path.stem
    model = _model_in(_module(folder, path))
    word, sample = (folder / part / topic / name for part in ("templates", "samples"))
    return Kind(name, topic, model, word.with_suffix(".docx"), sample.with_suffix(".yaml")) if model else None


def _module(folder: Path, path: Path) -> ModuleType:
    if folder == ROOT:
        return importlib.import_module(f"filings.schemas.{path.parent.name}.{path.stem}")
    spec = importlib.util.spec_from_file_location(f"filings_extra.{path.parent.name}.{path.stem}", path)
    if spec is None or spec.loader is None:
        raise ArgumentsError(f"Файл {path.name} не читается как описание документа.")
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module  # Pydantic looks up annotations there
    spec.loader.exec_module(module)
    return module


def _model_in(module: ModuleType) -> type[Filing] | None:
    own = [item for item in vars(module).values() if isinstance(item, type) and item.__module__ == module.__name__]
    return next((item for item in own if issubclass(item, Filing) and hasattr(item, "about")), None)
