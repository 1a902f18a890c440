"""Reads the YAML files of this folder. A file with a mistake is refused with a Russian message naming the place."""

import re
from collections.abc import Hashable
from datetime import date, datetime, timedelta
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from filings.errors import FilingError, LegalValueMissing
from filings.parameters.model import Due, Parameter, Record, records_due

HERE = Path(__file__).parent
PARAMETER_KEYS = {"title", "unit", "chosen_by", "records", "verified_until", "verify_at", "intermittent"}
PARAMETER_NEEDS = ("title", "unit", "chosen_by", "records")
RECORD_KEYS = {"from", "until", "value", "reference", "url", "checked_on"}
RECORD_NEEDS = ("from", "value", "reference", "checked_on")
NUMBER = re.compile(r"-?\d+(\.\d+)?")


class ParameterFileError(FilingError):
    """A file of legal values cannot be trusted; the text names the file, the parameter and the record."""

    exit_code = 6


class _Reader(yaml.CSafeLoader):
    """YAML that refuses a key written twice: plain YAML would silently keep the last one."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Hashable, Any]:
        seen = set()
        for key, _ in node.value:
            if key.value in seen:
                raise ParameterFileError(f"строка {key.start_mark.line + 1}: ключ «{key.value}» записан дважды")
            seen.add(key.value)
        return super().construct_mapping(node, deep)


def parameter(name: str) -> Parameter:
    """The legal value of that name. Raises LegalValueMissing when there is none."""
    try:
        return all_parameters()[name]
    except KeyError:
        raise LegalValueMissing(f"Правовое значение «{name}» не записано: посмотрите filings parameters.") from None


@cache
def all_parameters() -> dict[str, Parameter]:
    """Every legal value of this folder by its name."""
    found: dict[str, Parameter] = {}
    for path in sorted(HERE.glob("*.yaml")):
        for name, value in load(path).items():
            if name in found:
                raise ParameterFileError(f"{path.name}: параметр «{name}» уже есть в другом файле")
            found[name] = value
    return found


def due(on: date) -> list[Due]:
    """The records that somebody should look at on that day."""
    return [entry for value in all_parameters().values() for entry in records_due(value, on)]


def load(path: Path) -> dict[str, Parameter]:
    """The parameters of one file. Raises ParameterFileError with the place and the way to mend it."""
    try:
        content = yaml.load(path.read_text("utf-8"), _Reader)
    except ParameterFileError as error:
        raise ParameterFileError(f"{path.name}: {error.message}") from None
    except ValueError as error:
        raise ParameterFileError(f"{path.name}: есть дата, которой нет в календаре ({error})") from None
    except yaml.YAMLError as error:
        raise ParameterFileError(f"{path.name}: это не YAML: {error}") from None
    if not isinstance(content, dict):
        raise ParameterFileError(f"{path.name}: в файле нет ни одного параметра")
    return {name: _parameter(name, fields, f"{path.name}, {name}") for name, fields in content.items()}


def _parameter(name: str, fields: Any, place: str) -> Parameter:
    _check_keys(fields, PARAMETER_KEYS, PARAMETER_NEEDS, place)
    if not isinstance(fields["records"], list) or not fields["records"]:
        raise ParameterFileError(f"{place}: нет ни одной записи в «records»")
    records = [_record(record, place) for record in fields["records"]]
    return Parameter(
        name=name,
        title=fields["title"],
        unit=fields["unit"],
        chosen_by=fields["chosen_by"],
        records=_in_time(records, fields.get("intermittent", False), place),
        verified_until=_date(fields.get("verified_until"), "verified_until", place),
        verify_at=fields.get("verify_at"),
    )


def _record(fields: Any, place: str) -> Record:
    if isinstance(fields, dict) and "from" in fields:
        place = f"{place}, запись с {fields['from']}"
    _check_keys(fields, RECORD_KEYS, RECORD_NEEDS, place)
    since = _date(fields["from"], "from", place)
    if since is None:
        raise ParameterFileError(f"{place}: не записано, с какого дня действует («from»)")
    return Record(
        since=since,
        until=_date(fields.get("until"), "until", place),
        value=_value(fields["value"], place),
        reference=_reference(fields["reference"], place),
        url=fields.get("url"),
        checked_on=_date(fields["checked_on"], "checked_on", place),
    )


def _check_keys(fields: Any, known: set[str], needed: tuple[str, ...], place: str) -> None:
    if not isinstance(fields, dict):
        raise ParameterFileError(f"{place}: ожидались поля {', '.join(needed)}")
    for key in fields:
        if key not in known:
            raise ParameterFileError(f"{place}: неизвестное поле «{key}», можно: {', '.join(sorted(known))}")
    for key in needed:
        if key not in fields:
            raise ParameterFileError(f"{place}: нет поля «{key}»")


def _date(value: Any, field: str, place: str) -> date | None:
    if value is None:
        return None
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    raise ParameterFileError(f"{place}: поле «{field}» — дата вида 2024-09-09, а записано «{value}»")


def _reference(value: Any, place: str) -> str:
    if not isinstance(value, str) or not value.strip():
        raise ParameterFileError(f"{place}: не назван акт в поле «reference»")
    return value.strip()


def _value(value: Any, place: str) -> Any:
    """Quoted numbers become Decimal at any depth. A number with a point but without quotes would be a float."""
    if isinstance(value, float):
        raise ParameterFileError(f"{place}: дробное число {value} запишите в кавычках, иначе оно потеряет точность")
    if value is None:
        raise ParameterFileError(f"{place}: значение пустое")
    if isinstance(value, str):
        return Decimal(value) if NUMBER.fullmatch(value) else value
    if isinstance(value, list):
        return tuple(_value(item, place) for item in value)
    if isinstance(value, dict):
        return {key: _value(item, place) for key, item in value.items()}
    return value


def _in_time(records: list[Record], intermittent: bool, place: str) -> tuple[Record, ...]:
    """A record without an end lasts until the next begins; only a rule that acts from time to time may have gaps."""
    closed = []
    for record, after in zip(records, [*records[1:], None], strict=True):
        closed.append(_closed(record, after, intermittent, place))
    return tuple(closed)


def _closed(record: Record, after: Record | None, intermittent: bool, place: str) -> Record:
    if record.until is not None and record.until < record.since:
        raise ParameterFileError(f"{place}, запись с {record.since}: конец {record.until} раньше начала")
    if after is None:
        return record
    eve = after.since - timedelta(days=1)
    if after.since <= (record.until or record.since):
        raise ParameterFileError(f"{place}: записи с {record.since} и с {after.since} накладываются")
    if record.until is not None and record.until < eve and not intermittent:
        raise ParameterFileError(f"{place}: между {record.until} и {after.since} пропуск")
    return Record(record.since, record.until or eve, record.value, record.reference, record.url, record.checked_on)
