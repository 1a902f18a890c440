"""`python -m filings` is the command `filings`."""

from filings.cli import main

main()
