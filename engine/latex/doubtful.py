r"""What is likely meant otherwise than it would be read: refused, and the repair is offered.

TeX takes `1e-3` for 1·e − 3, `sin x` for s·i·n·x and `2\frac12` for 2·½; who types them means
something else, and a wrong value would look right.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lark import Token

from engine.latex.commands import ACTIVATIONS, FUNCTIONS
from engine.latex.names import Misspelt

EXPONENT = re.compile(r"([0-9]+\.?[0-9]*|\.[0-9]+)[eE]([+-]?)([0-9]+)")
DIGITS = re.compile(r"[0-9]+(?!\.?[0-9])")
SMALL = r"\s*(?:[0-9]|\{\s*[0-9]+\s*\})"
MIXED = re.compile(rf"[0-9]+\s*(?=\\[dt]?frac{SMALL}{SMALL})")
CALLED_SO = {name for name in FUNCTIONS if len(name) > 2} | {"ln", "sqrt"} | ACTIVATIONS
SIMPLE = frozenset({"NAME", "NUMBER", "PI", "EULER"})
RUN = re.compile(r"[a-zA-Z]{2,9}+(?![a-zA-Z])")
PLAIN = re.compile(
    rf"(?<!text\{{)(?<!mathrm\{{)(?<!name\{{)(?<![a-zA-Z\\])(?:{'|'.join(CALLED_SO)})"
    r"(?![a-zA-Z(])"
)


def check_number(text: str, start: int, *, after_name: bool) -> None:
    """A number with an exponent, right after a letter, or before a fraction of two numbers."""
    if found := EXPONENT.match(text, start):
        power = rf"{found[1]} \cdot 10^{{{found[2].strip('+')}{found[3]}}}"
        edits = [(*found.span(), power)]
        raise Misspelt("latex_exponent", found.end(), found[0], edits)
    if after_name and text[start - 1].isalpha() and (digits := DIGITS.match(text, start)):
        edits = [(*digits.span(), f"_{{{digits[0]}}}")]
        raise Misspelt("latex_digits_after", digits.end(), text[start - 1] + digits[0], edits)
    if (found := MIXED.match(text, start)) and not text[:start].rstrip().endswith(("^", "_")):
        edits = [(found.end(), found.end(), r"\cdot ")]
        raise Misspelt("latex_mixed", found.end(), found[0].strip(), edits)


def check_word(text: str, start: int) -> None:
    r"""The name of a function without its backslash, and without a bracket that would tell it."""
    run = RUN.match(text, start)
    if run is not None and run[0] in CALLED_SO:
        edits = [(*each.span(), _commanded(each[0])) for each in PLAIN.finditer(text, start)]
        told = {"instead": _commanded(run[0])}
        raise Misspelt("latex_bare_function", run.end(), run[0], edits, **told)


def open_arguments(tokens: list[Token]) -> Iterator[tuple[Token, Token]]:
    r"""`\sin \omega (t + 1)`: the functions whose argument may end before a bracket or after it."""
    for at, token in enumerate(tokens):
        if token.type != "FUNC":
            continue
        begins = end = _past_scripts(tokens, at + 1)
        while _kind(tokens, end) in SIMPLE:
            end = _past_scripts(tokens, end + 1)
        if end > begins and _kind(tokens, end) == "LPAREN":
            yield token, tokens[end]


def _past_scripts(tokens: list[Token], at: int) -> int:
    """After the powers and bases that stand here; those in curly brackets as a whole."""
    while _kind(tokens, at) in ("CARET", "UNDER"):
        at += 1
        depth = 0
        while True:
            depth += (_kind(tokens, at) == "LBRACE") - (_kind(tokens, at) == "RBRACE")
            at += 1
            if depth <= 0:
                break
    return at


def _kind(tokens: list[Token], at: int) -> str:
    return tokens[at].type if at < len(tokens) else ""


def _commanded(name: str) -> str:
    known = name in FUNCTIONS or name == "sqrt"
    return rf"\{name}" if known else rf"\operatorname{{{name}}}"
