"""Names as LaTeX decorates them: `W^{(1)}_{ij}` is W_1_ij, `\\beta'` is beta_prime."""

from __future__ import annotations

import re
from collections.abc import Iterable

from engine.latex.commands import LETTERS
from engine.parse.complaints.making import Edit
from engine.text.characters import is_name

BRACED = re.compile(r"\s*\{((?:[^{}]|\{[^{}]*\})*)\}")
SINGLE = re.compile(r"\s*(\\[a-zA-Z]+|[^\W_])")
CALLED = re.compile(r"\s*(?:\\(?:left|big|Big|bigg|Bigg|bigl|Bigl)\s*)?\(")
SUBSCRIPT = re.compile(r"\s*_")
PART = re.compile(r"\\([a-zA-Z]+)|([^\W_])|([\s{},;|_]+|\\[,;: _])")
LAYER = re.compile(r"\s*\^\s*\{\s*[(\[]\s*([^\W_]+)\s*[)\]]\s*\}")
PRIMES = re.compile(r"\s*'+|\s*\^\s*(?:\{\s*(?:\\prime\s*)+\}|\\prime(?![a-zA-Z]))")
WORDS_INSIDE = frozenset({"text", "mathrm", "mathit", "mathbf", "rm"})
DIGITS = re.compile(r"\s*([0-9]{2,})")
# Signs within a name that nobody can type: they say how it was written, and are not spelled.
WHOLE = "\ue000"  # before a subscript that is a word, and so holds no index of a sum
BOLD = "\ue001"  # before a name in bold or under an arrow, which is a vector or a matrix


class Misspelt(Exception):
    """What cannot be read as a name or a number, and what would mend it."""

    def __init__(
        self, reason: str, end: int, text: str, edits: Iterable[Edit] = (), **fields: str
    ) -> None:
        super().__init__(reason)
        self.reason = reason
        self.end = end
        self.text = text
        self.edits = tuple(edits)
        self.fields = fields


def without_signs(name: str) -> str:
    return name.replace(WHOLE, "").replace(BOLD, "")


def argument(text: str, at: int) -> re.Match[str] | None:
    """What stands in curly brackets here, or the one character or command without them."""
    return BRACED.match(text, at) or SINGLE.match(text, at)


def decorated(text: str, at: int, base: str, *, layers: bool = True) -> tuple[str, int]:
    """The name with everything that is attached to it here, and where it ends."""
    name = base
    while True:
        if layers and (layer := LAYER.match(text, at)):
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
            if digits := DIGITS.match(text, sign.end()):  # TeX would put only the first below
                edits = [(*digits.span(1), f"{{{digits[1]}}}")]
                raise Misspelt("latex_low_digits", digits.end(), digits[1], edits)
            name, at = f"{name}_{lettered(found[1], found.end())}", found.end()
        else:
            return name, at


def spelled(text: str, end: int) -> str:
    r"""Letters, digits and Greek commands as one word: `{i,j}` is i_j, `{\_q}` is _q."""
    return without_signs(lettered(text, end))


def lettered(text: str, end: int) -> str:
    r"""The same, in which `\text{in}` is told from the letters `in`."""
    as_typed = text.replace(r"\_", "_")
    if as_typed != text and is_name(as_typed):
        return as_typed
    parts: list[str] = []
    at = 0
    while at < len(text):
        found = PART.match(text, at)
        if found is None or (found[1] and found[1] not in LETTERS.keys() | WORDS_INSIDE):
            raise Misspelt("latex_subscript", end, text)
        parts.append("_" if found[3] else found[2] or LETTERS.get(found[1], WHOLE))
        at = found.end()
    joined = "".join(parts).replace(f"{WHOLE}_", WHOLE)  # the bracket of \text{in}
    word = re.sub("__+", "_", joined).strip("_")
    if not word.strip(WHOLE):
        raise Misspelt("latex_subscript", end, text)
    return word
