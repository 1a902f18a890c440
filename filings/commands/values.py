"""Legal values on the command line: what is recorded, how old it is, what somebody should look at."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import click

from filings.commands.options import DAY
from filings.commands.speech import Command
from filings.parameters import Due, Parameter, Record, all_parameters, due
from filings.russian.numbers import plural


@click.command("parameters", cls=Command)
@click.option("--due", "only_due", is_flag=True, help="Только те, что пора проверить, и почему.")
@click.option("--json", "as_json", is_flag=True, help="Для программ.")
@click.option("--on", metavar="ДАТА", type=DAY, help="На какой день смотреть; иначе сегодня.")
def parameters(only_due: bool, as_json: bool, on: date | None) -> None:
    """Правовые величины: значения по датам, нормы, когда сверены."""
    day = on or date.today()
    if only_due:
        _show_due(due(day), as_json)
    elif as_json:
        click.echo(
            json.dumps(
                [_record(value) for value in all_parameters().values()], ensure_ascii=False, indent=2, default=str
            )
        )
    else:
        for value in all_parameters().values():
            _show(value, day)


def _show(value: Parameter, on: date) -> None:
    count = len(value.records)
    records = f"{count} {plural(count, 'запись', 'записи', 'записей')} с {value.records[0].since:%d.%m.%Y}"
    click.echo(f"{value.name}: {value.title}")
    click.echo(f"    {records}; выбирается по: {value.chosen_by}; {_age(value, on)}")


def _age(value: Parameter, on: date) -> str:
    checked = [record.checked_on for record in value.records if record.checked_on]
    if not checked:
        return "не сверено"
    days = (on - max(checked)).days
    unsure = sum(record.checked_on is None for record in value.records)
    part = f", не сверено записей: {unsure}" if unsure else ""
    return f"сверено {max(checked):%d.%m.%Y} ({days} {plural(days, 'день', 'дня', 'дней')} назад){part}"


def _show_due(entries: list[Due], as_json: bool) -> None:
    if as_json:
        rows = [
            {"name": entry.parameter.name, "from": _iso(entry.record.since), "reason": entry.reason}
            for entry in entries
        ]
        click.echo(json.dumps(rows, ensure_ascii=False, indent=2))
        return
    for entry in entries:
        since, end = entry.record.since, f" по {entry.record.until:%d.%m.%Y}" if entry.record.until else ""
        click.echo(f"{entry.parameter.name} (с {since:%d.%m.%Y}{end}): {entry.reason}")
        click.echo(f"    {entry.record.reference}")
    click.echo(f"Пора проверить: {len(entries)}." if entries else "Проверять нечего.")


def _record(value: Parameter) -> dict[str, Any]:
    return {
        "name": value.name,
        "title": value.title,
        "unit": value.unit,
        "chosen_by": value.chosen_by,
        "verified_until": _iso(value.verified_until),
        "records": [_one(record) for record in value.records],
    }


def _one(record: Record) -> dict[str, Any]:
    return {
        "from": _iso(record.since),
        "until": _iso(record.until),
        "value": record.value if isinstance(record.value, dict | list | int) else str(record.value),
        "reference": record.reference,
        "url": record.url,
        "checked_on": _iso(record.checked_on),
    }


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
