"""OpenAPI 3.1 of the API, made from the input models of the rules: English names, Russian titles."""

from __future__ import annotations

from functools import cache
from importlib.metadata import version
from typing import Any

from pydantic.json_schema import models_json_schema

from filings.questions.field import ask_of
from filings.rules.catalogue import Rule, rules
from web.api import shapes
from web.calculators.address import is_dated, spoken

_SCHEMAS = "#/components/schemas/"
_PREFIX = "/api/v1"


@cache
def description() -> dict[str, Any]:
    """The whole document; equal from call to call while the process lives."""
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Расчёты",
            "version": version("filings"),
            "description": "Расчёты по российским законам: значение, шаги, нормы, предупреждения. "
            "Деньги — строка с двумя знаками после точки, даты — ГГГГ-ММ-ДД.",
        },
        "paths": {**_lists(), **{f"{_PREFIX}/calc/{name}": _path(rule) for name, rule in rules().items()}},
        "components": {"schemas": {**_inputs(), **shapes.SCHEMAS}},
    }


def schema_name(rule: str) -> str:
    """`state_duty` is `StateDuty`."""
    return "".join(word.capitalize() for word in rule.split("_"))


def _lists() -> dict[str, Any]:
    return {
        f"{_PREFIX}/rules": {"get": _operation("listRules", "Какие есть расчёты", _array("RuleSummary"))},
        f"{_PREFIX}/kinds": {"get": _operation("listKinds", "Какие есть документы", _array("KindSummary"))},
    }


def _path(rule: Rule) -> dict[str, Any]:
    name, answer = schema_name(rule.name), {"$ref": f"{_SCHEMAS}Conclusion"}
    by_query = _operation(f"get{name}", rule.title, answer, fails=(413, 422))
    by_body = _operation(f"post{name}", rule.title, answer, fails=(413, 415, 422))
    by_query["parameters"] = [_parameter(rule, field) for field in rule.input.model_fields]
    by_body["requestBody"] = {"required": True, "content": _json({"$ref": f"{_SCHEMAS}{name}"})}
    return {"get": by_query, "post": by_body}


def _operation(name: str, summary: str, answer: dict[str, Any], fails: tuple[int, ...] = ()) -> dict[str, Any]:
    wrong = {"$ref": f"{_SCHEMAS}Errors"}
    responses = {"200": {"description": "Ответ", "content": _json(answer)}}
    for status in fails:
        responses[str(status)] = {"description": shapes.FAILS[status], "content": _json(wrong)}
    return {"operationId": name, "summary": summary, "responses": responses}


def _parameter(rule: Rule, name: str) -> dict[str, Any]:
    field = rule.input.model_fields[name]
    found = {
        "name": spoken(name, field),
        "in": "query",
        "required": field.is_required(),
        "description": _words(name, field),
        "schema": shapes.DATED_SUMS if is_dated(field) else _property(rule, name),
    }
    return found | ({"style": "form", "explode": True} if is_dated(field) else {})


def _words(name: str, field: Any) -> str:
    ask = ask_of(name, field)
    return f"{ask.title}. {ask.hint}".strip().rstrip(".") + "."


def _property(rule: Rule, name: str) -> dict[str, Any]:
    return _inputs()[schema_name(rule.name)]["properties"][name.rstrip("_")]


@cache
def _inputs() -> dict[str, Any]:
    """The input models under the names of their rules, with what they refer to."""
    wanted = [(rule.input, "validation") for rule in rules().values()]
    refs, whole = models_json_schema(wanted, by_alias=False, ref_template=_SCHEMAS + "{model}")
    own = {refs[rule.input, "validation"]["$ref"].removeprefix(_SCHEMAS): rule for rule in rules().values()}
    found = {}
    for name, schema in whole["$defs"].items():
        rule = own.get(name)
        found[schema_name(rule.name) if rule else name] = _plain(schema, rule.title if rule else "")
    return found


def _plain(schema: dict[str, Any], title: str = "") -> dict[str, Any]:
    """`from_` becomes `from`, the wording of the page becomes a description."""
    properties = {name.rstrip("_"): _described(one) for name, one in schema["properties"].items()}
    required = {"required": [name.rstrip("_") for name in schema["required"]]} if "required" in schema else {}
    return schema | {"title": title or schema["title"], "properties": properties} | required


def _described(one: dict[str, Any]) -> dict[str, Any]:
    hint = one.get("x-ask", {}).get("hint")
    plain = {key: value for key, value in one.items() if key != "x-ask"}
    return plain | ({"description": f"{hint}."} if hint else {})


def _array(name: str) -> dict[str, Any]:
    return {"type": "array", "items": {"$ref": f"{_SCHEMAS}{name}"}}


def _json(schema: dict[str, Any]) -> dict[str, Any]:
    return {"application/json": {"schema": schema}}
