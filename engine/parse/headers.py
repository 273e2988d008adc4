"""`f(x, y) =` and `repeat 3 as t:`, the beginnings of lines that are no expressions."""

from __future__ import annotations

from engine.parse.complaints import lines
from engine.parse.fixed import is_whole
from engine.text import LINE_ENDS, Tokens


def read_definition(tokens: Tokens, at: int) -> tuple[tuple[str, ...], int] | None:
    """The parameters of a function that is defined here, and where its body begins."""
    kinds = tokens.kinds
    if kinds[at] != "name" or kinds[at + 1] != "(":
        return None
    after = at + 2
    while kinds[after] in ("name", ","):
        after += 1
    if kinds[after] != ")" or kinds[after + 1] != "=":
        return None
    return _parameters(tokens, at + 2, after), after + 2


def _parameters(tokens: Tokens, first: int, closer: int) -> tuple[str, ...]:
    """Names with commas between them, no name twice."""
    names: dict[str, None] = {}
    for at in range(first, closer):
        wanted = "," if (at - first) % 2 else "name"
        if tokens.kinds[at] != wanted:
            raise lines.parameter_list(tokens, at)
        if wanted == "name" and tokens.texts[at] in names:
            raise lines.parameter_twice(tokens, at)
        if wanted == "name":
            names[tokens.texts[at]] = None
    if closer > first and tokens.kinds[closer - 1] == ",":
        raise lines.parameter_list(tokens, closer - 1)
    return tuple(names)


def read_repeat(tokens: Tokens, at: int) -> tuple[int, str, int]:
    """How many rounds, the counter's name, and the end of the line."""
    if not is_whole(tokens, at + 1):
        raise lines.rounds_needed(tokens, at + 1)
    wanted = (("as", "reserved"), (None, "name"), (":", ":"))
    for number, (text, kind) in enumerate(wanted, start=at + 2):
        if tokens.kinds[number] != kind or text not in (None, tokens.texts[number]):
            raise lines.repeat_form(tokens, at, number)
    if tokens.kinds[at + 5] not in LINE_ENDS:
        raise lines.body_on_the_line(tokens, at + 5)
    return int(tokens.texts[at + 1]), tokens.texts[at + 3], at + 5
