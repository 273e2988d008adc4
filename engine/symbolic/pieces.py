"""How each kind of sympy expression is written in our language, its operands already written."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import sympy as sp
from sympy.core.function import AppliedUndef
from sympy.core.relational import Relational
from sympy.logic.boolalg import BooleanFunction

from engine.errors import BadArgument, UnknownFunction
from engine.ops import ROWS, TYPED
from engine.ops.entries import Expression
from engine.parse.ranks import ADDS, COMPARES, MULTIPLIES, RAISES
from engine.symbolic.piece import Parts, Piece, Write, atom
from engine.writing.notation import ATOM, Written, number_text
from engine.writing.phrases import SHOWN_AS

PRODUCT = "matmul"  # of what sympy does not know to be matrices
INDEXED = "index of "  # and then the index, as it is typed
LISTED = "list of"  # entries between square brackets
SETTINGS = "; "  # between a function's name and each of its settings
OWN = "is_of_the_program"  # marks a function that the program itself defines


def piece(part: Expression, parts: Parts, *, as_given: bool) -> Piece:
    """One part written from its operands; `as_given` keeps their order."""
    if not as_given and (part.is_Add or part.is_Mul) and not part.is_Matrix:
        parts = _usual_order(part, parts)
    for kinds, write in KINDS:
        if isinstance(part, kinds):
            return write(part, parts)
    raise ValueError(f"{type(part).__name__} came past require_known")


def require_known(part: Expression) -> None:
    """Refuse what the language has no word for, before anything inside it is looked at."""
    if not isinstance(
        part, (sp.Symbol, sp.MatrixSymbol, *(kind for kinds, _ in KINDS for kind in kinds))
    ):
        raise UnknownFunction("unknown_function_plain", f=type(part).__name__)


def _usual_order(part: Expression, parts: Parts) -> Parts:
    """The order that sympy prints, as far as it does not begin with a minus or a sum."""
    ordered = part.as_ordered_terms() if part.is_Add else part.as_ordered_factors()
    place = {each: number for number, each in enumerate(ordered, start=1)}
    order = sorted(range(len(parts)), key=lambda at: place.get(part.args[at], 0))
    plus_first = next((at for at in order if not parts[at].minus), order[0])
    if part.is_Add:
        return [parts[plus_first], *(parts[at] for at in order if at != plus_first)]
    return [parts[at] for at in sorted(order, key=lambda at: _kind_of_factor(part.args[at]))]


def _kind_of_factor(factor: Expression) -> int:
    """Numbers, names, powers, functions, sums: 2*x*y^2*sin(x)*(x + 1)."""
    kinds = (factor.is_number, factor.is_Symbol, factor.is_Pow, not factor.is_Add)
    return kinds.index(True) if True in kinds else len(kinds)


def _sum(_part: Expression, parts: Parts) -> Piece:
    text = parts[0].whole.within(ADDS)
    for term in parts[1:]:
        text += f" {'-' if term.minus else '+'} {term.plain.within(MULTIPLIES)}"
    return Piece(Written(text, ADDS))


def _product(_part: Expression, parts: Parts) -> Piece:
    above = [each.plain if each.below is None else each.above for each in parts]
    below = [each.below for each in parts if each.below is not None]
    minus = sum(factor.minus for factor in parts) % 2 == 1
    return _quotient([each for each in above if each and each.text != "1"], below, minus=minus)


def _quotient(above: Sequence[Written], below: Sequence[Written], *, minus: bool) -> Piece:
    top = _times(above)
    if not below:
        return Piece(top, minus)
    bottom = _times(below)
    text = f"{top.within(MULTIPLIES)}/{bottom.within(RAISES)}"
    return Piece(Written(text, MULTIPLIES), minus, top if above else None, bottom)


def _times(factors: Sequence[Written]) -> Written:
    if len(factors) < 2:
        return factors[0] if factors else Written("1", ATOM)
    first, *others = factors
    texts = [first.within(MULTIPLIES), *(factor.within(RAISES) for factor in others)]
    return Written("*".join(texts), MULTIPLIES)


def _power(part: Expression, parts: Parts) -> Piece:
    base, exponent = parts
    if part.base is sp.S.Exp1:
        return atom(f"exp({exponent.text})")
    if part.exp.is_Rational and part.exp.is_negative:
        return _quotient([], [_raised(base, exponent.plain, -part.exp)], minus=False)
    return Piece(_raised(base, exponent.whole, part.exp))


def _raised(base: Piece, exponent: Written, number: Expression) -> Written:
    if number == sp.S.Half:
        return Written(f"sqrt({base.text})", ATOM)
    if number == 1:
        return base.whole
    return Written(f"{base.whole.within(ATOM)}^{exponent.within(RAISES)}", RAISES)


def _rational(part: Expression, _parts: Parts) -> Piece:
    top = Written(str(abs(part.p)), ATOM)
    below = [] if part.q == 1 else [Written(str(part.q), ATOM)]
    above = [] if part.p in (1, -1) and below else [top]
    return _quotient(above, below, minus=part.p < 0)


def _float(part: Expression, _parts: Parts) -> Piece:
    number = float(part)
    return Piece(Written(number_text(abs(number)), ATOM), number < 0)


def _constant(part: Expression, _parts: Parts) -> Piece:
    if part is sp.S.Pi:
        return atom("pi")
    return atom("exp(1)") if part is sp.S.Exp1 else _float(part, ())


def _infinite(part: Expression, _parts: Parts) -> Piece:
    return Piece(Written("inf", ATOM), part is sp.S.NegativeInfinity)


def _no_number(part: Expression, _parts: Parts) -> Piece:
    raise BadArgument("not_real", x=str(part))


def _compared(part: Expression, parts: Parts) -> Piece:
    left, right = (each.whole.within(ADDS) for each in parts)
    asks = f"{left} {part.rel_op} {right}"
    return Piece(
        Written(asks, COMPARES), choose=lambda then, other: f"where({asks}, {then}, {other})"
    )


def _certain(part: Expression, _parts: Parts) -> Piece:
    holds = part == sp.true
    return atom(str(int(holds)))._replace(choose=lambda then, other: then if holds else other)


def _logical(part: Expression, parts: Parts) -> Piece:
    """`and`, `or` and `not` as choices within choices."""
    if not isinstance(part, sp.And | sp.Or | sp.Not):
        raise UnknownFunction("unknown_function_plain", f=type(part).__name__)

    def choose(then: str, other: str) -> str:
        if isinstance(part, sp.Not):
            return parts[0].between(other, then)
        for each in reversed(parts):
            chosen = each.between(then, other)
            then, other = (chosen, other) if isinstance(part, sp.And) else (then, chosen)
        return then if isinstance(part, sp.And) else other

    return atom(choose("1", "0"))._replace(choose=choose)


def _choice(part: Expression, parts: Parts) -> Piece:
    """`Piecewise` as nested `where`; its operands are values and conditions in turn."""
    if part.args[-1][1] != sp.true:
        raise BadArgument("open_choice")
    text = parts[-2].text
    for value, condition in reversed(list(zip(parts[:-2:2], parts[1:-2:2], strict=True))):
        text = condition.between(value.text, text)
    return atom(text)


def _jump(part: Expression, parts: Parts) -> Piece:
    """Heaviside's step; at the jump itself it is half of 1 unless it says otherwise."""
    if len(part.args) > 1 and part.args[1] == 0:
        return atom(f"step({parts[0].text})")
    return _quotient(
        [Written(f"1 + sign({parts[0].text})", ADDS)], [Written("2", ATOM)], minus=False
    )


