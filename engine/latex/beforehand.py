"""What a letter stands for is seen from the whole text: `e`, `T`, and the functions it defines."""

from __future__ import annotations

import re

from lark import Token

from engine.latex.commands import ACTIVATIONS, OTHER_NAMES
from engine.latex.names import BOLD
from engine.parse.functions import FORMS

DEFINITION = re.compile(
    r"(?:^|\\\\|[\r\n])[ \t&$]*([^\W\d_])[ \t]*(?:\\left[ \t]*)?"
    r"\(([^()=+*/^|-]*)(?:\\right[ \t]*)?\)[ \t&]*="
)
SIGMA = re.compile(
    r"(?:^|\\\\|[\r\n])[ \t&$]*\\sigma[ \t]*(?:\\left[ \t]*)?\([^()=+*/^|-]*\)[ \t&]*="
)
LAYER = r"(?:\^\{[(\[]\w+[)\]]\})?"
BOUND_E = re.compile(rf"(?:^|\\\\|[\r\n]|\}}|\$)[ \t&]*e{LAYER}[ \t&]*=")
# what follows \frac in \frac{dy}{dx}
D = r"\s*\{\s*(?:d|\\mathrm\s*\{?d\}?)\s*"
DERIVATIVE = re.compile(rf"{D}\w?\s*\}}{D}\w\s*\}}")
DECORATES = re.compile(r"\s*(?:_|'|\^\s*\{\s*[(\[])")
BEGINS_A_VALUE = frozenset({"NAME", "LPAREN", "CMD_MATRIX_BEGIN"})


def defined_in(text: str) -> frozenset[str]:
    """The functions that the text itself defines."""
    own = {found[1] for found in DEFINITION.finditer(text)}
    return frozenset(own | {"sigma"} if SIGMA.search(text) else own)


def is_bound(text: str, word: str) -> bool:
    """Does the text give this word, written as a word, a meaning of its own?"""
    return re.search(rf"\{{{re.escape(word)}\}}[ \t&]*=", text) is not None


def applies(text: str, at: int, word: str) -> bool:
    r"""`\mathrm{ReLU} x`: the name of a function, which nothing binds and nothing decorates."""
    lower = word.lower()
    if word not in FORMS and OTHER_NAMES.get(lower, lower) not in ACTIVATIONS:
        return False
    return not DECORATES.match(text, at) and not is_bound(text, word)


def marked(tokens: list[Token], bold: set[str]) -> list[Token]:
    """What is bold once is a vector or a matrix wherever it stands."""
    return [
        Token(token.type, BOLD + token, start_pos=token.start_pos, end_pos=token.end_pos)
        if token.type == "NAME" and str(token) in bold
        else token
        for token in tokens
    ]


def transposed(tokens: list[Token], bold: set[str]) -> list[Token]:
    """`w^T x` and `A^{T}`: T is the transpose where it only ever stands so, and names nothing."""
    places = {at for at, token in enumerate(tokens) if _is_t(token)}
    if not all(_raises(tokens, at, bold) for at in places):
        return tokens
    return [
        Token("TOP", token, start_pos=token.start_pos, end_pos=token.end_pos)
        if at in places
        else token
        for at, token in enumerate(tokens)
    ]


def _is_t(token: Token) -> bool:
    return token.type == "NAME" and str(token) == "T"


def _raises(tokens: list[Token], at: int, bold: set[str]) -> bool:
    """Is this the power of a capital or a bold letter, or of a name that a factor follows?"""
    braced = at >= 3 and tokens[at - 1].type == "LBRACE"
    sign, after = (at - 2, at + 2) if braced else (at - 1, at + 1)
    if sign < 1 or tokens[sign].type != "CARET":
        return False
    base = tokens[sign - 1]
    if base.type != "NAME":
        return base.type in ("CMD_MATRIX_END", "RPAREN")
    goes_on = after < len(tokens) and tokens[after].type in BEGINS_A_VALUE
    return goes_on or base[:1].isupper() or str(base) in bold


def is_of_a_function(tokens: list[Token]) -> bool:
    """Is the last token the power or the base of a function?"""
    kinds = [token.type for token in tokens[-3:-1]]
    return kinds in (["FUNC", "CARET"], ["FUNC", "UNDER"])
