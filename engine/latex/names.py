"""Names as LaTeX decorates them: `W^{(1)}_{ij}` is W_1_ij, `\\beta'` is beta_prime."""

from __future__ import annotations

import re

from engine.latex.commands import LETTERS
from engine.text.characters import is_name

BRACED = re.compile(r"\s*\{((?:[^{}]|\{[^{}]*\})*)\}")
SINGLE = re.compile(r"\s*(\\[a-zA-Z]+|[^\W_])")
CALLED = re.compile(r"\s*(?:\\(?:left|big|Big|bigg|Bigg|bigl|Bigl)\s*)?\(")
SUBSCRIPT = re.compile(r"\s*_")
PART = re.compile(r"\\([a-zA-Z]+)|([^\W_])|([\s{},;|_]+|\\[,;: _])")
LAYER = re.compile(r"\s*\^\s*\{\s*[(\[]\s*([^\W_]+)\s*[)\]]\s*\}")
PRIMES = re.compile(r"\s*'+|\s*\^\s*(?:\{\s*(?:\\prime\s*)+\}|\\prime(?![a-zA-Z]))")
WORDS_INSIDE = frozenset({"text", "mathrm", "mathit", "mathbf", "rm"})


class Misspelt(Exception):
    """A subscript that is none, or a prime that would be a derivative."""

    def __init__(self, reason: str, end: int, text: str) -> None:
        super().__init__(reason)
        self.reason = reason
        self.end = end
        self.text = text


def argument(text: str, at: int) -> re.Match[str] | None:
    """What stands in curly brackets here, or the one character or command without them."""
    return BRACED.match(text, at) or SINGLE.match(text, at)


def decorated(text: str, at: int, base: str) -> tuple[str, int]:
    """The name with everything that is attached to it here, and where it ends."""
    name = base
    while True:
        if layer := LAYER.match(text, at):
            name, at = f"{name}_{layer[1]}", layer.end()
        elif primes := PRIMES.match(text, at):
            if CALLED.match(text, primes.end()):
                raise Misspelt("latex_prime", primes.end(), name + "'")
            count = max(1, primes[0].count("'"), primes[0].count("prime"))
            name, at = name + "_prime" * count, primes.end()
        elif sign := SUBSCRIPT.match(text, at):
            found = argument(text, sign.end())
            if found is None:
                raise Misspelt("latex_subscript", sign.end(), "_")
            name, at = f"{name}_{spelled(found[1], found.end())}", found.end()
        else:
            return name, at


def spelled(text: str, end: int) -> str:
    r"""Letters, digits and Greek commands as one word: `{i,j}` is i_j, `{\_q}` is _q."""
    as_typed = text.replace(r"\_", "_")
    if as_typed != text and is_name(as_typed):
        return as_typed
    parts: list[str] = []
    at = 0
    while at < len(text):
        found = PART.match(text, at)
        if found is None or (found[1] and found[1] not in LETTERS.keys() | WORDS_INSIDE):
            raise Misspelt("latex_subscript", end, text)
        parts.append("_" if found[3] else found[2] or LETTERS.get(found[1], ""))
        at = found.end()
    word = re.sub("__+", "_", "".join(parts)).strip("_")
    if not word:
        raise Misspelt("latex_subscript", end, text)
    return word
