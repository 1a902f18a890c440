"""The head of a noun phrase: the words that change by case, and how they agree.

The head is the leading nominative adjectives and participles with the first nominative noun:
«Ленинский районный суд | г. Ростова-на-Дону». After a dash, «и» or a comma another head may follow.
"""

import re
from dataclasses import dataclass

from pymorphy3.analyzer import Parse

from filings.russian import morphology
from filings.russian.wordlist import listed

# (gender, number) in pymorphy3's words; the plural has one gender.
Agreement = tuple[str, str]
PLURAL: Agreement = ("plur", "plur")

ORDINAL = re.compile(r"(\d+)-(й|я|е)")
_WORD = re.compile(r"^([(\[]*)([А-Яа-яЁё]+(?:-[А-Яа-яЁё]+)*)([,;:.!?)\]]*)$")
_DASHES = frozenset("—–-")
# After these a nominative head follows: «ст. лейтенант», «г. Москва»; after «зам.» a genitive does.
_BEFORE_HEAD = listed("ст. мл. гл. вед. г. гор. пос. с. дер. д. ул.")
_PERSONAL_ENDINGS = ("тель", "щик", "чик", "ник", "ист", "лог", "вед", "граф", "тор", "сор", "нер")


@dataclass(frozen=True)
class Head:
    """Places of the words that change among the words of the phrase, and their agreement."""

    modifiers: tuple[int, ...]
    noun: int
    reading: Parse
    agreement: Agreement
    animate: bool

    @property
    def plural(self) -> bool:
        """Whether the head is plural: «судебные приставы»."""
        return self.agreement == PLURAL

    @property
    def is_adjective(self) -> bool:
        """Whether an adjective stands for a noun: «потерпевший», «исполняющий обязанности»."""
        return self.reading.tag.POS in ("ADJF", "PRTF")


def find_heads(words: list[str], animate: bool | None) -> list[Head]:
    """Every head of the phrase in order; the first one gives the gender of the whole. Empty for «и.о. начальника»."""
    search = _Search(words, animate)
    heads, start = [], 0
    while start < len(words):
        head = search.head_from(start)
        if head:
            heads.append(head)
        start = search.next_start(start, head)
    return heads


def bare(word: str) -> str | None:
    """The Cyrillic word without the punctuation around it; None for a number, Latin letters, «и.о.»."""
    found = _WORD.match(word)
    return found[2] if found else None


def around(word: str) -> tuple[str, str, str]:
    """Punctuation before, the word, punctuation after."""
    found = _WORD.match(word)
    return (found[1], found[2], found[3]) if found else ("", word, "")


def agreement_of(reading: Parse) -> Agreement:
    """The gender and number of an adjective."""
    return PLURAL if reading.tag.number == "plur" else (str(reading.tag.gender or "masc"), "sing")


