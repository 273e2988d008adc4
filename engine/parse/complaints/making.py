"""A refusal is made of its kind, its sentence, its place, and a repair where there is one."""

from __future__ import annotations

from typing import Any, TypeVar

from engine.errors import EngineError, Suggestion
from engine.place import Place, Source, Translated

Refusal = TypeVar("Refusal", bound=EngineError)
Fields = dict[str, Any]
Edit = tuple[int, int, str]  # from, to, and what stands there instead
LONGEST = 40  # nobody needs to see more of a text to know which part is meant


def refusal(
    kind: type[Refusal],
    reason: str,
    source: Source,
    place: Place,
    suggestion: Suggestion | None = None,
    **fields: Any,
) -> Refusal:
    """The error that says `reason`; its sentence may name the column as people count."""
    span = source.spot(place)
    if suggestion is not None and not suggestion.source.strip():
        suggestion = None  # an empty text is no repair
    if isinstance(source, Translated):
        suggestion = None  # it would mend what nobody typed
    fields.setdefault("col", span.start + 1)
    return kind(reason, span=span, suggestion=suggestion, **fields)


def repair(reason: str, source: Source, *edits: Edit, **fields: object) -> Suggestion:
    """The whole text with some parts of it replaced."""
    text, pieces, at = source.text, [], 0
    for start, end, instead in sorted(edits):
        pieces += [text[at:start], instead]
        at = end
    return Suggestion(reason, "".join([*pieces, text[at:]]), fields)


def short(text: str) -> str:
    """A piece of the text for a sentence: never at length, never unseen characters."""
    plain = str.isprintable
    seen = "".join(f"U+{ord(c):04X}" if not plain(c) or c == "`" else c for c in text)
    return seen if len(seen) <= LONGEST else seen[: LONGEST - 2] + " …"
