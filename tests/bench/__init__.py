"""How fast the document engine is, beside its peers: `python -m tests.bench --help`."""
