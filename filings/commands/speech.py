"""Click in Russian: help, usage and errors of the command line."""

from __future__ import annotations

from difflib import get_close_matches
from typing import Any

import click


class _Russian:
    """Headings and the help option of a command, in Russian; mixed into Click's command and group."""

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """«Использование: filings check KIND ANSWERS»."""
        pieces = self.collect_usage_pieces(ctx)  # type: ignore[attr-defined]
        words = {"[OPTIONS]": "[ПАРАМЕТРЫ]", "COMMAND [ARGS]...": "КОМАНДА …"}
        text = " ".join(words.get(piece, piece) for piece in pieces)
        formatter.write_usage(ctx.command_path, text, prefix="Использование: ")

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """`--help` with Russian help."""
        option = super().get_help_option(ctx)  # type: ignore[misc]
        if option is not None:
            option.help = "Показать эту справку."
        return option

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The options under «Параметры», the commands under «Команды»."""
        rows = [record for param in self.get_params(ctx) if (record := param.get_help_record(ctx))]  # type: ignore[attr-defined]
        if rows:
            with formatter.section("Параметры"):
                formatter.write_dl([(name, help_text.replace("[required]", "[нужно]")) for name, help_text in rows])
        if isinstance(self, click.Group):
            self.format_commands(ctx, formatter)


class Command(_Russian, click.Command):
    """A command that speaks Russian."""


class Group(_Russian, click.Group):
    """A group of commands that speaks Russian."""

    command_class = Command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The commands in the order in which they were added."""
        found = [(name, self.get_command(ctx, name)) for name in self.list_commands(ctx)]
        rows = [(name, command.get_short_help_str(80)) for name, command in found if command]
        with formatter.section("Команды"):
            formatter.write_dl(rows)

    def list_commands(self, ctx: click.Context) -> list[str]:
        """In the order of the work, not of the alphabet."""
        return list(self.commands)


def explain(error: click.UsageError) -> str:
    """What was wrong with the words of a command, in Russian."""
    match error:
        case click.NoSuchOption():
            text = f"Параметра «{error.option_name}» нет" + _offer(error.possibilities or [])
        case click.MissingParameter():
            text = f"Не хватает: {_named(error)}"
        case click.BadParameter():
            text = f"{_named(error)}: {_value(error)}"
        case click.BadOptionUsage():
            text = f"Параметр «{error.option_name}» без значения"
        case _:
            text = _general(error)
    path = error.ctx.command_path if error.ctx else "filings"
    return f"{text}.\nСправка: {path} --help"


def _general(error: click.UsageError) -> str:
    message = error.format_message()
    if any("а" <= sign <= "я" for sign in message.casefold()) and not message.startswith(("No such", "Got unexpected")):
        return message.rstrip(".")
    quoted = message.split("'")[1] if message.count("'") >= 2 else message
    if message.startswith("No such command"):
        known = list(getattr(getattr(error.ctx, "command", None), "commands", {}))
        return f"Команды «{quoted}» нет" + _offer(get_close_matches(quoted, known, n=1, cutoff=0.5))
    if "unexpected extra argument" in message:
        return f"Лишние слова в команде: {message.partition('(')[2].rstrip(').')}"
    return "Команда написана не так"


def _offer(near: list[str]) -> str:
    return f"; возможно, «{near[0]}»" if near else ""


def _named(error: click.BadParameter) -> str:
    param: Any = error.param
    if param is None:
        return error.param_hint if isinstance(error.param_hint, str) else "значение"
    return param.opts[0] if isinstance(param, click.Option) else param.human_readable_name


def _value(error: click.BadParameter) -> str:
    message = error.message.rstrip(".")
    if (
        any("а" <= sign <= "я" for sign in message.casefold())
        and " is not " not in message
        and "does not" not in message
    ):
        return message
    if isinstance(getattr(error.param, "type", None), click.Choice):
        return f"выберите одно из: {', '.join(map(str, error.param.type.choices))}"
    if "does not exist" in message:
        return "такого файла нет"
    return "значение не подходит"
