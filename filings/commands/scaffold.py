"""`filings new`: the three files of a kind to start from."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from string import Template

import click

from filings.catalogue import ROOT
from filings.commands.speech import Command
from filings.commands.writing import write_file
from filings.errors import ArgumentsError
from filings.topics import topic_title

_HERE = Path(__file__).parent
_SKELETON = ROOT / "templates" / "packet" / "new_kind.docx"


@click.command("new", cls=Command)
@click.argument("kind", metavar="TOPIC/KIND")
@click.option(
    "--into",
    metavar="ПАПКА",
    type=click.Path(path_type=Path),
    default=ROOT,
    help="В какую папку; её потом называют в FILINGS_EXTRA. Без указания — в сам проект.",
)
def new(kind: str, into: Path) -> None:
    """Заготовить новый документ: схема, шаблон Word, образец ответов."""
    topic, _, name = kind.partition("/")
    if not all(re.fullmatch(r"[a-z][a-z0-9_]*", part) for part in (topic, name)):
        raise ArgumentsError("Напишите тему и имя латиницей через черту, например housing/leak_report_request.")
    paths = {part: into / part / topic / f"{name}{end}" for part, end in _FILES.items()}
    for path in paths.values():
        if path.exists():
            raise ArgumentsError(f"Файл {path} уже есть. Выберите другое имя.")
    _package(into, topic)
    names = {"name": name, "class_name": "".join(word.capitalize() for word in name.split("_"))}
    for part, source in (("schemas", "new_kind.py.txt"), ("samples", "new_kind.yaml.txt")):
        text = Template((_HERE / source).read_text(encoding="utf-8")).substitute(names)
        write_file(paths[part], text.encode())
    paths["templates"].parent.mkdir(parents=True, exist_ok=True)
    shutil.copy(_SKELETON, paths["templates"])
    click.echo("\n".join(str(path) for path in paths.values()))


_FILES = {"schemas": ".py", "templates": ".docx", "samples": ".yaml"}


def _package(into: Path, topic: str) -> None:
    marker = into / "schemas" / topic / "__init__.py"
    if into == ROOT and not marker.exists():
        write_file(marker, f'"""{topic_title(topic)}."""\n'.encode())
