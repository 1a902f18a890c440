"""Filings about work and pay."""
