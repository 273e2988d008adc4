"""A remark about an answer: the key of a sentence, and what is filled in."""

from __future__ import annotations

from typing import NamedTuple

from engine.words import Language, say


class Remark(NamedTuple):
    """Why something is missing, or is not what was asked for."""

    reason: str
    fields: dict[str, object]

    def message(self, language: Language = "en") -> str:
        return say(self.reason, language, self.fields)
