"""What was broken: since when, the story, the proof. Complaints to authorities share it, so that it is told once."""

from __future__ import annotations

from filings.questions import Block, PastDay, question
from filings.schemas.printed_texts import Clause, Story


class Breach(Block):
    """Нарушение: когда началось, в чём состоит, чем подтверждается."""

    since: PastDay | None = question("Когда это началось", ru="начало", unsure="дату не укажем", hint="Можно примерно")
    story: Story = question(
        "Что случилось",
        ru="описание",
        hint="По порядку: что не так, где именно, что обещали. Без оценок и оскорблений",
        example="С 1 октября 2026 года в третьем подъезде не работает лифт. Заявки диспетчер закрывает без ремонта.",
    )
    proof: Clause | None = question(
        "Чем это подтверждается", ru="подтверждение", optional=True, example="фотографии, акт, квитанции"
    )
