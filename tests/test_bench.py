"""The bench runs and prints its table; how fast the engine is, is not judged here: the machine may be busy."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent


def test_the_bench_prints_its_table() -> None:
    command = [sys.executable, "-m", "tests.bench", "--quick", "--rounds", "1", "--soak", "5", "--only"]
    ran = subprocess.run([*command, "fill", "start", "soak"], cwd=ROOT, capture_output=True, text=True, timeout=120)
    assert ran.returncode == 0, ran.stderr
    for row in ("docxtpl from disk", "our way, p50", "converter ready", "5 conversions in a row", "0 failures"):
        assert row in ran.stdout
