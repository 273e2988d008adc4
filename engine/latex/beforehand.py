"""What a letter stands for is seen from the whole text: `e`, `T`, and the functions it defines."""

from __future__ import annotations

import re

from lark import Token

DEFINITION = re.compile(
    r"(?:^|\\\\|[\r\n])[ \t&$]*([^\W\d_])[ \t]*(?:\\left[ \t]*)?"
    r"\(([^()=+*/^|-]*)(?:\\right[ \t]*)?\)[ \t&]*="
)
SIGMA = re.compile(
    r"(?:^|\\\\|[\r\n])[ \t&$]*\\sigma[ \t]*(?:\\left[ \t]*)?\([^()=+*/^|-]*\)[ \t&]*="
)
BOUND_E = re.compile(r"(?:^|\\\\|[\r\n]|\}|\$)[ \t&]*e[ \t&]*=")
# what follows \frac in \frac{dy}{dx}
D = r"\s*\{\s*(?:d|\\mathrm\s*\{?d\}?)\s*"
DERIVATIVE = re.compile(rf"{D}\w?\s*\}}{D}\w\s*\}}")
BEGINS_A_VALUE = frozenset({"NAME", "LPAREN", "CMD_MATRIX_BEGIN"})


def defined_in(text: str) -> frozenset[str]:
    """The functions that the text itself defines."""
    own = {found[1] for found in DEFINITION.finditer(text)}
    return frozenset(own | {"sigma"} if SIGMA.search(text) else own)


def transposed(tokens: list[Token]) -> list[Token]:
    """`w^T x` and `A^{T}`: T is the transpose where it only ever stands so, and names nothing."""
    places = {at for at, token in enumerate(tokens) if _is_t(token)}
    if not all(_raises(tokens, at) for at in places):
        return tokens
    return [
        Token("TOP", token, start_pos=token.start_pos, end_pos=token.end_pos)
        if at in places
        else token
        for at, token in enumerate(tokens)
    ]


def _is_t(token: Token) -> bool:
    return token.type == "NAME" and str(token) == "T"


def _raises(tokens: list[Token], at: int) -> bool:
    """Is this the power of a capital letter, or of a name that a factor follows?"""
    braced = at >= 3 and tokens[at - 1].type == "LBRACE"
    sign, after = (at - 2, at + 2) if braced else (at - 1, at + 1)
    if sign < 1 or tokens[sign].type != "CARET":
        return False
    base = tokens[sign - 1]
    if base.type != "NAME":
        return base.type in ("CMD_MATRIX_END", "RPAREN")
    goes_on = after < len(tokens) and tokens[after].type in BEGINS_A_VALUE
    return goes_on or base[:1].isupper()
