"""From one filing to the next in the chain: the answers that carry over, as a file to complete."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click
import yaml

from filings.carrying import carried
from filings.catalogue import Kind, following, kind_of
from filings.commands.speech import Command
from filings.commands.writing import write_file
from filings.errors import AnswersError
from filings.questions.naming import russian_names
from filings.questions.reading import read_answers
from filings.questions.validation import validate
from filings.schemas.base import Filing


@click.command("next", cls=Command)
@click.argument("kind", metavar="KIND")
@click.argument("answers", metavar="ANSWERS", type=click.Path(path_type=Path))
@click.argument("following_kind", metavar="[NEXT]", required=False)
@click.option("-o", "--output", metavar="ФАЙЛ", type=click.Path(path_type=Path), help="Куда записать; иначе на экран.")
def carry_over(kind: str, answers: Path, following_kind: str | None, output: Path | None) -> None:
    """Перенести ответы в следующий документ цепочки; без NEXT — показать, какие бывают."""
    source = kind_of(kind)
    if following_kind is None:
        for one in following(source, _whole(source, answers)):
            click.echo(f"{one.name:<30} {one.about.title}")
        return
    target = kind_of(following_kind)
    kept = russian_names(target.model, carried(source, read_answers(answers), target))
    text = yaml.safe_dump(kept, allow_unicode=True, sort_keys=False, width=110)
    if output is None:
        click.echo(text, nl=False)
        return
    write_file(output, text.encode())
    click.echo(f"Перенесено ответов: {len(kept)}. Чего не хватает, покажет «filings check {target.name} {output}».")


def _whole(kind: Kind, answers: Path) -> Filing | None:
    """The filing, from which it follows what fits; None while the answers are not whole."""
    try:
        return validate(kind.model, read_answers(answers), on=date.today())
    except AnswersError:
        return None
