"""Declension of names, posts, courts and bodies."""

from __future__ import annotations

import json

import click

from filings.commands.speech import Command
from filings.questions.texts import line
from filings.russian.decline import decline
from filings.russian.forms import Case, Forms, Gender

_SHOWN = (Case.GENITIVE, Case.DATIVE, Case.ACCUSATIVE, Case.INSTRUMENTAL, Case.PREPOSITIONAL)


@click.command("decline", cls=Command)
@click.argument("texts", metavar="TEXT...", nargs=-1, required=True)
@click.option(
    "--case",
    "case",
    metavar="ПАДЕЖ",
    type=click.Choice([case.value for case in _SHOWN]),
    help="Только один падеж: genitive, dative, accusative, instrumental, prepositional.",
)
@click.option(
    "--gender",
    metavar="РОД",
    type=click.Choice(["male", "female"]),
    help="Пол человека, если его не видно по имени: male или female.",
)
@click.option("--json", "as_json", is_flag=True, help="Все падежи для программ; список, если текстов несколько.")
def decline_texts(texts: tuple[str, ...], case: str | None, gender: str | None, as_json: bool) -> None:
    """Склонить имя, должность, суд или организацию."""
    known = Gender(gender) if gender else None
    found = [decline(_clean(text), gender=known) for text in texts]
    if as_json:
        records = [_record(forms) for forms in found]
        click.echo(json.dumps(records[0] if len(records) == 1 else records, ensure_ascii=False, indent=2))
        return
    for forms in found:
        click.echo(forms.get(Case(case)) if case else "\n".join(_lines(forms)))


def _clean(text: str) -> str:
    cleaned = line(text)
    if not cleaned:
        raise click.UsageError("нечего склонять: текст пустой")
    return cleaned


def _record(forms: Forms) -> dict[str, str | None]:
    record: dict[str, str | None] = {case.value: _plain(forms.get(case)) for case in _SHOWN}
    return record | {"gender": forms.gender.value if forms.gender else None}


def _lines(forms: Forms) -> list[str]:
    return [f"{case.ru:<14}{forms.get(case)}" for case in _SHOWN]


def _plain(text: str) -> str:
    return text.replace("\u00a0", " ")
