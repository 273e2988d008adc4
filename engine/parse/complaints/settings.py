"""Arguments that must be known beforehand, lists of parts, and indices."""

from __future__ import annotations

from collections.abc import Sequence

from engine.errors import BadArgument, BadIndex, EngineError, ShapeMismatch, SyntaxProblem
from engine.figures import shape_text
from engine.op import Parameter
from engine.parse.complaints.making import Fields, refusal, repair, short
from engine.parse.complaints.signs import ENDS, unclosed
from engine.parse.reader import Reader
from engine.place import Place
from engine.text import Tokens
from engine.words.language import Words


def index_item(reader: Reader, at: int) -> EngineError:
    return _or_unclosed(reader, at) or refusal(
        SyntaxProblem if reader.kinds[at] in ("]", ",") else BadIndex,
        "index_form",
        reader.tokens.source,
        reader.tokens.place(at),
    )


def whole_needed(reader: Reader, at: int) -> EngineError:
    return _or_unclosed(reader, at) or refusal(
        BadArgument, "whole_needed", reader.tokens.source, reader.tokens.place(at)
    )


def _or_unclosed(reader: Reader, at: int) -> EngineError | None:
    """Where the line ends, the bracket is what is missing."""
    if reader.kinds[at] not in ENDS:
        return None
    reader.at = at
    return unclosed(reader)


def shape_needed(reader: Reader, at: int, last: int) -> BadArgument:
    place = reader.tokens.place(at, last)
    return refusal(BadArgument, "shape_form", reader.tokens.source, place)


def list_needed(reader: Reader, function: int) -> BadArgument:
    tokens, at = reader.tokens, reader.at
    name = short(tokens.typed(function))
    place = tokens.place(at) if tokens.typed(at) else tokens.place(function, at)
    return refusal(BadArgument, "list_needed", tokens.source, place, f=name)


def no_such_keyword(
    reader: Reader, at: int, function: int, parameters: Sequence[Parameter]
) -> BadArgument:
    tokens = reader.tokens
    known = ", ".join(f"{each.name}=" for each in parameters if each.keyword)
    fields: Fields = {
        "f": short(tokens.typed(function)),
        "name": short(tokens.typed(at)),
        "known": known,
    }
    if known:
        place = tokens.place(at)
        return refusal(BadArgument, "keyword_unknown", tokens.source, place, **fields)
    place = tokens.place(at, at + 1)
    mended = repair("remove_text", tokens.source, (*place, ""), text=f"{fields['name']}=")
    return refusal(BadArgument, "keyword_none", tokens.source, place, mended, **fields)


def keyword_twice(reader: Reader, at: int) -> BadArgument:
    tokens = reader.tokens
    name = short(tokens.typed(at))
    return refusal(BadArgument, "keyword_twice", tokens.source, tokens.place(at), name=name)


def truth_needed(reader: Reader, at: int, name: str) -> BadArgument:
    tokens = reader.tokens
    return refusal(BadArgument, "truth_needed", tokens.source, tokens.place(at), name=name)


def after_setting(reader: Reader) -> EngineError:
    """An argument that is no value ends at a comma or with the brackets."""
    tokens, at = reader.tokens, reader.at
    return _or_unclosed(reader, at) or refusal(
        BadArgument, "after_setting", tokens.source, tokens.place(at), text=short(tokens.typed(at))
    )


def _content(shape: tuple[int, ...]) -> Words:
    if not shape:
        return Words("a single number", "一个数")
    if len(shape) > 1:
        return Words(f"{shape_text(shape)} numbers", f"{shape_text(shape)} 个数")
    return Words(f"a row of {shape[0]}", f"一行 {shape[0]} 个数")


def ragged(
    tokens: Tokens, place: Place, row: int, first: tuple[int, ...], found: tuple[int, ...]
) -> ShapeMismatch:
    fields: Fields = {"row": row, "first": _content(first), "here": _content(found)}
    return refusal(ShapeMismatch, "ragged", tokens.source, place, **fields)
