"""Names of test cases: Russian as it is written, what cannot be printed as its code."""


def pytest_make_parametrize_id(val: object) -> str | None:
    """The id of a case; without this a lone surrogate or a line feed among the values would stop the run."""
    if not isinstance(val, str):
        return None
    return val if val.isprintable() else ascii(val)
