"""Typesetting of a person's own words: non-breaking spaces, quotes, dashes. No word is ever changed."""

import re

NBSP = "\u00a0"
_SPACE = f"[ {NBSP}]"

# An address on the network is lifted out before the rules run and put back untouched; the mark itself may occur too.
_MARK = "\ue000"
_UNTOUCHABLE = re.compile(
    rf"{_MARK}|(?:https?://|www\.)[^\s«»\"„“”<>]+|(?<![\w.+-])[\w.+-]{{1,64}}@[\w-]{{1,63}}(?:\.[\w-]{{1,63}})+"
)

_NUMBERED = "ст|ч|п|пп|подп|абз|гл|разд|прил|т|л|стр|с|д|кв|корп|оф|ком|пом"
_PLACES = "г.|ул.|пер.|просп.|пр.|пл.|наб.|ш.|пос.|дер.|д.|с.|х.|мкр.|обл.|пр-т|р-н|б-р|мкр|ст-ца"
_UNITS = r"руб|коп|тыс|млн|млрд|л\.|экз|шт|кв\. ?м|кг|см|мм|км|м\b|га\b|мин|Гкал|кВт|₽|%|°"
_DAYS = r"д(?:ень|ня|ней)\b|(?:рабоч|календарн)\w+ д"
_MONTHS = "января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря"
_ADDRESS = re.compile(r"(?<!\w)(?:ул|пер|просп|пр-т|наб|б-р|мкр|пл|ш|д|дом|кв|тел|телефон)(?:\.|(?!\w))[^;\n]{0,60}$")

_NUMBER_OF_PAPER = re.compile(r"(?:дел[оауе]|договор\w*|сч[её]т\w*|номер\w*|полис\w*)\s$", re.IGNORECASE)


def _after(words: str, before: str) -> str:
    """The place one sign after any of the words; `before` says what must not stand before the word."""
    return "(?:" + "|".join(f"(?<={before}{re.escape(word)}.)" for word in words.split("|")) + ")"


_NO_LETTER = r"(?<!\w)"
_NO_PART = r"(?<![\w.-])"
_NO_YEAR = rf"{_NO_PART}(?<!\d{_SPACE})"
_DIGITS = "0123456789"
# A space that parts nothing: «г. Тверь» (but not «2026 г. Истец обратился»), «18 °C», «3 рабочих дня», «5 мая»,
# «мая 2026», «2026 год», «ТК РФ».
_NOT_PARTED = (
    rf"(?=[А-ЯЁ]|\d+-[а-я]){_after(_PLACES, _NO_YEAR)}",
    rf"(?<=\d.)(?={_UNITS}|{_DAYS}|(?:{_MONTHS})(?!\w))",
    r"(?=РФ(?!\w))(?<=[А-ЯЁ].)",
    rf"(?=\d{{4}}(?!\d)){_after(_MONTHS, _NO_LETTER)}",
    r"(?<=\d\d\d\d.)(?=(?:г|гг)\.|(?:год|года|году|годом|годы|годов)(?!\w))",
)
# Two signs that stand together count as a sign, and so does an initial.
_PAIRS = ("  ", "..")
_INITIAL = re.compile(r"[А-ЯЁ]\.")
# Each rule with the signs of which a text must have one for the rule to find anything: most texts have few of them.
# A pattern begins with what is rare and looks back from there: looking back at every letter takes most of the time.
_RULES = tuple(
    (frozenset(signs), re.compile(pattern, re.MULTILINE), replacement)
    for signs, pattern, replacement in (
        # One space where there were several; a non-breaking one wins.
        (NBSP, rf" *{NBSP}{_SPACE}*", NBSP),
        (("  ",), r" {2,}", " "),
        # The serif face has no sign of the rouble, and a court writes the word.
        ("₽", rf"(?<=\d){_SPACE}?₽", f"{NBSP}руб."),
        ("₽", r"₽", "руб."),
        # An answer that ends in a point before the point of the sentence.
        (("..", "₽"), r"\.\.(?<!\.\.\.)(?!\.)", "."),
        # A hyphen between spaces is a dash; at the start of a line it opens an item of a list.
        ("-–—", rf"{_SPACE}[-–—](?<=\S..)(?={_SPACE}|$)", f"{NBSP}—"),
        ("-–", r"^[-–](?= \S)", "—"),
        ("№", rf"№{_SPACE}?(?=\w)", f"№{NBSP}"),
        (".", rf"\.(?={_SPACE}?\d){_after(_NUMBERED, _NO_PART)}{_SPACE}?", f".{NBSP}"),
        # Initials stay with each other and with the surname on either side.
        ((_INITIAL.pattern,), rf"([А-ЯЁ](?<![\w.].)\.(?:{_SPACE}?[А-ЯЁ]\.)?){_SPACE}(?=[А-ЯЁ][\w'-])", rf"\1{NBSP}"),
        ((_INITIAL.pattern,), rf"([А-ЯЁ](?<![\w.].)\.){_SPACE}(?=[А-ЯЁ]\.)", rf"\1{NBSP}"),
        ((_INITIAL.pattern,), rf"([А-ЯЁ](?<![\w.].)[\w'-]+){_SPACE}(?=[А-ЯЁ]\.{_SPACE}?[А-ЯЁ]\.)", rf"\1{NBSP}"),
        # 152 300
        (_DIGITS, rf"\d(?<![\d.,].)\d{{0,2}}(?:{_SPACE}\d{{3}})+(?!\d)", lambda found: found[0].replace(" ", NBSP)),
        ("%°", r"(?<=\d)(?=(?:%(?!-)|°[CСFСК]))", NBSP),
        (" ", f"{_SPACE}(?:{'|'.join(_NOT_PARTED)})", NBSP),
    )
)
_QUOTES = frozenset('«»„“”"')
# Of each address on the network that `_UNTOUCHABLE` finds, and of the mark itself.
_OF_ADDRESSES = frozenset(f"@/w{_MARK}")
_RANGE = re.compile(r"([1-9](?<![\w№.,:/+–-].)(?<!№[ \u00a0].)\d{0,3})-([1-9]\d{0,3})(?![\w–-]|[.,:/]\d)")


