"""What a person has corrected wins in every place where the name may stand."""

from filings.russian.forms import Case, Forms, Gender
from filings.russian.wording import Wording

FULL, SHORT, SIGNATURE = "Иванова Мария Петровна", "Иванова\u00a0М.П.", "М.П.\u00a0Иванова"


def test_a_correction_wins_over_grammar() -> None:
    wording = Wording({}, {"Ткач Лев Кузьмич": {"творительный": "Ткачем Львом Кузьмичом"}})
    assert wording.form("Ткач Лев Кузьмич", Case.INSTRUMENTAL) == "Ткачем Львом Кузьмичом"
    assert wording.form("Ткач Лев Кузьмич", Case.GENITIVE) == "Ткача Льва Кузьмича"


def test_a_correction_of_the_full_name_reaches_the_short_ones() -> None:
    wording = Wording({}, {FULL: {"dative": "Иванове Марии Петровне"}})
    wording.register_name("Иванова", "Мария", "Петровна", Gender.FEMALE)
    assert wording.form(FULL, Case.DATIVE) == "Иванове Марии Петровне"
    assert wording.form(SHORT, Case.DATIVE) == "Иванове\u00a0М.П."
    assert wording.form("Иванова М.П.", Case.DATIVE) == "Иванове\u00a0М.П."
    assert wording.form(SIGNATURE, Case.DATIVE) == "М.П.\u00a0Иванове"
    assert wording.form(SHORT, Case.GENITIVE) == "Ивановой\u00a0М.П."


def test_the_short_name_follows_even_when_nobody_registered_the_person() -> None:
    wording = Wording({}, {FULL: {"дательный": "Иванове Марии Петровне"}})
    assert wording.form(SHORT, Case.DATIVE) == "Иванове\u00a0М.П."


def test_a_correction_of_the_short_name_is_the_last_word() -> None:
    wording = Wording(
        {}, {FULL: {"дательный": "Иванове Марии Петровне"}, "Иванова М.П.": {"дательный": "г-же Ивановой М.П."}}
    )
    wording.register_name("Иванова", "Мария", "Петровна", Gender.FEMALE)
    assert wording.form(SHORT, Case.DATIVE) == "г-же Ивановой М.П."


def test_registering_settles_a_gender_that_the_name_does_not_tell() -> None:
    wording = Wording()
    wording.register_name("Мельник", "Женя", None, Gender.MALE)
    assert wording.form("Мельник Женя", Case.GENITIVE) == "Мельника Жени"
    assert wording.form("Мельник Ж.", Case.GENITIVE) == "Мельника\u00a0Ж."


def test_known_forms_are_found_with_any_space_and_only_with_their_own_yo() -> None:
    wording = Wording({"ООО «Ёж»": Forms.unchanging("ООО «Ёж и дети»")})
    assert wording.form("ООО\u00a0«Ёж»", Case.GENITIVE) == "ООО «Ёж и дети»"
    assert wording.form("ООО «Еж»", Case.GENITIVE) == "ООО «Еж»"


def test_the_first_person_and_everything_else() -> None:
    wording = Wording()
    assert [wording.form("я", case) for case in Case] == ["я", "меня", "мне", "меня", "мной", "мне"]
    assert wording.form("Я", Case.GENITIVE) == "Меня"
    assert wording.form("директор", Case.DATIVE) == "директору"


def test_a_namesake_does_not_change_the_forms_of_who_files() -> None:
    """An employer of the same name whose sex was answered otherwise."""
    wording = Wording({})
    wording.register_name("Шевченко", "Ольга", "Юрьевна", Gender.FEMALE)
    wording.register_name(
        "Шевченко", "Ольга", "Юрьевна", Gender.MALE, "индивидуальный предприниматель Шевченко Ольга Юрьевна"
    )
    assert wording.form("Шевченко Ольга Юрьевна", Case.GENITIVE) == "Шевченко Ольги Юрьевны"
