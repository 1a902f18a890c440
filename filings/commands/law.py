"""The rules on the command line: every rule is a command, its options are the fields of its input model."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import click

from filings.commands.speech import Command, Group
from filings.documents.calculation import section
from filings.errors import AnswersError, ArgumentsError, Problem
from filings.questions import ask_of
from filings.questions.shape import Shape, shape_of
from filings.rules.catalogue import Rule, rules
from filings.rules.conclusion import Conclusion


class _Rules(Group):
    """Commands found by scanning the rules; `_` and `-` in names are alike."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Every rule there is."""
        return list(rules())

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        """The command of a rule, made from its input model."""
        rule = rules().get(name.replace("-", "_"))
        return _command(rule) if rule else None

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Every rule with its title."""
        with formatter.section("Расчёты"):
            formatter.write_dl([(rule.name, rule.title) for rule in rules().values()])


@click.group("calc", cls=_Rules)
def calc() -> None:
    """Посчитать: пошлина, проценты, сроки — с каждым шагом и нормой."""


def _command(rule: Rule) -> click.Command:
    options = [_option(name, field) for name, field in rule.input.model_fields.items()]
    options.append(click.Option(["--json", "as_json"], is_flag=True, help="Для программ."))
    return Command(rule.name, params=options, callback=_calculator(rule), help=f"{rule.title}.", short_help=rule.title)


def _option(name: str, field: Any) -> click.Option:
    ask, shape = ask_of(name, field), shape_of(field)
    dated = shape.many and shape.block is not None
    return click.Option(
        [f"--{option_name(name, many=dated)}", name],
        multiple=dated,
        metavar="ДАТА=СУММА" if dated else _metavar(shape),
        help=" ".join(filter(None, (f"{ask.title}.", "Сколько угодно раз." if dated else ask.hint and f"{ask.hint}."))),
    )


def option_name(name: str, *, many: bool) -> str:
    """`filed_on` is `--filed-on`; a repeated field is called in the singular: `payments` is `--payment`."""
    name = name.rstrip("_")
    return (name.removesuffix("s") if many else name).replace("_", "-")


def _metavar(shape: Shape) -> str:
    if shape.choice:
        return "|".join(member.value for member in shape.choice)
    return {"money": "СУММА", "day": "ДАТА", "month": "МЕСЯЦ", "number": "ЧИСЛО", "yes_no": "да|нет"}.get(
        shape.widget.kind, "ТЕКСТ"
    )


def _calculator(rule: Rule) -> Any:
    def run(as_json: bool, **given: Any) -> None:
        conclusion = conclude(rule, given)
        if as_json:
            click.echo(json.dumps(conclusion.as_json(), ensure_ascii=False, indent=2))
        else:
            click.echo("\n".join(_table(conclusion)))

    return run


def conclude(rule: Rule, given: dict[str, Any]) -> Conclusion:
    """The rule applied to options as text; problems are named by option."""
    answers = {name: _dated(rule, name, value) for name, value in given.items() if value not in (None, ())}
    try:
        return rule.apply(answers, on=date.today())[1]
    except AnswersError as error:
        raise AnswersError([_by_option(rule, problem) for problem in error.problems]) from None


def _dated(rule: Rule, name: str, value: Any) -> Any:
    if not isinstance(value, tuple):
        return value
    fields = list(shape_of(rule.input.model_fields[name]).block.model_fields)
    rows = []
    for text in value:
        day, sign, amount = text.partition("=")
        if not sign:
            raise ArgumentsError(f"--{option_name(name, many=True)}: напишите «ДАТА=СУММА», например 2026-05-12=10000.")
        rows.append(dict(zip(fields, (day, amount), strict=False)))
    return rows


def _by_option(rule: Rule, problem: Problem) -> Problem:
    first, _, rest = problem.path.partition(".")
    names = {field.alias: name for name, field in rule.input.model_fields.items()}
    name = names.get(first, first)
    if name not in rule.input.model_fields:
        return problem
    shape = shape_of(rule.input.model_fields[name])
    option = f"--{option_name(name, many=shape.many and shape.block is not None)}"
    return Problem(f"{option} ({rest})" if rest else option, problem.message)


def _table(conclusion: Conclusion) -> list[str]:
    printed = section(conclusion)
    rows = [printed["столбцы"], *printed["строки"]]
    widths = [max(len(row[column]) for row in rows) for column in range(len(printed["столбцы"]))]
    lines = [conclusion.title, ""]
    lines += [
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows if row
    ]
    lines += ["", f"{printed['итог_название']}: {printed['итог']}"]
    lines += [f"Норма: {reference}" for reference in conclusion.references]
    return lines + [f"Обратите внимание: {warning}" for warning in conclusion.warnings]
