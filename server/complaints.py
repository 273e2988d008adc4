"""What is wrong with a field of a request, in our own words instead of the validator's."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from pydantic import ValidationError

from server.words import WANTED

# the validator's name of a mistake -> what the field wants
TYPES = {
    "string_type": "string",
    "float_type": "number",
    "float_parsing": "number",
    "int_type": "whole",
    "int_parsing": "whole",
    "int_from_float": "whole",
    "bool_type": "boolean",
    "bool_parsing": "boolean",
    "list_type": "list",
    "dict_type": "object",
    "model_attributes_type": "object",
    "model_type": "object",
    "name_type": "name",
    "places_type": "places",
    "document_type": "document",
}
BOUNDS = {"greater_than": ">", "greater_than_equal": "≥", "less_than": "<", "less_than_equal": "≤"}
OWN_STEPS = ("list[", "function-", "constrained-")
LONGEST = 80  # a path is named, not echoed at length


class Complaint(NamedTuple):
    """The key of the sentence, and what fills it."""

    reason: str
    fields: dict[str, object]


def complaint(mistakes: Sequence[Mapping[str, Any]]) -> Complaint:
    """The first mistake that a validator found."""
    mistake = mistakes[0]
    sort, context = mistake["type"], mistake.get("ctx", {})
    field = path(mistake["loc"])
    if sort == "extra_forbidden":
        return Complaint("unknown_field", {"field": field})
    if sort == "missing":
        return Complaint("missing_field", {"field": field})
    if sort in ("literal_error", "enum"):
        return Complaint("wrong_choice", {"field": field, "choices": _choices(context)})
    if sort in BOUNDS:
        return Complaint("out_of_range", {"field": field, "bound": _bound(sort, context)})
    if sort in TYPES:
        return Complaint("wrong_type", {"field": field, "wanted": WANTED[TYPES[sort]]})
    return Complaint("does_not_fit", {"field": field})


def complaint_of(error: ValidationError) -> Complaint:
    """The same of a request that came by no HTTP, and so in no body."""
    return complaint([{**each, "loc": ("body", *each["loc"])} for each in error.errors()])


def path(place: Sequence[object]) -> str:
    """`values.W`, as a person would write it; "body" and the validator's own steps are left out."""
    steps = [str(step) for step in place[1:] if not str(step).startswith(OWN_STEPS)]
    return ".".join(steps)[:LONGEST] or "body"


def _choices(context: Mapping[str, Any]) -> str:
    """What may stand here, as it is typed: the validator puts an English word before the last."""
    listed: str = context["expected"]
    return listed.replace("' or '", "', '").replace("'", "`")


def _bound(sort: str, context: Mapping[str, Any]) -> str:
    return f"{BOUNDS[sort]} {next(iter(context.values()))}"
