"""Migrations of the tables, applied when the service starts."""
