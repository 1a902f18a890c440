"""The commands of who keeps the service: keys and terms."""

from __future__ import annotations

import pytest
from click.testing import CliRunner

from web.command import expire, keys

pytestmark = pytest.mark.xdist_group("web")


@pytest.fixture
def run(data, app):
    """Runs a command over the tests' own database."""
    told = {"FILINGS_DATA": str(data), "FILINGS_KEYS": "", "DATABASE_URL": ""}
    return lambda command, *words: CliRunner().invoke(command, words, env=told, catch_exceptions=False)


def test_keys_are_rotated_and_the_old_ones_removed(run, person):
    person.begin().send("questions/someone", surname="Иванова")
    said = run(keys, "rotate").output
    assert "Новый ключ: k0" in said and "Перешифровано записей: " in said and "копию папки с ключами" in said
    assert "Убраны ключи: k0" in run(keys, "retire").output
    assert run(keys, "retire").output == "Старых ключей нет.\n"
    assert "Иванова" in person.read("check")


def test_expired_drafts_are_counted_and_removed(run, person):
    person.begin()
    assert run(expire, "--dry-run").output.startswith("Можно удалить: дел — ")
    assert run(expire).output.startswith("Удалено: дел — ")
    assert person.open("check").status_code == 200


@pytest.mark.parametrize(("command", "word"), [(keys, "rotate"), (expire, "--dry-run")])
def test_help_is_russian(run, command, word):
    said = run(command, "--help").output
    assert "Использование: " in said and word in said and "Options" not in said
