"""Surnames that pytrovich declines wrongly: whole words and endings, by Russian grammar.

Every entry gives endings for genitive, dative, accusative, instrumental, prepositional after a stem,
in lower case. Sources: А. А. Зализняк, «Грамматический словарь»; Л. П. Калакуцкая, «Склонение фамилий».
"""

import re

from filings.russian.wordlist import listed

Endings = tuple[str, str, str, str, str]

HARD: Endings = ("а", "у", "а", "ом", "е")
HUSHING: Endings = ("а", "у", "а", "ем", "е")
SOFT: Endings = ("я", "ю", "я", "ем", "е")
SOFT_STRESSED: Endings = ("я", "ю", "я", "ём", "е")
POSSESSIVE: Endings = ("а", "у", "а", "ым", "е")
ADJECTIVE: Endings = ("ого", "ому", "ого", "ым", "ом")
ADJECTIVE_VELAR: Endings = ("ого", "ому", "ого", "им", "ом")
NOUN_A: Endings = ("ы", "е", "у", "ой", "е")
NOUN_A_VELAR: Endings = ("и", "е", "у", "ой", "е")
NOUN_A_HUSHING: Endings = ("и", "е", "у", "ей", "е")

VOWELS = "аеёиоуыэюя"

# French surnames with a stressed ending, and Mingrelian ones in -ая: dictionaries mark them «нескл.».
_UNCHANGING = listed("золя труайя дюма петипа тома дега цхакая")
# Particles before a hyphen do not change: Тер-Петросян, Бонч-Бруевич, Кара-Мурза.
UNCHANGING_BEFORE_HYPHEN = listed(
    "абд абдель абдул абу аль ас ад эль ибн бин бен бонч ван грум де дю жан кара ле мак мир нур сен сент тер фон гаджи "
    "хаджи шах ага ди да ла эс"
)
_CONSONANT_IKH = listed("дитрих ульрих фрейндлих эрлих либих миних рерих генрих гейдрих жмых пых")
_FOREIGN_IN = listed("чаплин дарвин франклин кронин стерлин цеппелин баскин мартин бюлов вирхов флотов")
_OY_NOUNS = listed("прибой покой разбой перебой устрой")
_STRESSED_HUSHING = listed(
    "борщ хрущ лещ плющ клещ хвощ кузьмич лукич фомич ильич кирпич москвич бич сыч грач чиж еж морж стриж ковш луч меч "
    "ключ голыш малыш камыш латыш барыш крепыш кулиш кудряш карандаш лукаш шалаш корж паж мяч плащ чабаш барабаш"
)
_UNSTRESSED_ACH = listed("ковач матач")
_STRESSED_SOFT = listed(
    "коваль москаль шинкарь кобзарь король косарь пономарь кисель царь фонарь конь гвоздь дудь рудь"
)
_STRESSED_A = listed("лапша левша парча каланча межа ханжа праща моча паша душа свеча")
_FEMALE_NOUNS = listed(
    "калина малина смородина щербина рябина скорина долина година кручина осина былина дубина перина пучина сова "
    "корова подкова основа голова мартына"
)
_IRREGULAR: dict[str, tuple[str, Endings]] = {
    "лев": ("льв", HARD),
    "павел": ("павл", HARD),
    "орел": ("орл", HARD),
    "козел": ("козл", HARD),
    "соловей": ("соловь", ("я", "ю", "я", "ём", "е")),
    "воробей": ("воробь", ("я", "ю", "я", "ём", "е")),
    "муравей": ("муравь", ("я", "ю", "я", "ём", "е")),
    "коломиец": ("коломийц", HUSHING),
    "коломоец": ("коломойц", HUSHING),
    "перец": ("перц", HUSHING),
    "палец": ("пальц", HUSHING),
    "немец": ("немц", HUSHING),
    "швец": ("швец", HARD),
    "заяц": ("зайц", HUSHING),
}


def male(surname: str, *, foreign: bool) -> tuple[str, Endings] | None:
    """Stem and endings of one part of a man's surname in lower case; stem == surname with empty endings = unchanging.

    None when pytrovich knows better. `foreign` tells Чарльз Чаплин (Чаплином) from Всеволод Чаплин (Чаплиным).
    """
    plain = surname.replace("ё", "е")
    if _never_changes(plain) or plain.endswith("ая"):
        return unchanging(surname)
    if plain.endswith(("ых", "их")):
        return (surname, HARD) if plain in _CONSONANT_IKH else unchanging(surname)
    if plain in _IRREGULAR:
        return _IRREGULAR[plain]
    if possessive := _male_in(surname, plain, foreign):
        return possessive
    rules = (_male_oy, _male_hushing, _fleeting, _male_soft, _noun_a_hushing)
    return next((found for rule in rules if (found := rule(surname, plain))), None)


