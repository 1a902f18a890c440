"""Word templates: whether they are fit for use, and a lighter copy of a heavy one."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import click

from filings.catalogue import Kind, kind_of, kinds
from filings.commands.options import DAY
from filings.commands.speech import Command
from filings.commands.writing import write_file
from filings.documents import package
from filings.documents.annotating import annotated
from filings.documents.inspection import Fault
from filings.documents.slimming import slimmed
from filings.errors import TemplateError
from filings.review import review

_HEAVY = 100 * 1024


@click.command("lint", cls=Command)
@click.argument("template", metavar="[FILE.docx]", required=False, type=click.Path(path_type=Path))
@click.option("--kind", metavar="KIND", help="Для какого документа этот шаблон.")
@click.option(
    "--annotate",
    metavar="OUT.docx",
    type=click.Path(path_type=Path),
    help="Записать копию, где каждое замечание — примечание Word на своём месте.",
)
@click.option("--on", metavar="ДАТА", type=DAY, help="На какой день сверять; иначе на сегодня.")
def lint(template: Path | None, kind: str | None, annotate: Path | None, on: date | None) -> None:
    """Сверить шаблоны Word со схемами: все или один."""
    if (template or annotate) and not kind:
        raise click.UsageError("для отдельного файла укажите, для какого он документа: --kind")
    checked = [kind_of(kind)] if kind else list(kinds().values())
    found = [(one, fault) for one in checked for fault in review(one, on or date.today(), template)]
    if annotate:
        _annotate(template or checked[0].template, annotate, [fault for _, fault in found])
    if found:
        raise TemplateError(_told(found, annotate))
    for one in checked:
        _advise(template or one.template)
    click.echo(f"Шаблоны в порядке: {len(checked)}.")


def _annotate(template: Path, out: Path, faults: Sequence[Fault]) -> None:
    if out.resolve() == template.resolve():
        raise click.UsageError("копия с примечаниями не может лечь поверх самого шаблона: назовите другой файл")
    write_file(out, annotated(template.name, package.content_of(template), faults))


def _told(found: Sequence[tuple[Kind, Fault]], annotate: Path | None) -> str:
    lines = [f"{kind.name}: {fault}" for kind, fault in found]
    return "\n".join([*lines, f"Копия с примечаниями: {annotate}"] if annotate else lines)


def _advise(template: Path) -> None:
    """A heavy template takes twice as long to print."""
    light = slimmed(template.name, package.content_of(template))
    if light.before - light.after > _HEAVY:
        click.echo(f"«{template.name}» тяжёл: команда filings slim сделает его легче, и PDF будет готов быстрее.")


@click.command("slim", cls=Command)
@click.argument("template", metavar="FILE.docx", type=click.Path(path_type=Path))
@click.option(
    "-o", "--output", metavar="OUT.docx", type=click.Path(path_type=Path), required=True, help="Куда записать."
)
def slim(template: Path, output: Path) -> None:
    """Облегчить файл Word: убрать стили, которыми ничего не набрано, и следы правки. Текст и страницы те же."""
    light = slimmed(template.name, package.content_of(template))
    write_file(output, light.content)
    click.echo(f"Было {light.before // 1024} КБ, стало {light.after // 1024} КБ; убрано стилей: {light.styles}.")
