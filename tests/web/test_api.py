"""The API: every row of every table of cases answers as the command line does, in the shape that OpenAPI tells."""

from __future__ import annotations

import json
import re
from pathlib import Path
from urllib.parse import urlencode

import pytest
import yaml
from flask.testing import FlaskClient

from filings.catalogue import kinds
from filings.questions.naming import english_names
from filings.rules.catalogue import rules
from web.calculators.address import is_dated, spoken

pytestmark = pytest.mark.xdist_group("web")

CALC = "/api/v1/calc"
TABLES = Path(__file__).parent.parent / "cases"


def rows(name: str) -> list[dict]:
    return yaml.load((TABLES / f"{name}.yaml").read_text("utf-8"), yaml.BaseLoader)


@pytest.fixture
def client(app) -> FlaskClient:
    """A program: it keeps no cookies and knows no tokens."""
    return app.test_client(use_cookies=False)


@pytest.fixture
def schemas(client) -> dict:
    return client.get("/api/v1/openapi.json").get_json()["components"]["schemas"]


def pairs(name: str, given: dict) -> list[tuple[str, str]]:
    """The facts of a row as (option, text), the way the command line and an address take them."""
    given = {"from_" if key == "from" else key: value for key, value in given.items()}
    found, _ = english_names(rules()[name].input, given)
    return [
        (spoken(field, asked), f"{row['on']}={row['amount']}" if is_dated(asked) else row)
        for field, asked in rules()[name].input.model_fields.items()
        if field in found
        for row in (found[field] if is_dated(asked) else [found[field]])
    ]


def command_line(filings, name: str, given: dict):
    options = [word for key, text in pairs(name, given) for word in (f"--{key.replace('_', '-')}", text)]
    return filings("calc", name, *options, "--json")


@pytest.mark.parametrize("name", sorted(rules()))
def test_answers_as_the_command_line_does(client, filings, schemas, name):
    answered = 0
    for row in rows(name):
        told = command_line(filings, name, row["given"])
        by_body = client.post(f"{CALC}/{name}", json=row["given"])
        by_query = client.get(f"{CALC}/{name}?{urlencode(pairs(name, row['given']))}")
        if told.code:
            for reply in (by_body, by_query):
                assert reply.status_code == 422, row["name"]
                assert all(one["message"] in told.err for one in reply.get_json()["errors"]), row["name"]
                assert not mismatches(reply.get_json(), {"$ref": "#/components/schemas/Errors"}, schemas)
            continue
        answered += 1
        for reply in (by_body, by_query):
            assert reply.get_json() == json.loads(told.out), row["name"]
            assert list(reply.get_json()) == list(json.loads(told.out))
            assert not mismatches(reply.get_json(), {"$ref": "#/components/schemas/Conclusion"}, schemas)
    assert answered > len(rows(name)) / 2


TYPES = {
    "string": (str,),
    "integer": (int,),
    "number": (int, float),
    "boolean": (bool,),
    "null": (type(None),),
    "array": (list,),
    "object": (dict,),
}


def mismatches(value: object, schema: dict, schemas: dict) -> list[str]:
    """Where `value` is not what `schema` says: the part of JSON Schema that our description uses."""
    if "$ref" in schema:
        return mismatches(value, schemas[schema["$ref"].rsplit("/", 1)[1]], schemas)
    if "anyOf" in schema:
        return [] if any(not mismatches(value, one, schemas) for one in schema["anyOf"]) else [f"{value!r}: anyOf"]
    wanted = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
    if not any(type(value) in TYPES[one] for one in wanted):
        return [f"{value!r}: {wanted}"]
    wrong = []
    if isinstance(value, str) and not re.search(schema.get("pattern", ""), value):
        wrong.append(f"{value!r}: {schema['pattern']}")
    if isinstance(value, list):
        wrong += [text for item in value for text in mismatches(item, schema["items"], schemas)]
    if isinstance(value, dict):
        wrong += [f"нет {name}" for name in schema.get("required", []) if name not in value]
        wrong += [f"лишнее {name}" for name in value if name not in schema["properties"]]
        known = [name for name in value if name in schema["properties"]]
        wrong += [text for name in known for text in mismatches(value[name], schema["properties"][name], schemas)]
    return wrong


def test_the_shape_check_sees_a_foreign_shape(schemas):
    step = dict.fromkeys(schemas["Step"]["properties"]) | {"formula": "1"}
    assert not mismatches(step, schemas["Step"], schemas)
    for wrong in ({"amount": "1.0"}, {"days": "3"}, {"formula": None}, {"more": 1}):
        assert mismatches(step | wrong, schemas["Step"], schemas)


def test_the_description_is_whole(client):
    found = client.get("/api/v1/openapi.json").get_json()
    assert found["openapi"] == "3.1.0"
    assert {"title", "version"} <= set(found["info"])
    refs = re.findall(r'"#/components/schemas/(\w+)"', json.dumps(found))
    assert refs and set(refs) <= set(found["components"]["schemas"])
    operations = [one for path in found["paths"].values() for one in path.values()]
    names = [one["operationId"] for one in operations]
    assert len(names) == len(set(names))
    assert all("200" in one["responses"] and one["summary"] for one in operations)


@pytest.mark.parametrize("name", sorted(rules()))
def test_every_rule_is_described(client, schemas, name):
    paths = client.get("/api/v1/openapi.json").get_json()["paths"]
    path, model = paths[f"{CALC}/{name}"], rules()[name].input
    asked = {one["name"]: one for one in path["get"]["parameters"]}
    assert list(asked) == [spoken(field, one) for field, one in model.model_fields.items()]
    assert [one["required"] for one in asked.values()] == [one.is_required() for one in model.model_fields.values()]
    body = path["post"]["requestBody"]["content"]["application/json"]["schema"]["$ref"].rsplit("/", 1)[1]
    assert schemas[body]["title"] == rules()[name].title
    assert list(schemas[body]["properties"]) == [field.rstrip("_") for field in model.model_fields]
    for one in schemas[body]["properties"].values():
        assert re.search("[а-я]", one["title"])