def _remainder(_part: Expression, parts: Parts) -> Piece:
    left, right = parts[0].whole.within(MULTIPLIES), parts[1].whole.within(RAISES)
    return Piece(Written(f"{left}%{right}", MULTIPLIES))


def _matrix(part: Expression, parts: Parts) -> Piece:
    rows, columns = part.shape
    texts = [each.text for each in parts]
    lines = (", ".join(texts[row * columns : (row + 1) * columns]) for row in range(rows))
    return atom("[" + ", ".join(f"[{line}]" for line in lines) + "]")


def _matrix_product(part: Expression, parts: Parts) -> Piece:
    """Numbers times matrices: `@` stands only between matrices."""
    texts = [each.whole.within(RAISES) for each in parts]
    signs = [" @ " if is_matrix else "*" for is_matrix in (arg.is_Matrix for arg in part.args)]
    text = texts[0]
    for before, sign, each in zip(signs, signs[1:], texts[1:], strict=False):
        text += (sign if before == " @ " else "*") + each
    return Piece(Written(text, MULTIPLIES))


def _transposed(_part: Expression, parts: Parts) -> Piece:
    return atom(f"{parts[0].whole.within(ATOM)}.T")


def _inverted(_part: Expression, parts: Parts) -> Piece:
    return atom(f"inv({parts[0].text})")


