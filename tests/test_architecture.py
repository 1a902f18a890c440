"""What keeps the project readable: layers, sizes, docstrings, and nothing that belongs to one machine."""

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
LONGEST_FILE = 400
LONGEST_FUNCTION = 60

REGISTRY_HOST = re.compile(
    r"\b(?:pypi|pythonhosted|npmjs|crates)\.[a-z]+"
    r"|\b(?:registry|mirror|index|packages|archive|deb|security|snapshot)\.[\w-]+\.(?:org|com|net|io)\b",
    re.IGNORECASE,
)
MACHINE_PATH = re.compile(r"(?<![\w.:/~-])/(?:work|root|tmp|Users|home/[a-z]+)/\w")


def project_files() -> list[Path]:
    """Files that are tracked or about to be, relative to the root."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    return [Path(name) for name in sorted(set(listed.split("\0"))) if name and (ROOT / name).is_file()]


FILES = project_files()
PYTHON = [path for path in FILES if path.suffix == ".py"]
CODE = [path for path in PYTHON if path.parts[0] in ("filings", "web")]


def read(path: Path) -> str:
    return (ROOT / path).read_text(encoding="utf-8")


def is_text(path: Path) -> bool:
    return b"\0" not in (ROOT / path).read_bytes()[:8000]


def functions(tree: ast.AST) -> list[ast.FunctionDef | ast.AsyncFunctionDef]:
    return [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]


def undocumented(tree: ast.Module) -> list[ast.FunctionDef]:
    """Public functions and methods without a docstring."""
    classes = [node for node in tree.body if isinstance(node, ast.ClassDef) and not node.name.startswith("_")]
    members = [node for parent in (tree, *classes) for node in parent.body if isinstance(node, ast.FunctionDef)]
    return [node for node in members if not node.name.startswith("_") and not ast.get_docstring(node)]


def test_nothing_imports_upwards() -> None:
    command = [str(Path(sys.executable).with_name("lint-imports")), "--no-logo", "--no-cache"]
    outcome = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert outcome.returncode == 0, outcome.stdout + outcome.stderr


def test_files_are_short() -> None:
    lengths = {path: len(read(path).splitlines()) for path in FILES if path.suffix in (".py", ".js")}
    assert {str(path): lines for path, lines in lengths.items() if lines > LONGEST_FILE} == {}


def test_functions_are_short() -> None:
    lengths = {
        f"{path}:{node.lineno} {node.name}": node.end_lineno - node.lineno + 1
        for path in PYTHON
        for node in functions(ast.parse(read(path)))
    }
    assert {name: lines for name, lines in lengths.items() if lines > LONGEST_FUNCTION} == {}


def test_modules_say_what_they_are() -> None:
    assert [str(path) for path in PYTHON if read(path).strip() and not ast.get_docstring(ast.parse(read(path)))] == []


def test_public_functions_say_what_they_do() -> None:
    assert [f"{path}:{node.lineno} {node.name}" for path in CODE for node in undocumented(ast.parse(read(path)))] == []


def test_no_nameless_drawers() -> None:
    nameless = {"helpers", "utils", "util", "manager", "misc", "common"}
    assert [str(path) for path in CODE if nameless & set(path.with_suffix("").parts)] == []


@pytest.mark.parametrize(
    ("pattern", "what"), [(REGISTRY_HOST, "package registry"), (MACHINE_PATH, "path of one machine")]
)
def test_no_file_names_an_address_of_one_machine(pattern: re.Pattern[str], what: str) -> None:
    found = [
        f"{path}:{number}: {line.strip()[:80]}"
        for path in FILES
        if is_text(path)
        for number, line in enumerate(read(path).splitlines(), start=1)
        if pattern.search(line)
    ]
    assert not found, f"{what}:\n" + "\n".join(found)


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        (REGISTRY_HOST, "--index-url https://" + "py" + "pi.org/simple"),
        (REGISTRY_HOST, "https://registry." + "example.com/simple"),
        (MACHINE_PATH, "open('/" + "tmp/packet.pdf')"),
        (MACHINE_PATH, "cd /" + "home/ivan/filings"),
    ],
)
def test_the_patterns_see_what_they_look_for(pattern: re.Pattern[str], text: str) -> None:
    assert pattern.search(text)
