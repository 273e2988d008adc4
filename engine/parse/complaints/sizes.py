"""Programs that are larger than the limits allow."""

from __future__ import annotations

from engine.errors import TooDeep, TooLong, TooManyNodes
from engine.limits import Limits
from engine.parse.complaints.making import Fields, refusal
from engine.place import Place, Source
from engine.text import Tokens


def check_length(source: Source, limits: Limits) -> None:
    size = len(source.text)
    if size > limits.characters:
        raise TooLong("too_long", n=size, max=limits.characters)


def check_depth(tokens: Tokens, limits: Limits) -> None:
    """The place that is shown is the innermost bracket."""
    if tokens.depth > limits.depth:
        place = Place(tokens.deepest, tokens.deepest + 1)
        fields: Fields = {"n": tokens.depth, "max": limits.depth}
        raise refusal(TooDeep, "too_deep", tokens.source, place, **fields)


def nested_too_deep(source: Source, place: Place, limit: int) -> TooDeep:
    return refusal(TooDeep, "nested_too_deep", source, place, n=limit + 1, max=limit)


def too_many_nodes(source: Source, place: Place, size: int, limits: Limits) -> TooManyNodes:
    return refusal(TooManyNodes, "too_many_nodes", source, place, n=size, max=limits.nodes)
