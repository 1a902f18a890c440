"""Filings about housing: utilities, the upkeep of the house, charges."""
