"""The command `filings`: gathers the commands, turns every error into Russian and an exit code."""

from __future__ import annotations

import sys
from importlib.metadata import entry_points

import click

from filings.commands import chain, house, kinds, language, law, scaffold, templates, values, work
from filings.commands.offering import offers
from filings.commands.speech import Group, explain
from filings.errors import FilingError

_ENTRY_POINTS = "filings.commands"
_EXIT_CODES = """\b
Коды выхода:
  0  готово
  2  ошибка в ответах или в команде
  3  ошибка в шаблоне Word
  4  файл нельзя приложить
  5  не удалось сделать PDF
  6  нет правовой величины на эту дату
  1  другая ошибка (нет места на диске, нет прав)
"""


class _Commands(Group):
    """The commands below, and those that other packages bring as entry points: loaded when asked for, no sooner."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Our own first."""
        return [*super().list_commands(ctx), *entry_points(group=_ENTRY_POINTS).names]

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        """A command by name."""
        brought = entry_points(group=_ENTRY_POINTS, name=name)
        return brought[name].load() if brought else super().get_command(ctx, name)


@click.group(cls=_Commands, epilog=_EXIT_CODES, context_settings={"help_option_names": ["--help", "-h"]})
@click.version_option(package_name="filings", message="filings %(version)s", help="Показать версию.")
def cli() -> None:
    """Документы для суда и органов: из ответов человека — готовый пакет."""


for command in (
    kinds.list_kinds,
    kinds.show,
    kinds.schema,
    kinds.sample,
    chain.carry_over,
    work.check,
    work.assemble_packet,
    templates.lint,
    templates.slim,
    scaffold.new,
    law.calc,
    values.parameters,
    language.decline_texts,
    house.doctor,
):
    cli.add_command(command)


def main(arguments: list[str] | None = None) -> None:
    """Run the command line; the process ends with the exit code of what happened."""
    sys.exit(run(arguments))


def run(arguments: list[str] | None = None) -> int:
    """Run one command; returns its exit code, errors go to stderr in Russian."""
    try:
        outcome = cli.main(args=arguments, prog_name="filings", standalone_mode=False)
        return outcome if isinstance(outcome, int) else 0
    except click.UsageError as error:
        click.echo(explain(error), err=True)
        return 2
    except click.ClickException as error:
        click.echo(error.format_message(), err=True)
        return 2
    except (click.Abort, KeyboardInterrupt):
        click.echo("Прервано.", err=True)
        return 130
    except FilingError as error:
        click.echo(error.message, err=True)
        for offer in offers(error):
            click.echo(offer, err=True)
        return error.exit_code


if __name__ == "__main__":
    main()
