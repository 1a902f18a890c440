"""The tables of an older service are brought up to date with everything in them."""

from __future__ import annotations

import hashlib
from uuid import uuid4

import pytest
from alembic import command
from alembic.config import Config
from sqlalchemy import create_engine, make_url, text

from web.storage.cases import Cases, answers_place
from web.storage.database import open_database
from web.storage.files import open_files
from web.storage.vault import open_vault

pytestmark = pytest.mark.xdist_group("web")


@pytest.fixture
def fresh_url(app):
    """A database of its own on the tests' server."""
    name, url = f"old_{uuid4().hex[:8]}", app.extensions["filings"].engine.url
    server = create_engine(url, isolation_level="AUTOCOMMIT")
    with server.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name}"))
    yield make_url(url).set(database=name).render_as_string(hide_password=False)
    with server.connect() as connection:
        connection.execute(text(f"DROP DATABASE {name} WITH (FORCE)"))
    server.dispose()


def test_drafts_begun_before_codes_existed_open_with_their_cookies(fresh_url, tmp_path):
    vault, case, filing, token = open_vault(tmp_path / "keys"), uuid4(), uuid4(), "прежний-токен"
    engine = create_engine(fresh_url)
    with engine.begin() as connection:
        config = Config()
        config.set_main_option("script_location", "web:storage/migrations")
        config.attributes["connection"] = connection
        command.upgrade(config, "0001")
        values = {
            "case": case,
            "filing": filing,
            "hash": hashlib.sha256(token.encode()).digest(),
            "sealed": vault.seal_json({"surname": "Иванова"}, answers_place(filing)),
        }
        connection.execute(text("INSERT INTO \"case\" (id, token_hash, stage) VALUES (:case, :hash, 'draft')"), values)
        query = (
            "INSERT INTO filing (id, case_id, kind, status, version, sealed_answers) "
            "VALUES (:filing, :case, 'wage_claim', 'draft', 3, :sealed)"
        )
        connection.execute(text(query), values)
    engine.dispose()
    newer = open_database(fresh_url, tmp_path)
    cases = Cases(newer, vault, open_files(tmp_path / "files", vault))
    assert cases.find(filing, [token]).answers == {"surname": "Иванова"}
    assert cases.find(filing, ["чужой"]) is None
    newer.dispose()
