"""What cannot be understood of a formula, told where it stands."""

from __future__ import annotations

from typing import Any

from lark import Token

from engine.errors import EngineError, SyntaxProblem
from engine.parse.complaints.making import refusal, short
from engine.place import Place, Source


class Complaint(Exception):
    """Raised while a formula gets its meaning; the place is that of a token."""

    def __init__(self, reason: str, token: Token | None, **fields: Any) -> None:
        super().__init__(reason)
        self.reason = reason
        self.token = token
        self.fields = fields


def placed(complaint: Complaint, source: Source) -> EngineError:
    """The same as a refusal."""
    token = complaint.token
    whole = Place(0, len(source.text))
    place = whole if token is None else Place(token.start_pos or 0, token.end_pos or 0)
    return refusal(SyntaxProblem, complaint.reason, source, place, **complaint.fields)


def unexpected(token: Token, before: Token | None, source: Source) -> EngineError:
    """A token that cannot come here, or the end where something is missing."""
    if token.type in ("$END", "SEPARATOR"):
        at = len(source.text.rstrip()) if before is None else before.end_pos or 0
        start = at if before is None else before.start_pos or 0
        return refusal(SyntaxProblem, "latex_unfinished", source, Place(start, at))
    place = Place(token.start_pos or 0, token.end_pos or 0)
    typed = short(source.text[place.start : place.end])
    reason = "latex_equals" if token.type == "EQUALS" else "latex_unexpected"
    return refusal(SyntaxProblem, reason, source, place, typed=typed)
