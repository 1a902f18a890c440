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

# A base is three files of one name: `<base>.py.txt` and `<base>.yaml.txt` here, `new_<base>.docx` among the templates.
_BEGINNINGS = Path(__file__).parent / "beginnings"
_SKELETONS = ROOT / "templates" / "packet"
_FILES = {"schemas": ".py", "templates": ".docx", "samples": ".yaml"}
BASES = ("petition", "claim", "order", "pending")


@click.command("new", cls=Command)
@click.argument("kind", metavar="TOPIC/KIND")
@click.option(
    "--base",
    type=click.Choice(BASES),
    default="petition",
    help="Что это: petition — обращение в организацию или орган (так без указания), claim — иск, order — заявление "
    "о судебном приказе, pending — ходатайство в деле, которое уже идёт.",
)
@click.option(
    "--into",
    metavar="ПАПКА",
    type=click.Path(path_type=Path),
    default=ROOT,
    help="В какую папку; её потом называют в FILINGS_EXTRA. Без указания — в сам проект.",
)
def new(kind: str, base: str, into: Path) -> None:
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
    for part in ("schemas", "samples"):
        text = (_BEGINNINGS / f"{base}{_FILES[part]}.txt").read_text(encoding="utf-8")
        write_file(paths[part], Template(text).substitute(names).encode())
    paths["templates"].parent.mkdir(parents=True, exist_ok=True)
    shutil.copy(_SKELETONS / f"new_{base}.docx", paths["templates"])
    click.echo("\n".join(str(path) for path in paths.values()))


def _package(into: Path, topic: str) -> None:
    marker = into / "schemas" / topic / "__init__.py"
    if into == ROOT and not marker.exists():
        write_file(marker, f'"""{topic_title(topic)}."""\n'.encode())
