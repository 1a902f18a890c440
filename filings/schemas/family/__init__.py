"""Filings about families: alimony."""
