"""Set-up: the scripts run, the pins are complete, a package holds every file, the README tells the truth."""

import os
import re
import shlex
import shutil
import subprocess
import sys
import time
import tomllib
import zipfile
from pathlib import Path

import click
import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from filings.catalogue import kinds

ROOT = Path(__file__).parent.parent
SCRIPTS = ["script/bootstrap", "script/server", "script/test", "script/lock", ".ci/run"]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
PIN = re.compile(r"^(?P<name>[\w.-]+)(?:\[[\w,-]+\])?==(?P<version>[^\s;]+)(?P<rest>(?:.*\\\n)*.*)$", re.MULTILINE)


def pins(name: str) -> dict[str, re.Match[str]]:
    """Pinned packages of a constraints file, by canonical name."""
    text = (ROOT / name).read_text(encoding="utf-8")
    return {canonicalize_name(match["name"]): match for match in PIN.finditer(text)}


def bootstrap(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [str(ROOT / "script/bootstrap"), *arguments],
        env=os.environ | environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=60,
    )


class TestScripts:
    @pytest.mark.parametrize("name", SCRIPTS)
    def test_is_executable_and_sound(self, name: str) -> None:
        mode = subprocess.check_output(["git", "ls-files", "--stage", name], cwd=ROOT, text=True).split()[0]
        assert mode == "100755"
        assert (ROOT / name).read_text(encoding="utf-8").startswith("#!/usr/bin/env bash\n")
        subprocess.run(["bash", "-n", name], cwd=ROOT, check=True)

    def test_nothing_missing_is_said_at_once(self) -> None:
        started = time.monotonic()
        outcome = bootstrap("--check", "--test")
        assert outcome.returncode == 0, outcome.stdout + outcome.stderr
        assert time.monotonic() - started < 3

    def test_unknown_option_is_refused(self) -> None:
        outcome = bootstrap("--tset")
        assert outcome.returncode == 2
        assert "--tset" in outcome.stderr


class TestPoorMachine:
    """A system with a shell and Python and nothing else: bootstrap says what to install and installs nothing."""

    TOOLS = ("bash", "env", "dirname", "readlink", "cat", "grep", "sed", "id", "head", "sha256sum", "mktemp")

    @pytest.fixture
    def path(self, tmp_path: Path) -> str:
        for tool in self.TOOLS:
            (tmp_path / tool).symlink_to(shutil.which(tool))
        (tmp_path / "python3").symlink_to(sys.executable)
        return str(tmp_path)

    def test_check_names_what_is_missing(self, path: str) -> None:
        outcome = bootstrap("--check", "--test", PATH=path, CHROMIUM="")
        assert outcome.returncode == 1
        for part in ("LibreOffice Writer", "Times New Roman", "poppler", "Chromium"):
            assert part in outcome.stdout

    def test_without_apt_the_packages_are_named(self, path: str) -> None:
        outcome = bootstrap(PATH=path)
        assert outcome.returncode == 1
        assert "libreoffice-writer-nogui" in outcome.stderr
        assert "fonts-liberation2" in outcome.stderr
        assert "apt-get здесь нет" in outcome.stderr


class TestPins:
    @pytest.mark.parametrize("name", ["constraints.txt", "constraints-test.txt"])
    def test_every_line_is_a_pin_with_a_hash_and_no_address(self, name: str) -> None:
        text = (ROOT / name).read_text(encoding="utf-8")
        assert "://" not in text
        assert not re.search(r"^\s*-(?!-hash)", text, re.MULTILINE)
        found = pins(name)
        assert len(found) == len(re.findall(r"^[\w]", text, re.MULTILINE))
        assert [key for key, pin in found.items() if "--hash=sha256:" not in pin["rest"]] == []

    def test_the_list_for_tests_holds_the_list_for_the_service(self) -> None:
        tests, service = pins("constraints-test.txt"), pins("constraints.txt")
        assert {name: pin["version"] for name, pin in service.items()}.items() <= {
            name: pin["version"] for name, pin in tests.items()
        }.items()

    @pytest.mark.parametrize(
        ("name", "wanted"),
        [
            ("constraints.txt", PROJECT["project"]["dependencies"] + PROJECT["build-system"]["requires"]),
            ("constraints-test.txt", PROJECT["project"]["optional-dependencies"]["test"]),
        ],
    )
    def test_the_pins_satisfy_the_project(self, name: str, wanted: list[str]) -> None:
        found = pins(name)
        for requirement in map(Requirement, wanted):
            pin = found[canonicalize_name(requirement.name)]
            assert requirement.specifier.contains(pin["version"]), f"{requirement}: run script/lock"


def test_a_built_package_holds_every_file(tmp_path: Path) -> None:
    """A Word file or a page left out of the wheel would be missed only on the user's machine."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard", "filings", "web"]
    listed = subprocess.check_output(command, cwd=ROOT, text=True).split("\0")
    names = [name for name in listed if name and (ROOT / name).is_file()]
    for name in [*names, "pyproject.toml", "README.md", "LICENSE"]:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(ROOT / name, tmp_path / name)
    build = "from setuptools.build_meta import build_wheel; build_wheel('dist')"
    subprocess.run([sys.executable, "-c", build], cwd=tmp_path, check=True, capture_output=True)
    (wheel,) = (tmp_path / "dist").glob("*.whl")
    assert sorted(set(names) - set(zipfile.ZipFile(wheel).namelist())) == []


def documented_commands() -> list[str]:
    """Lines of the shell blocks in README and CONTRIBUTING, without comments."""
    blocks = [
        block
        for name in ("README.md", "CONTRIBUTING.md")
        for block in re.findall(
            r"^```sh\n(.*?)^```", (ROOT / name).read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL
        )
    ]
    return [line.split("#")[0].strip() for block in blocks for line in block.splitlines() if line.strip()]


class TestReadme:
    @pytest.mark.parametrize("line", [line for line in documented_commands() if line.startswith("script/")])
    def test_script_is_there(self, line: str) -> None:
        assert os.access(ROOT / shlex.split(line)[0], os.X_OK)

    @pytest.mark.parametrize("line", [line for line in documented_commands() if line.startswith(".venv/bin/filings")])
    def test_command_is_there_with_its_options(self, line: str) -> None:
        from filings.cli import cli

        _, name, *arguments = shlex.split(line)
        command = cli.get_command(click.Context(cli), name)
        assert command, f"no such command: filings {name}"
        known = {option for parameter in command.params for option in parameter.opts}
        assert {argument for argument in arguments if argument.startswith("-")} <= known

    def test_every_folder_on_the_map_is_there(self) -> None:
        for name in ("README.md", "CONTRIBUTING.md"):
            for folder in re.findall(r"^\| `([\w/.]+/)`", (ROOT / name).read_text(encoding="utf-8"), re.MULTILINE):
                assert (ROOT / folder).is_dir(), f"{name}: {folder}"

    def test_every_link_leads_somewhere(self) -> None:
        for name in ("README.md", "CONTRIBUTING.md"):
            for target in re.findall(r"\]\(([^)#:]+)\)", (ROOT / name).read_text(encoding="utf-8")):
                assert (ROOT / target).exists(), f"{name}: {target}"


def test_the_readme_names_every_kind() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    assert [name for name in kinds() if f"`{name}`" not in text] == []
