"""From answers to a packet: check and assemble."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import click
from pydantic_core import PydanticCustomError

from filings.assembly import Beside, ExhibitFile, assemble
from filings.catalogue import kind_of
from filings.commands.options import DAY
from filings.commands.speech import Command
from filings.documents import converter, reading_room
from filings.documents.efiling.folder import Efiling
from filings.documents.publish import publish
from filings.questions.numbers import roubles
from filings.questions.reading import read_answers
from filings.questions.validation import kept_notes, validate
from filings.schemas.payment import StateDutyPayment

_ON = click.option("--on", metavar="ДАТА", type=DAY, help="День составления документа; иначе сегодня.")


@click.command("check", cls=Command)
@click.argument("kind", metavar="KIND")
@click.argument("answers", metavar="ANSWERS", type=click.Path(path_type=Path))
@_ON
def check(kind: str, answers: Path, on: date | None) -> None:
    """Проверить ответы: каждая ошибка на своей строке."""
    day = on or date.today()
    model, given = kind_of(kind).model, read_answers(answers)
    filing = validate(model, given, on=day)
    for warning in (*kept_notes(model, given, on=day), *filing.conclude(day).warnings):
        click.echo(f"Обратите внимание: {warning}")
    click.echo("Ответы в порядке.")


@click.command("assemble", cls=Command)
@click.argument("kind", metavar="KIND")
@click.argument("answers", metavar="ANSWERS", type=click.Path(path_type=Path))
@click.option(
    "-o", "--output", metavar="ПАПКА", type=click.Path(path_type=Path), required=True, help="Куда положить пакет."
)
@click.option(
    "--exhibit",
    "exhibits",
    metavar="ФАЙЛ",
    multiple=True,
    help="Приложить файл; можно «Название=ФАЙЛ». Сколько угодно раз.",
)
@click.option(
    "--format",
    "formats",
    metavar="ВИД",
    multiple=True,
    type=click.Choice(["pdf", "docx", "paper", "efiling"]),
    help="Что записать: pdf (пакет), docx (Word), paper (комплекты и опись вложения для почты), efiling (папка для"
    " портала суда). Без указания — всё, кроме efiling.",
)
@click.option("--shrink", is_flag=True, help="Для efiling: сжать сканы с потерей, если файл больше 30 МБ.")
@click.option("--recognise", is_flag=True, help="Для efiling: распознать текст сканов (нужен tesseract).")
@click.option("--declared", metavar="СУММА", help="Для описи вложения: во сколько рублей оценить каждый предмет.")
@click.option(
    "--payment",
    metavar="ФАЙЛ",
    type=click.Path(path_type=Path),
    help="Реквизиты пошлины (YAML): добавит квитанцию с QR-кодом.",
)
@click.option("--specimen", is_flag=True, help="Для занятий: «ОБРАЗЕЦ» на каждом листе, в Word и в manifest.json.")
@_ON
def assemble_packet(
    kind: str,
    answers: Path,
    output: Path,
    exhibits: tuple[str, ...],
    formats: tuple[str, ...],
    on: date | None,
    **asked: Any,
) -> None:
    """Собрать пакет: PDF для суда или органа, Word для правки, manifest.json, «Что делать дальше»."""
    converter.start()  # both warm up while the answers are checked
    reading_room.start()
    day = on or date.today()
    with _progress() as progress:
        packet = assemble(
            kind_of(kind),
            read_answers(answers),
            on=day,
            exhibits=[_exhibit(text) for text in exhibits],
            folder=answers.parent,
            wanted=_beside(formats, day, **asked),
            progress=progress,
        )
        progress("Записываем")
        publish(packet.only(formats), output)
    for warning in packet.warnings:
        click.echo(f"Обратите внимание: {warning}", err=True)
    marked = " с пометкой «ОБРАЗЕЦ»" if packet.manifest.specimen else ""
    click.echo(f"Готово, листов: {packet.manifest.pages}. Пакет{marked} лежит в папке {output}")


def _beside(
    formats: tuple[str, ...],
    on: date,
    *,
    shrink: bool,
    recognise: bool,
    declared: str | None,
    payment: Path | None,
    specimen: bool,
) -> Beside:
    """What the options want beside the packet."""
    if (shrink or recognise) and "efiling" not in formats:
        raise click.UsageError("--shrink и --recognise действуют вместе с --format efiling")
    return Beside(
        efiling=Efiling(shrink, recognise) if "efiling" in formats else None,
        paper=not formats or "paper" in formats,
        declared=_roubles(declared) if declared else None,
        payment=validate(StateDutyPayment, read_answers(payment), on=on) if payment else None,
        specimen=specimen,
    )


def _roubles(text: str) -> Decimal:
    try:
        return roubles(text)
    except PydanticCustomError as error:
        raise click.BadParameter(error.message(), param_hint="--declared") from error


def _exhibit(text: str) -> ExhibitFile:
    """«ФАЙЛ» or «Название=ФАЙЛ»; a file that has «=» in its own name is taken as it is."""
    title, sign, path = text.partition("=")
    if sign and not Path(text).exists():
        return ExhibitFile(Path(path), title=title.strip())
    return ExhibitFile(Path(text))


@contextmanager
def _progress() -> Iterator[Callable[[str], None]]:
    """A bar on the terminal; silent where nobody watches."""
    with click.progressbar(
        length=7,
        label="Собираем пакет",
        file=sys.stderr,
        item_show_func=lambda step: step or "",
        show_eta=False,
        show_percent=False,
    ) as bar:
        yield lambda step: bar.update(1, step)
        bar.update(7)
