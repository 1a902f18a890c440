"""Hints of single kinds: a module may hold BLOCKS, FIELDS and ROWS of its kind, see strategies_hints."""

import importlib
import pkgutil
from typing import Any

import strategies_hints

BLOCKS, FIELDS, ROWS = (
    {**table} for table in (strategies_hints.BLOCKS, strategies_hints.FIELDS, strategies_hints.ROWS)
)


def _add(module: Any) -> None:
    for name, table in (("BLOCKS", BLOCKS), ("FIELDS", FIELDS), ("ROWS", ROWS)):
        table.update(getattr(module, name, {}))


for found in sorted(pkgutil.iter_modules(__path__), key=lambda item: item.name):
    _add(importlib.import_module(f"{__name__}.{found.name}"))