def typeset(text: str) -> str:
    """The same words with «ёлочки», dashes and non-breaking spaces (section 4 of the house rules). Idempotent."""
    signs = set(text)
    if _OF_ADDRESSES.isdisjoint(signs):
        return _ruled(text, signs)
    lifted: list[str] = []

    def lift(found: re.Match[str]) -> str:
        lifted.append(found[0])
        return _MARK

    text = _ruled(_UNTOUCHABLE.sub(lift, text), signs)
    restored = iter(lifted)
    return re.sub(_MARK, lambda _: next(restored), text)


def _ruled(text: str, signs: set[str]) -> str:
    if not _QUOTES.isdisjoint(signs):
        text = "\n".join(_with_quotes(line) for line in text.split("\n"))
    if "-" in signs:
        text = _RANGE.sub(_ranged, text)
    signs.update(pair for pair in _PAIRS if pair in text)
    if "." in signs and _INITIAL.search(text):
        signs.add(_INITIAL.pattern)
    for wanted, pattern, replacement in _RULES:
        if not wanted.isdisjoint(signs):
            text = pattern.sub(replacement, text)
    return text


def _ranged(found: re.Match[str]) -> str:
    """«10-12» is a range where it grows and is not a house with its flat, a telephone or the number of a case."""
    first, last, before = int(found[1]), int(found[2]), found.string[: found.start()]
    if first >= last or _ADDRESS.search(before) or _NUMBER_OF_PAPER.search(before):
        return found[0]
    return f"{first}–{last}"


def _with_quotes(line: str) -> str:
    """«Outer» and „inner“ quotes in one paragraph; what does not pair is turned by its direction alone."""
    roles = _roles_of_quotes(line)
    if not roles:
        return line
    paired = _pairs(list(roles.values()))
    letters, depth = list(line), 0
    for place, opens in roles.items():
        depth += opens and paired
        if paired:
            letters[place] = ("«" if opens else "»") if depth == 1 else ("„" if opens else "“")
        elif letters[place] == '"':
            letters[place] = "«" if opens else "»"
        depth -= (not opens) and paired
    return "".join(letters)


def _roles_of_quotes(line: str) -> dict[int, bool]:
    """Where quotes stand and whether each one opens. A lone closing straight quote («15"») is an inch: left out."""
    roles: dict[int, bool] = {}
    stack: list[str] = []
    for place, letter in enumerate(line):
        if letter not in '«»„“”"':
            continue
        opens = letter in "«„" or (letter in '"“' and _opens(line, place, letter, roles, stack))
        if letter == '"' and not opens and not stack:
            continue
        roles[place] = opens
        if opens:
            stack.append(letter)
        elif stack:
            stack.pop()
    return roles


def _opens(line: str, place: int, letter: str, roles: dict[int, bool], stack: list[str]) -> bool:
    if letter == "“" and stack and stack[-1] == "„":
        return False
    before, after = line[:place], line[place + 1 :]
    at_start = not before or before[-1] in f" \t{NBSP}([{{—–-/" or roles.get(place - 1, False)
    return at_start and bool(after.strip()) and after[0] not in f" \t{NBSP}"


def _pairs(roles: list[bool]) -> bool:
    depth = 0
    for opens in roles:
        depth += 1 if opens else -1
        if depth < 0:
            return False
    return depth == 0
