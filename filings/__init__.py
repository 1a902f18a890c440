"""Russian legal filings: from a person's answers to a packet that a court accepts."""
