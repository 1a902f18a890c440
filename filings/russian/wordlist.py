"""Lists of words written as plain text, so that a linguist can add one without minding quotes and commas."""


def listed(text: str) -> frozenset[str]:
    """The words of `text` as a set."""
    return frozenset(text.split())
