"""A sympy expression as a person would type it, and so as a graph.

The text is read by our own reader: an imported expression becomes the same graph that typing it
gives. Nothing is evaluated on the way; subtractions, divisions and roots are restored.
"""

from __future__ import annotations

import keyword
from collections.abc import Collection, Iterator

import sympy as sp

from engine.errors import TooLong
from engine.graph import Graph
from engine.ops import TYPED
from engine.ops.entries import Expression
from engine.parse import parse
from engine.symbolic.piece import Piece, atom
from engine.symbolic.pieces import piece, require_known
from engine.text.characters import is_letter, is_name
from engine.writing.notation import GREEK

MOST_PARTS = 50_000  # an import larger than this is a mistake
LONGEST_DECIMAL = 12  # characters
MOST_TERMS = 1_000  # of a sum or a product that is written out
SYMBOLS = (sp.Symbol, sp.MatrixSymbol)
LETTER_OF = {name: letter for letter, name in GREEK.items()}
TAKEN = frozenset(keyword.kwlist) | {"repeat", "pi", "π", "inf"} | TYPED.keys()


def from_sympy(expression: Expression) -> Graph:
    """The graph of a sympy expression: the same that typing it would give."""
    return parse(text_of(expression))


def text_of(expression: Expression, *, as_given: bool = False, decimals: bool = False) -> str:
    """The expression in the language of programs.

    `as_given` keeps the order of its terms; `decimals` writes 3/4 as 0.75 where that ends soon.
    """
    if isinstance(expression, sp.MutableDenseMatrix):
        expression = expression.as_immutable()
    names: set[str] = set()
    pieces: dict[Expression, Piece] = {}
    for part, operands in parts_first(expression):
        if isinstance(part, SYMBOLS):
            name = _unlike(spelled(str(part.name)), names)
            names.add(name)
            pieces[part] = atom(name)
        elif decimals and part.is_Rational and not part.is_Integer and ends_soon(part):
            pieces[part] = piece(sp.Float(float(part)), (), as_given=as_given)
        else:
            pieces[part] = piece(part, [pieces[each] for each in operands], as_given=as_given)
    return pieces[expression].whole.text


def parts_first(expression: Expression) -> Iterator[tuple[Expression, tuple[Expression, ...]]]:
    """Every different part once, after the parts it is made of; however deep they nest."""
    waiting: list[tuple[Expression, tuple[Expression, ...] | None]] = [(expression, None)]
    done: set[Expression] = set()
    while waiting:
        part, operands = waiting.pop()
        if part in done:
            continue
        if operands is None:
            operands = _operands(part)
            waiting.append((part, operands))
            waiting.extend((each, None) for each in operands)
        else:
            done.add(part)
            yield part, operands
        if len(waiting) > MOST_PARTS:
            raise TooLong("too_many_parts", max=MOST_PARTS)


def ends_soon(number: Expression) -> bool:
    """Is a fraction a decimal of a few digits?"""
    shown = repr(float(number))
    return len(shown) <= LONGEST_DECIMAL and sp.Rational(shown) == number


def _operands(part: Expression) -> tuple[Expression, ...]:
    """What is written for itself before the whole is."""
    require_known(part)
    if isinstance(part, SYMBOLS):
        return ()
    if isinstance(part, sp.MatrixBase):
        return tuple(part.flat())
    if isinstance(part, sp.Piecewise):
        return tuple(each for branch in part.args for each in branch.args)
    if isinstance(part, sp.Sum | sp.Product):
        return tuple(_terms(part))
    return () if part.is_Atom else tuple(part.args)


def _terms(part: Expression) -> Iterator[Expression]:
    """The terms of a sum, or the factors of a product, between whole bounds."""
    body, limits = part.function, part.limits
    if len(limits) == 1 and len(limits[0]) == 3:
        index, first, last = limits[0]
        if first.is_Integer and last.is_Integer and last - first < MOST_TERMS:
            yield from (body.xreplace({index: sp.Integer(at)}) for at in range(first, last + 1))
            return
    raise TooLong("open_bounds", max=MOST_TERMS)


def _unlike(wanted: str, taken: Collection[str]) -> str:
    """Two symbols never share a name."""
    name, count = wanted, 1
    while name in taken:
        count += 1
        name = f"{wanted}_{count}"
    return name


def spelled(name: str) -> str:
    r"""`w_{10}` as w_10, `\theta` as theta; `lambda`, which Python reserves, as λ."""
    if _can_be_typed(name):
        return name
    kept = "".join(letter if _fits(letter) else "_" if letter in ", " else "" for letter in name)
    kept = kept.strip("_") or "x"
    if keyword.iskeyword(kept) and kept in LETTER_OF:
        return LETTER_OF[kept]
    if kept in TAKEN:
        return f"{kept}_"
    return kept if is_letter(kept[0]) else f"x_{kept}"


def _can_be_typed(name: str) -> bool:
    """A name of the language as it stands, such as `_q` or `lambda_`."""
    reserved = name.startswith("__") or keyword.iskeyword(name) or name in TAKEN
    return is_name(name) and not reserved


def _fits(letter: str) -> bool:
    return letter == "_" or (letter.isascii() and letter.isdigit()) or is_letter(letter)
