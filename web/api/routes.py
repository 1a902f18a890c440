"""The addresses of the API. Nobody is known here and nothing is kept, so no token of a form is asked for."""

from __future__ import annotations

import json
import logging
from decimal import Decimal
from typing import Any

from flask import Blueprint, Flask, Response, request
from werkzeug.exceptions import HTTPException

from filings.catalogue import kinds
from filings.errors import AnswersError, FilingError, Problem
from filings.questions.naming import written_path
from filings.rules.catalogue import Rule, rules
from web.api.description import description
from web.calculators import address
from web.calculators.answering import concluded, path_of
from web.calculators.groups import group_of
from web.clock import today
from web.quiet_log import log_without_data

pages = Blueprint("api", __name__, url_prefix="/api/v1")

BODY_BYTES = 64 * 1024
_log = logging.getLogger(__name__)
_TEXTS = {
    404: "такого адреса нет; список адресов — в /api/v1/openapi.json",
    405: "так к этому адресу не обращаются; посмотрите /api/v1/openapi.json",
    413: f"запрос больше {BODY_BYTES // 1024} КБ; посчитайте частями",
    415: "пришлите JSON с заголовком Content-Type: application/json",
}
_UNREADABLE = "запрос не удалось прочитать; проверьте, что это верный JSON"
_OURS = "ошибка на нашей стороне; повторите через несколько минут"


def register(app: Flask) -> None:
    """Registers the addresses."""
    app.extensions["csrf"].exempt(pages)
    app.register_blueprint(pages)


@pages.get("/rules")
def list_rules():
    """Every rule: its name, title, heading and address."""
    return _json(
        [
            {"name": name, "title": rule.title, "group": group_of(name), "url": f"{pages.url_prefix}/calc/{name}"}
            for name, rule in rules().items()
        ]
    )


@pages.get("/kinds")
def list_kinds():
    """Every kind of filing: its name, title and topic."""
    return _json([{"name": kind.name, "title": kind.about.title, "topic": kind.topic} for kind in kinds().values()])


@pages.get("/openapi.json")
def openapi():
    """OpenAPI 3.1 of all this."""
    return _json(description())


@pages.route("/calc/<name>", methods=["GET", "POST"])
def calculate(name: str):
    """The conclusion of one rule from the query or from a JSON body."""
    rule = rules().get(name.replace("-", "_"))
    if rule is None:
        return _errors([Problem("", f"расчёта «{name}» нет; есть: {', '.join(rules())}")], 404)
    request.max_content_length = BODY_BYTES
    body = request.get_data()
    if body and not request.is_json:
        return _errors([Problem("", _TEXTS[415])], 415)
    raw, problems = (_body(body), []) if body else address.read(rule, request.args)
    return _conclusion(rule, raw, problems)


@pages.route("/<path:rest>", methods=["GET", "POST", "PUT", "PATCH", "DELETE"])
def nothing(rest: str):
    """Any other address: without this the answer would be a page for people."""
    known = rest in ("rules", "kinds", "openapi.json") or rest.startswith("calc/")
    status = 405 if known else 404
    return _errors([Problem("", _TEXTS[status])], status)


def _body(body: bytes) -> dict[str, Any]:
    """Numbers stay exact: 0.1 of JSON is never a float."""
    try:
        found = json.loads(body, parse_float=Decimal, parse_constant=_refuse)
        # Half of a sign, «\\ud800», is JSON but no text.
        json.dumps(found, ensure_ascii=False, default=str).encode()
    except (ValueError, RecursionError):
        raise AnswersError([Problem("", _UNREADABLE)]) from None
    if not isinstance(found, dict):
        raise AnswersError([Problem("", "пришлите объект JSON: имя вопроса и ответ")])
    return found


def _refuse(constant: str) -> None:
    raise ValueError(constant)


def _conclusion(rule: Rule, raw: dict[str, Any], problems: list[Problem]) -> Response:
    russian = any("а" <= sign <= "я" for name in raw for sign in name)
    try:
        _, conclusion = concluded(rule, _with_field_names(rule, raw), today())
    except AnswersError as error:
        return _errors([*problems, *(_placed(rule, problem, russian) for problem in error.problems)], 422)
    return _errors(problems, 422) if problems else _json(conclusion.as_json())


def _with_field_names(rule: Rule, raw: dict[str, Any]) -> dict[str, Any]:
    """`from` is a word of Python's own, so the field is `from_`."""
    spoken = {name.rstrip("_"): name for name in rule.input.model_fields}
    return {spoken.get(name, name): value for name, value in raw.items()}


def _placed(rule: Rule, problem: Problem, russian: bool) -> Problem:
    """The problem under the names that the request used; a rule itself speaks Russian names."""
    path = written_path(rule.input, path_of(rule, problem.path), russian=russian)
    return Problem(".".join(part.rstrip("_") for part in path.split(".")), problem.message)


def _json(found: Any, status: int = 200) -> Response:
    text = json.dumps(found, ensure_ascii=False)
    return Response(text, status, content_type="application/json; charset=utf-8")


def _errors(problems: list[Problem], status: int) -> Response:
    return _json({"errors": [{"path": one.path, "message": one.message} for one in problems]}, status)


@pages.errorhandler(FilingError)
def _filing(error: FilingError) -> Response:
    if isinstance(error, AnswersError):
        return _errors(error.problems, error.http_status)
    if error.http_status >= 500:
        log_without_data(_log, "api", error)
    return _errors([Problem("", error.message)], error.http_status)


@pages.errorhandler(HTTPException)
def _http(error: HTTPException) -> Response:
    return _errors([Problem("", _TEXTS.get(error.code or 500, _UNREADABLE))], error.code or 500)


@pages.errorhandler(Exception)
def _ours(error: Exception) -> Response:
    log_without_data(_log, "api", error)
    return _errors([Problem("", _OURS)], 500)
