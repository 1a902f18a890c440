"""How the pages hold: `python -m tests.bench.web --help`."""