def test_the_description_accepts_what_the_rule_accepts(schemas):
    body = {"principal": "200000", "since": "2026-03-11", "until": "2026-09-30", "moratorium": True, "district": None}
    body["payments"] = [{"on": "2026-05-12", "amount": "10000.00"}]
    assert not mismatches(body, schemas["DefaultInterest"], schemas)
    assert mismatches({"since": "2026-03-11"}, schemas["DefaultInterest"], schemas)


def test_rules_and_kinds_are_listed(client):
    listed = client.get("/api/v1/rules").get_json()
    assert {one["name"]: one["title"] for one in listed} == {name: rule.title for name, rule in rules().items()}
    assert all(client.post(one["url"], json={}).status_code == 422 for one in listed)
    assert [one["name"] for one in client.get("/api/v1/kinds").get_json()] == list(kinds())


def test_all_errors_at_once_under_the_same_names(client):
    given = {"principle": "1", "since": "вчера", "until": "2026-09-30", "payments": [{"on": "2026-05-12"}]}
    reply = client.post(f"{CALC}/default_interest", json=given)
    assert reply.status_code == 422
    found = {one["path"]: one["message"] for one in reply.get_json()["errors"]}
    assert list(found) == ["principle", "principal", "since", "payments.1.amount"]
    assert "возможно, «principal»" in found["principle"]
    assert "напишите дату" in found["since"]


def test_an_error_of_the_rule_is_named_as_in_the_request(client):
    english = {"principal": "1", "since": "2026-03-11", "until": "2026-01-01"}
    russian = {"долг": "1", "с": "2026-03-11", "по": "2026-01-01"}
    for given, path in ((english, "until"), (russian, "по")):
        reply = client.post(f"{CALC}/default_interest", json=given)
        assert [one["path"] for one in reply.get_json()["errors"]] == [path]
    reply = client.post(f"{CALC}/deadline", json={"term": "30d"})
    assert [one["path"] for one in reply.get_json()["errors"]] == ["from"]


def test_a_payment_without_a_date_is_named_with_the_rest(client):
    reply = client.get(f"{CALC}/default_interest?payment=5&since=2026-03-11&until=2026-09-30")
    found = [one["path"] for one in reply.get_json()["errors"]]
    assert found[0] == "payment" and "principal" in found


def test_a_day_without_law_is_not_guessed(client):
    reply = client.get(f"{CALC}/default_interest?principal=1&since=2010-01-01&until=2010-02-01")
    assert reply.status_code == 422
    assert "значения нет" in reply.get_json()["errors"][0]["message"]


def test_a_number_in_json_stays_exact(client):
    exact = client.post(f"{CALC}/overcharge_fine", data='{"charged": 1000000.35, "due": 0.10}', headers=JSON)
    assert exact.get_json()["steps"][0]["base"] == "1000000.25"
    assert exact.get_json()["value"] == "500000.13"


JSON = {"Content-Type": "application/json"}
BROKEN = ["{", "[1]", '"x"', "null", "[" * 30_000, '{"term": NaN}', '{"term": "\\ud800"}', '{"a": ' + "1" * 5000 + "}"]


@pytest.mark.parametrize("body", BROKEN, ids=lambda body: body[:20])
def test_wrong_json(client, body):
    reply = client.post(f"{CALC}/deadline", data=body, headers=JSON)
    assert reply.status_code == 422
    assert re.search("[а-я]", reply.get_json()["errors"][0]["message"])


@pytest.mark.parametrize(
    ("method", "address", "options", "status"),
    [
        ("get", f"{CALC}/nothing", {}, 404),
        ("get", "/api/v1/nothing", {}, 404),
        ("delete", "/api/v1/rules", {}, 405),
        ("put", f"{CALC}/deadline", {}, 405),
        ("post", f"{CALC}/deadline", {"data": {"term": "30d"}}, 415),
        ("post", f"{CALC}/deadline", {"data": "x" * 70_000, "headers": JSON}, 413),
    ],
    ids=["нет такого расчёта", "нет адреса", "не тот способ", "не тот способ у расчёта", "форма", "слишком много"],
)
def test_a_refusal_is_json_too(client, method, address, options, status):
    reply = getattr(client, method)(address, **options)
    assert reply.status_code == status
    assert reply.mimetype == "application/json"
    assert re.search("[а-я]", reply.get_json()["errors"][0]["message"])


def test_an_unknown_rule_names_those_there_are(client):
    message = client.get(f"{CALC}/nothing").get_json()["errors"][0]["message"]
    assert all(name in message for name in rules())
    assert client.get(f"{CALC}/state-duty?price=250000&filed-on=2026-11-22").get_json()["value"] == "8500.00"


def test_no_cookie_no_token_no_foreign_pages(client):
    reply = client.post(f"{CALC}/deadline", json={"from": "2026-10-05", "term": "30d"})
    assert reply.status_code == 200
    assert "Set-Cookie" not in reply.headers
    assert not [name for name in dict(reply.headers) if name.startswith("Access-Control")]


def test_no_more_rows_than_can_be_counted_in_a_moment(client):
    many = [{"on": "2026-05-12", "amount": "1"}] * 401
    reply = client.post(f"{CALC}/alimony_penalty", json={"debts": many, "until": "2026-06-01"})
    assert reply.get_json()["errors"] == [{"path": "debts", "message": "строк больше 400; посчитайте частями"}]
