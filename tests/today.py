"""The day on which the tests file everything."""

from datetime import date

ON = date(2026, 11, 22)
