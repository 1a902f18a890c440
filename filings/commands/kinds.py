"""What there is: the kinds, their questions, their schema, sample answers."""

from __future__ import annotations

import json
from pathlib import Path

import click
from pydantic.fields import FieldInfo

from filings.catalogue import Kind, following, kind_of, kinds
from filings.commands.speech import Command
from filings.commands.writing import write_file
from filings.questions import Ask, ask_of
from filings.questions.asking import required_once_asked
from filings.questions.naming import UNKNOWN_RU
from filings.questions.pages import pages_of
from filings.russian.numbers import plural
from filings.samples import sample_text
from filings.schemas.base import AUDIENCES
from filings.topics import topic_title


@click.command("list", cls=Command)
@click.option("--topic", metavar="ТЕМА", help="Только эта тема, например labour.")
@click.option("--json", "as_json", is_flag=True, help="Для программ.")
def list_kinds(topic: str | None, as_json: bool) -> None:
    """Какие документы можно собрать."""
    found = [kind for kind in kinds().values() if topic in (None, kind.topic)]
    if not found:
        known = ", ".join(sorted({kind.topic for kind in kinds().values()}))
        raise click.UsageError(f"темы «{topic}» нет; есть: {known}")
    if as_json:
        click.echo(json.dumps([_record(kind) for kind in found], ensure_ascii=False, indent=2))
        return
    for name in dict.fromkeys(kind.topic for kind in found):
        click.echo(f"{topic_title(name)} ({name})")
        for kind in (kind for kind in found if kind.topic == name):
            click.echo(f"  {kind.name:<30} {kind.about.title}")


@click.command("show", cls=Command)
@click.argument("kind", metavar="KIND")
def show(kind: str) -> None:
    """Что документ спрашивает, считает и прикладывает."""
    found = kind_of(kind)
    about = found.about
    click.echo(f"{about.title}\n\n{about.summary}\n")
    _section("Кому", [", ".join(AUDIENCES[name] for name in about.audience)])
    _section("Сколько займёт", [f"{about.minutes} {plural(about.minutes, 'минуту', 'минуты', 'минут')}"])
    _section("Что иметь под рукой", about.at_hand)
    _section("Сколько стоит", [about.cost])
    _section("Вопросы", _questions(found))
    _section("Нормы", about.references)
    _section("Что дальше, если не помогло", [f"{one.about.title} ({one.name})" for one in following(found)])
    _section("Сверено с законом", [f"{about.checked_on:%d.%m.%Y}" if about.checked_on else "юрист ещё не сверял"])


@click.command("schema", cls=Command)
@click.argument("kind", metavar="KIND")
def schema(kind: str) -> None:
    """JSON Schema ответов."""
    model = kind_of(kind).model
    click.echo(json.dumps(model.model_json_schema(by_alias=False), ensure_ascii=False, indent=2))


@click.command("sample", cls=Command)
@click.argument("kind", metavar="KIND")
@click.option("--seed", metavar="N", type=int, help="Другой вымышленный человек; одно и то же N даёт одно и то же.")
@click.option("-o", "--output", metavar="ФАЙЛ", type=click.Path(path_type=Path), help="Куда записать; иначе на экран.")
def sample(kind: str, seed: int | None, output: Path | None) -> None:
    """Ответы вымышленного человека, YAML."""
    text = sample_text(kind_of(kind), seed)
    if output is None:
        click.echo(text, nl=False)
    else:
        write_file(output, text.encode())


def _record(kind: Kind) -> dict:
    about = kind.about
    return {
        "name": kind.name,
        "title": about.title,
        "topic": kind.topic,
        "audience": list(about.audience),
        "summary": about.summary,
        "minutes": about.minutes,
        "at_hand": list(about.at_hand),
        "cost": about.cost,
        "not_for": list(about.not_for),
        "next": list(about.next_kinds),
        "references": list(about.references),
        "checked_on": about.checked_on.isoformat() if about.checked_on else None,
    }


def _section(title: str, lines: list[str] | tuple[str, ...]) -> None:
    if lines:
        click.echo(f"{title}:")
        for line in lines:
            click.echo(f"  {line}")
        click.echo()


def _questions(kind: Kind) -> list[str]:
    lines: list[str] = []
    for page in pages_of(kind.model):
        note = " (если уместно)" if page.ask.when else " (необязательно)" if page.ask.optional else ""
        lines.append(f"{page.title}{note}")
        for name, field in page.questions.items():
            lines.append(f"    {field.title} [{field.alias}]{_mark(field, ask_of(name, field))}")
    return lines


def _mark(field: FieldInfo, ask: Ask) -> str:
    """What an absent answer means to the one who writes answers by hand."""
    if ask.unsure:
        return f" (или «{UNKNOWN_RU}»: {ask.unsure})"
    return "" if required_once_asked(field, ask) else " (необязательно)"