def female(surname: str) -> tuple[str, Endings] | None:
    """The same for a woman's surname: a consonant, «ь» and «й» at the end never change."""
    plain = surname.replace("ё", "е")
    if _never_changes(plain) or plain[-1] not in "ая":
        return unchanging(surname)
    if plain in _FEMALE_NOUNS:
        return surname[:-1], NOUN_A
    if re.search(r"(?:ачья|ичья|ежья)$", plain):
        return surname[:-1], ("ей", "ей", "ю", "ей", "ей")
    return _noun_a_hushing(surname, plain)


def unchanging(surname: str) -> tuple[str, Endings]:
    """The surname itself in every case."""
    return surname, ("", "", "", "", "")


def _never_changes(plain: str) -> bool:
    """-о, -е, -и, -у, -ю, -ы, -э; a vowel before -а (Моруа); the list."""
    return plain in _UNCHANGING or plain[-1] in "оеиуюыэ" or bool(re.search(r"[аеиоуыэюя]а$", plain))


def _vowel_count(word: str) -> int:
    return sum(letter in VOWELS for letter in word)


def _male_in(surname: str, plain: str, foreign: bool) -> tuple[str, Endings] | None:
    """-ов, -ев, -ин, -ын: possessive in Russian surnames, a plain noun in foreign and one-syllable ones (Грином)."""
    if plain.endswith(("ин", "ын")) and _vowel_count(plain) == 1:
        return surname, HARD
    if plain in _FOREIGN_IN:
        return surname, HARD if foreign else POSSESSIVE
    if plain.endswith(("ов", "ев")) or re.search(r"[^аеиоуыэюя][иы]н$", plain):
        return surname, POSSESSIVE
    return None


def _male_oy(surname: str, plain: str) -> tuple[str, Endings] | None:
    """-ой: an adjective (Толстого, Лихого), a noun when it has one syllable (Цоя) or is in the list."""
    if not plain.endswith("ой"):
        return None
    if (_vowel_count(plain) == 1 and plain != "злой") or plain in _OY_NOUNS:
        return surname[:-1], SOFT
    return surname[:-2], ADJECTIVE_VELAR if plain[-3] in "гкхжшчщ" else ADJECTIVE


def _male_hushing(surname: str, plain: str) -> tuple[str, Endings] | None:
    """-ж, -ш, -ч, -щ: «-ом» under stress (Ткачом, Борщом), «-ем» elsewhere (Абрамовичем)."""
    if plain[-1] not in "жшчщ":
        return None
    stressed = plain in _STRESSED_HUSHING or (plain.endswith("ач") and plain not in _UNSTRESSED_ACH)
    return surname, HARD if stressed else HUSHING


def _fleeting(surname: str, plain: str) -> tuple[str, Endings] | None:
    """-ец, -енок, -чок lose their vowel: Стрельца, Зайченка, Волчка; Кузнец and Мудрец keep it."""
    if plain.endswith("енок") and len(plain) > 5:
        return surname[:-2] + "к", HARD
    if plain.endswith(("чок", "шок")) and _vowel_count(plain) > 1:
        return surname[:-2] + "к", HARD
    if not plain.endswith("ец") or _vowel_count(plain) < 2:
        return None
    before, second = plain[-3], plain[-4]
    if before not in VOWELS and second not in VOWELS:
        return surname, HARD
    ending = HARD if _vowel_count(plain) == 2 or plain.endswith(("бец", "вец")) else HUSHING
    if before in VOWELS:
        return surname[:-2] + "йц", ending
    return surname[:-2] + ("ьц" if before == "л" else "ц"), ending


def _male_soft(surname: str, plain: str) -> tuple[str, Endings] | None:
    return (surname[:-1], SOFT_STRESSED) if plain in _STRESSED_SOFT else None


def _noun_a_hushing(surname: str, plain: str) -> tuple[str, Endings] | None:
    """-жа, -ша, -ча, -ща: Квашей, but Лапшой."""
    if not re.search(r"[жшчщ]а$", plain):
        return None
    stressed = plain in _STRESSED_A or _vowel_count(plain) == 1
    return surname[:-1], NOUN_A_VELAR if stressed else NOUN_A_HUSHING
