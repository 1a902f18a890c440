"""What the law concludes: pure functions of the facts and a date. No rule knows today's date."""

from filings.rules.conclusion import Conclusion, Step

__all__ = ["Conclusion", "Step"]
