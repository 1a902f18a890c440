"""What closes the road to an order for alimony, and how the family lives."""

from __future__ import annotations

from pydantic import field_validator

from filings.questions import Block, Choice, PastDay, YesNo, question, wrong
from filings.schemas.printed_texts import Story


class Obstacle(Choice):
    """Что закрывает дорогу к приказу. Source: ГПК РФ, ст. 122, 125; СК РФ, ст. 83, 100, 107."""

    NONE = "none", "ничего из этого"
    OTHERS = "others", "должник уже платит алименты на других детей"
    PATERNITY = "paternity", "отцовство не записано или его оспаривают"
    AGREEMENT = "agreement", "есть нотариальное соглашение об алиментах"
    FIXED = "fixed", "нужна твёрдая сумма, а не доля дохода"
    PAST = "past", "нужны алименты и за прошлое время"

    @property
    def reason(self) -> str:
        """Why an order is not issued, and what to do."""
        return {
            "others": "должник платит на других детей: их права тоже затронуты, поэтому нужен иск в районный суд, а не "
            "приказ (ГПК РФ, ст. 122)",
            "paternity": "пока отцовство не установлено, приказ не выдадут (ГПК РФ, ст. 122): подайте в районный суд "
            "иск об установлении отцовства и взыскании алиментов",
            "agreement": "нотариальное соглашение само заменяет исполнительный лист (СК РФ, ст. 100): отнесите его "
            "приставам",
            "fixed": "в приказе бывает только доля дохода; о твёрдой сумме подают иск в районный суд (СК РФ, ст. 83)",
            "past": "за прошлое время алименты взыскивают только по иску (СК РФ, ст. 107): приказ действует с подачи "
            "заявления; снимите отметку, чтобы просить с этого дня",
        }[self.value]


class Marriage(Choice):
    """Отношения родителей."""

    MARRIED = "married", "в браке"
    DIVORCED = "divorced", "брак расторгнут"
    NEVER = "never", "в браке не состояли"


class Family(Block):
    """Семья: брак и с кем живут дети."""

    live_with_me: YesNo = question("Дети живут с вами?", ru="дети_со_мной")
    marriage: Marriage = question("Вы с должником", ru="брак")
    ended_on: PastDay | None = question(
        "Когда брак расторгнут", ru="дата_развода", when="marriage=divorced", optional=True
    )
    support: Story | None = question(
        "Как должник сейчас помогает детям",
        ru="помощь",
        optional=True,
        hint="Если не помогает, оставьте пустым. Полным предложением",
        example="С мая 2026 года должник перевёл на детей только 3 000 руб.",
    )

    @field_validator("live_with_me")
    @classmethod
    def _lives_with_the_claimant(cls, live: bool) -> bool:
        if not live:
            raise wrong("", "алименты взыскивает тот, с кем живут дети; оставьте только тех, кто живёт с вами")
        return live
