"""A closed list of answers: an English value for code, a Russian label for people and templates."""

from __future__ import annotations

from enum import StrEnum
from typing import Any

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import PydanticCustomError, core_schema

from filings.questions.texts import written


class Choice(StrEnum):
    """Members are written `HEATING = "heating", "отопление"`; either spelling is accepted as an answer.

    A third element, when given, explains the choice to the person who answers.
    """

    ru: str
    explanation: str

    def __new__(cls, value: str, ru: str, explanation: str = "") -> Choice:
        member = str.__new__(cls, value)
        member._value_ = value
        member.ru = ru
        member.explanation = explanation
        return member

    @classmethod
    def parse(cls, answer: Any) -> Choice:
        """The member that `answer` names, in English or Russian, capitals ignored; else a Russian error."""
        if isinstance(answer, cls):
            return answer
        text = " ".join(written(answer).split())
        for member in cls:
            if text.casefold() in (member.value.casefold(), member.ru.casefold()):
                return member
        raise PydanticCustomError(
            "choice",
            "«{answer}» нет среди вариантов; выберите: {options}",
            {"answer": text, "options": ", ".join(f"«{member.ru}»" for member in cls)},
        )

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> core_schema.CoreSchema:
        return core_schema.no_info_plain_validator_function(
            cls.parse, serialization=core_schema.plain_serializer_function_ser_schema(lambda member: member.value)
        )

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: core_schema.CoreSchema, handler: GetJsonSchemaHandler) -> dict:
        return {
            "type": "string",
            "enum": [member.value for member in cls],
            "x-labels": {member.value: member.ru for member in cls},
        }
