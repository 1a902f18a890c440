"""Filings about money lent between people."""
