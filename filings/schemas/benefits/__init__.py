"""Filings about benefits and payments of the Social Fund."""