class _Search:
    """One phrase being read from left to right."""

    def __init__(self, words: list[str], animate: bool | None) -> None:
        self.words = words
        self.animate = animate
        self.all_capitals = len(words) > 1 and "".join(words).isupper()

    def head_from(self, start: int) -> Head | None:
        """Adjectives that agree, then the noun that agrees with them; an adjective alone stands for a noun."""
        modifiers: list[int] = []
        agreed: set[Agreement] | None = None
        for place in range(start, len(self.words)):
            if not modifiers and (self._is_before_head(place) or self._is_number_of_name(place)):
                continue
            if ORDINAL.fullmatch(self.words[place]):
                modifiers.append(place)
                continue
            word = self._changing_word(place)
            if word is None or (agreed and self._belongs_to_tail(place, agreed)):
                break
            common = self._agreements(word, agreed)
            noun = _agreeing_noun(word, agreed)
            if noun and not (common and self._qualifies_what_follows(place, common)):
                return self._headed_by(tuple(modifiers), place, noun, agreed)
            if not common:
                break
            modifiers.append(place)
            agreed = common
            if self._closes(place):
                break
        return self._headed_by_adjective(modifiers, agreed)

    def next_start(self, start: int, head: Head | None) -> int:
        """Where another head may begin; the length of the phrase when nowhere."""
        after = head.noun + 1 if head else start
        for place in range(after, len(self.words)):
            if self.words[place] in _DASHES:
                return place + 1
            if head is None:
                continue
            if self.words[place].lower() in ("и", "или") and self._continues(place + 1, head):
                return place + 1
            beside = place == after and head.animate and not head.plural
            if (beside or self._closes(place - 1)) and self._continues(place, head):
                return place
        return len(self.words)

    def _continues(self, place: int, head: Head) -> bool:
        """Whether a head of the same sort begins here: «учредитель и директор», «пристав, действующий…»."""
        here = self.head_from(place) if place < len(self.words) else None
        if here is None or here.plural != head.plural:
            return False
        if here.is_adjective and self._closes(place - 1):
            return here.agreement == head.agreement
        # «Управление образования и культуры»: only living heads are joined, and only where no genitive is possible.
        return head.animate and here.animate and morphology.is_only_nominative(bare(self.words[here.noun]) or "")

    def _is_before_head(self, place: int) -> bool:
        word = self.words[place]
        if place + 1 == len(self.words):
            return False
        return word.lower() in _BEFORE_HEAD or (bare(word) is not None and morphology.is_adverb(word))

    def _is_number_of_name(self, place: int) -> bool:
        """«351 военная прокуратура»: a number with which a name begins never changes."""
        return place == 0 and self.words[place].isdigit() and len(self.words) > 1

    def _changing_word(self, place: int) -> str | None:
        """The word, unless it is an abbreviation, which never changes («ООО», «зам.»)."""
        word = bare(self.words[place])
        if word and len(word) <= 5 and word.islower() and self.words[place].endswith(".") and self.words[place + 1 :]:
            return None
        if word is None or not word.isupper() or len(word) == 1:
            return word
        return word if self.all_capitals and not morphology.is_abbreviation(word) else None

    def _closes(self, place: int) -> bool:
        return self.words[place].endswith((",", ";", ":"))

    def _agreements(self, word: str, agreed: set[Agreement] | None) -> set[Agreement]:
        found = {agreement_of(reading) for reading in morphology.adjectives(word)}
        return found if agreed is None else found & agreed

    def _qualifies_what_follows(self, place: int, agreed: set[Agreement]) -> bool:
        """Whether «рабочий» is an adjective here: «рабочий посёлок», but not «рабочий по обслуживанию»."""
        if self._closes(place) or place + 1 >= len(self.words):
            return False
        word = self._changing_word(place + 1)
        if word is None or self._belongs_to_tail(place + 1, agreed):
            return False
        return _agreeing_noun(word, agreed) is not None or bool(self._agreements(word, agreed))

    def _belongs_to_tail(self, place: int, agreed: set[Agreement]) -> bool:
        """«Городской» of «заведующий городской больницей»: a noun in another case claims the adjective."""
        for following in range(place + 1, len(self.words)):
            word = self._changing_word(following)
            if word is None or _agreeing_noun(word, agreed):
                return False
            if morphology.is_noun(word):
                return morphology.agrees_obliquely(bare(self.words[place]) or "", word)
            if not morphology.is_adjective(word):
                return False
        return False

    def _headed_by(self, modifiers: tuple[int, ...], noun: int, reading: Parse, agreed) -> Head:
        possible = _noun_agreements(reading)
        # The masculine comes first for «судья» alone: a post is masculine until an adjective says otherwise.
        agreement = max(possible & agreed if agreed else possible)
        animate = _is_animate(reading) if self.animate is None else self.animate
        return Head(modifiers, noun, reading, agreement, animate)

    def _headed_by_adjective(self, modifiers: list[int], agreed: set[Agreement] | None) -> Head | None:
        """It names a person unless it is neuter: «потерпевшая», «заведующий складом»."""
        if not agreed or ORDINAL.fullmatch(self.words[modifiers[-1]]):
            return None
        agreement = max(agreed)
        word = bare(self.words[modifiers[-1]]) or ""
        reading = next(found for found in morphology.adjectives(word) if agreement_of(found) == agreement)
        animate = self._is_living(modifiers[-1], agreement) if self.animate is None else self.animate
        return Head(tuple(modifiers[:-1]), modifiers[-1], reading, agreement, animate)

    def _is_living(self, place: int, agreement: Agreement) -> bool:
        """Not «Ленинский РОСП», where an abbreviation is the noun."""
        follows = bare(self.words[place + 1]) if place + 1 < len(self.words) else None
        return agreement[0] != "neut" and not (follows and len(follows) > 1 and follows.isupper())


def _agreeing_noun(word: str, agreed: set[Agreement] | None) -> Parse | None:
    return next((r for r in morphology.nouns(word) if agreed is None or _noun_agreements(r) & agreed), None)


def _noun_agreements(reading: Parse) -> set[Agreement]:
    """«Судья» and other nouns of common gender agree with both."""
    if reading.tag.number == "plur":
        return {PLURAL}
    if "ms-f" in reading.tag:
        return {("masc", "sing"), ("femn", "sing")}
    return {(str(reading.tag.gender or "masc"), "sing")}


def _is_animate(reading: Parse) -> bool:
    """The dictionary's word; for a word it only guesses («взыскатель») the ending of a doer decides."""
    if reading.tag.animacy == "anim":
        return True
    guessed = not reading.is_known and reading.tag.gender == "masc"
    return guessed and reading.normal_form.endswith(_PERSONAL_ENDINGS)
