"""How names and numbers are written: as typed, and in LaTeX."""

from __future__ import annotations

import math
import re
from typing import NamedTuple

from engine.parse.ranks import RAISES

ATOM = RAISES + 1  # a name, a number, a call: nothing can pull it apart

GREEK = {
    "α": "alpha", "β": "beta", "γ": "gamma", "δ": "delta", "ε": "epsilon", "ζ": "zeta",
    "η": "eta", "θ": "theta", "ι": "iota", "κ": "kappa", "λ": "lambda", "μ": "mu", "ν": "nu",
    "ξ": "xi", "π": "pi", "ρ": "rho", "σ": "sigma", "τ": "tau", "υ": "upsilon", "φ": "phi",
    "χ": "chi", "ψ": "psi", "ω": "omega", "Γ": "Gamma", "Δ": "Delta", "Θ": "Theta",
    "Λ": "Lambda", "Ξ": "Xi", "Π": "Pi", "Σ": "Sigma", "Υ": "Upsilon", "Φ": "Phi", "Ψ": "Psi",
    "Ω": "Omega",
}  # fmt: skip
COMMANDS = {
    "sin": r"\sin", "cos": r"\cos", "tan": r"\tan", "asin": r"\arcsin", "acos": r"\arccos",
    "atan": r"\arctan", "sinh": r"\sinh", "cosh": r"\cosh", "tanh": r"\tanh", "max": r"\max",
    "min": r"\min",
}  # fmt: skip
SPELLED = frozenset(GREEK.values())
NUMBERED = re.compile(r"([^\W\d_]+)(\d+)")  # x1, theta0, net1: the number is a subscript
REBOUND = re.compile(r"(.+)@(\d+)")  # h@1: an earlier binding of h
SPECIAL = re.compile(r"[\\^~_#%&${}]")
SCIENTIFIC = re.compile(r"(.+)e([+-])0*(\d+)")


class Written(NamedTuple):
    """A formula, and how tightly its outermost sign binds."""

    text: str
    rank: int

    def within(self, rank: int, brackets: tuple[str, str] = ("(", ")")) -> str:
        """The text as it may stand next to a sign of this rank."""
        return self.text if self.rank >= rank else f"{brackets[0]}{self.text}{brackets[1]}"


def number_text(number: float) -> str:
    """A float so that it reads back as the same float; whole ones without a point."""
    if math.isinf(number):
        return "inf" if number > 0 else "-inf"
    if number == int(number) and abs(number) < 1e16:
        return str(int(number))
    return repr(number)


def number_latex(number: float) -> str:
    text = number_text(number).replace("inf", r"\infty")
    found = SCIENTIFIC.fullmatch(text)
    if found is None:
        return text
    sign = "-" if found[2] == "-" else ""
    return rf"{found[1]} \cdot 10^{{{sign}{found[3]}}}"


def name_latex(name: str) -> str:
    r"""`w_1` as w_{1}, `net_h1` as \mathrm{net}_{h1}, `theta` as \theta."""
    rebound = REBOUND.fullmatch(name)
    if rebound is not None:
        return f"{name_latex(rebound[1])}^{{({rebound[2]})}}"
    numbered = NUMBERED.fullmatch(name)
    if numbered is not None:
        return f"{_word(numbered[1])}_{{{numbered[2]}}}"
    first, *rest = name.split("_")
    if not all((first, *rest)) and name != "lambda_":  # which Python makes of `lambda`
        return _plain(name)
    first, *rest = filter(None, (first, *rest))
    if not rest:
        return _word(first)
    return f"{_word(first)}_{{{', '.join(map(_subscript, rest))}}}"


def _plain(name: str) -> str:
    """A name such as `_q`, in which no part is a subscript: its signs stand as typed."""
    return rf"\mathrm{{{name}}}".replace("_", r"\_") if name.isascii() else quoted(name)


def quoted(name: str) -> str:
    """A name as plain words inside a formula, its signs kept from LaTeX."""
    return rf"\text{{{SPECIAL.sub(_escaped, name)}}}"


def _escaped(found: re.Match[str]) -> str:
    return {"\\": r"\backslash ", "^": r"\^{}", "~": r"\~{}"}.get(found[0], "\\" + found[0])


def _subscript(part: str) -> str:
    return part if part.isascii() and part not in SPELLED else _word(part)


def _word(word: str) -> str:
    if word in SPELLED:
        return "\\" + word
    if all(letter in GREEK for letter in word):
        return " ".join("\\" + GREEK[letter] for letter in word)
    if not word.isascii():
        return rf"\text{{{word}}}"
    return word if len(word) == 1 else rf"\mathrm{{{word}}}".replace("_", r"\_")
