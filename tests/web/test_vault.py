"""What is sealed opens only with its key and in its place."""

from __future__ import annotations

import base64
import os

import pytest
from cryptography.exceptions import InvalidTag

from web.storage.files import open_files
from web.storage.keyfiles import SESSION_KEY, secret_in
from web.storage.vault import open_vault


def test_what_is_sealed_opens_only_in_its_place(tmp_path):
    vault = open_vault(tmp_path / "keys")
    sealed = vault.seal("Иванова".encode(), "filing/answers/1")
    assert vault.unseal(sealed, "filing/answers/1").decode() == "Иванова"
    with pytest.raises(InvalidTag):
        vault.unseal(sealed, "filing/answers/2")


@pytest.mark.parametrize("place", [4, 16, -1])
def test_what_was_altered_does_not_open(tmp_path, place):
    vault = open_vault(tmp_path / "keys")
    sealed = bytearray(vault.seal(b"text", "a/b/c"))
    sealed[place] ^= 1
    with pytest.raises(InvalidTag):
        vault.unseal(bytes(sealed), "a/b/c")


def test_equal_things_are_sealed_differently(tmp_path):
    vault = open_vault(tmp_path / "keys")
    assert vault.seal(b"text", "a/b/c") != vault.seal(b"text", "a/b/c")


def test_keys_are_for_the_owner_alone_and_do_not_change(tmp_path):
    folder = tmp_path / "keys"
    secret = secret_in(folder, SESSION_KEY)
    open_vault(folder)
    assert {path.name: oct(path.stat().st_mode)[-3:] for path in folder.iterdir()} == {
        "session.key": "600",
        "storage.keys": "600",
    }
    assert secret_in(folder, SESSION_KEY) == secret


def test_a_new_key_seals_and_the_old_one_still_opens(tmp_path):
    folder = tmp_path / "keys"
    sealed = open_vault(folder).seal(b"old", "a/b/c")
    with (folder / "storage.keys").open("ab") as file:
        file.write(b"k002 " + base64.b64encode(os.urandom(32)) + b"\n")
    vault = open_vault(folder)
    assert vault.unseal(sealed, "a/b/c") == b"old"
    assert vault.seal(b"new", "a/b/c").startswith(b"k002")


def test_a_file_on_the_disk_is_encrypted_and_removed(tmp_path):
    files = open_files(tmp_path / "files", open_vault(tmp_path / "keys"))
    files.put("exhibits/1", "договор Иванова".encode() * 100)
    stored = (tmp_path / "files" / "exhibits" / "1").read_bytes()
    assert "Иванов".encode() not in stored
    assert files.get("exhibits/1").startswith("договор".encode())
    files.delete("exhibits/1")
    files.delete("exhibits/1")
    with pytest.raises(FileNotFoundError):
        files.get("exhibits/1")
