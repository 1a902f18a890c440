"""The commands of `filings`, one file per concern; each parses, calls one function of the package, prints."""