def _reciprocal(part: Expression, parts: Parts) -> Piece:
    """sec, csc, cot and their kin: one over the function that the language has."""
    below = Written(f"{RECIPROCALS[type(part)]}({parts[0].text})", ATOM)
    return _quotient([], [below], minus=False)


def _of_reciprocal(part: Expression, parts: Parts) -> Piece:
    """asec(x) is acos(1/x), and so on."""
    inside = _quotient([], [parts[0].whole], minus=False)
    return atom(f"{OF_RECIPROCALS[type(part)]}({inside.text})")


def _call(part: Expression, parts: Parts) -> Piece:
    """A function of the table, or of the program itself; no other can be drawn."""
    name = part.func.__name__ if isinstance(part, AppliedUndef) else _named().get(part.func)
    if name == PRODUCT:
        left, right = parts[0].whole.within(MULTIPLIES), parts[1].whole.within(RAISES)
        return Piece(Written(f"{left} @ {right}", MULTIPLIES))
    if name is not None and name.startswith(INDEXED):
        return atom(parts[0].whole.within(ATOM) + name.removeprefix(INDEXED))
    if name == LISTED:
        return atom(f"[{', '.join(each.text for each in parts)}]")
    name, *settings = (name or "").split(SETTINGS)
    if name not in TYPED and not getattr(part.func, OWN, False):
        raise UnknownFunction("unknown_function_plain", f=part.func.__name__)
    return atom(f"{name}({', '.join([*(each.text for each in parts), *settings])})")


@cache
def _named() -> dict[Expression, str]:
    """What the table calls each function of sympy, as far as one stands for the other."""
    found: dict[Expression, str] = {}
    for row in ROWS:
        if row.callable and row.rule is not None and row.symbolic is not None:
            symbols = [sp.Dummy(name) for name in "abc"[: len(row.parameters)]]
            meaning = row.symbolic(*symbols)
            if isinstance(meaning, (sp.Function, *LATTICE)) and {*meaning.args} == {*symbols}:
                found.setdefault(meaning.func, SHOWN_AS.get(row.name, row.name))
    return found


LATTICE = (sp.Max, sp.Min)
RECIPROCALS = {
    sp.sec: "cos", sp.csc: "sin", sp.cot: "tan",
    sp.sech: "cosh", sp.csch: "sinh", sp.coth: "tanh",
}  # fmt: skip
OF_RECIPROCALS = {
    sp.asec: "acos", sp.acsc: "asin", sp.acot: "atan",
    sp.asech: "acosh", sp.acsch: "asinh", sp.acoth: "atanh",
}  # fmt: skip

KINDS: tuple[tuple[tuple[type, ...], Write], ...] = (
    ((sp.Add, sp.MatAdd), _sum),
    ((sp.MatMul,), _matrix_product),
    ((sp.Mul,), _product),
    ((sp.Pow,), _power),
    ((sp.Rational,), _rational),
    ((sp.Float,), _float),
    ((type(sp.oo), type(-sp.oo)), _infinite),
    ((sp.NumberSymbol,), _constant),
    ((type(sp.zoo), type(sp.nan), type(sp.I)), _no_number),
    ((sp.Piecewise,), _choice),
    ((Relational,), _compared),
    ((type(sp.true), type(sp.false)), _certain),
    ((BooleanFunction,), _logical),
    ((sp.Heaviside,), _jump),
    ((sp.Mod,), _remainder),
    ((sp.MatrixBase,), _matrix),
    ((sp.Transpose,), _transposed),
    ((sp.Inverse,), _inverted),
    ((sp.Sum,), _sum),
    ((sp.Product,), _product),
    (tuple(RECIPROCALS), _reciprocal),
    (tuple(OF_RECIPROCALS), _of_reciprocal),
    ((sp.Function, *LATTICE), _call),
)
