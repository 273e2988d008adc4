"""Calls that cannot be carried out."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from difflib import get_close_matches

from engine.errors import (
    BadArgument,
    BadIndex,
    Recursion,
    Suggestion,
    SyntaxProblem,
    UnknownFunction,
    WrongArity,
)
from engine.ops import OPS
from engine.parse.code import Calling, Counter
from engine.parse.complaints.making import Fields, refusal, repair, short
from engine.parse.functions import FORMS, Form
from engine.place import Place, Source
from engine.words.language import Words

AXIS = "axis"
WHOLE = re.compile("[+-]?[0-9]+")
# ²(x) or ^2 (x) after a function's name
POWER = re.compile(r"\s*(?P<power>[²³]|(?:\^|\*\*)[ ]*[0-9]+)\s*(?P<argument>[(（][^()（）]*[)）])")


def unknown_function(
    source: Source, calling: Calling, own: Collection[str], values: Collection[str]
) -> UnknownFunction:
    """A function nobody defined: a product, a slip of the keyboard, or something new."""
    name = source.text[calling.place.start : calling.place.end]
    if calling.name in OPS:
        fields: Fields = {"f": name, "sign": OPS[calling.name].signs[-1]}
        return refusal(UnknownFunction, "typed_by_sign", source, calling.place, **fields)
    nearest = get_close_matches(calling.name.lower(), [*own, *FORMS], n=1, cutoff=0.7)
    if len(calling.name) == 1 or calling.name in values or not nearest:
        return _product(source, calling, name)
    return _slip(source, calling, name, nearest[0])


def _slip(source: Source, calling: Calling, name: str, near: str) -> UnknownFunction:
    start, end = calling.place
    mended = repair("use", source, (start, end, near), text=near)
    fields: Fields = {"f": short(name), "g": near}
    return refusal(UnknownFunction, "unknown_function", source, calling.place, mended, **fields)


def _product(source: Source, calling: Calling, name: str) -> UnknownFunction:
    reason, mended = "unknown_function_plain", None
    if calling.given == 1 and not calling.settings:
        end = calling.place.end
        opener = end + len(source.text[end:]) - len(source.text[end:].lstrip())
        reason = "unknown_function_product"
        mended = repair("change_to", source, (end, opener, "*"), text=f"{short(name)}*(…)")
    return refusal(UnknownFunction, reason, source, calling.place, mended, f=short(name))


def function_as_value(source: Source, name: str, place: Place) -> SyntaxProblem:
    """A function without its brackets; sin²(x) says where the power belongs."""
    power = POWER.match(source.text, place.end)
    if power is not None:
        edit = (power.start(), power.end(), power["argument"] + power["power"])
        mended = repair("change_to", source, edit, text=short(name + edit[2]))
        return refusal(SyntaxProblem, "function_power", source, place, mended, f=name)
    return refusal(SyntaxProblem, "function_as_value", source, place, f=name)


def wrong_arity(
    source: Source,
    calling: Calling,
    place: Place,
    takes: Words,
    mended: Suggestion | None = None,
) -> WrongArity:
    fields: Fields = {"f": short(calling.name), "n": takes, "k": calling.given}
    return refusal(WrongArity, "wrong_arity", source, place, mended, **fields)


def arguments(fewest: int, most: int | None) -> Words:
    """`1 argument`, `1 or 2 arguments`; `at least 1 argument`, where there is no most."""
    if most is None:
        en, zh = f"at least {fewest}", f"至少 {fewest}"
    elif fewest == most:
        en = zh = str(most)
    else:
        en, zh = f"{fewest} or {most}", f"{fewest} 或 {most}"
    last = fewest if most is None else most
    return Words(f"{en} argument{'' if last == 1 else 's'}", f"{zh} 个")


def axis_by_name(
    source: Source, form: Form, calling: Calling, place: Place, last: Place
) -> Suggestion | None:
    """NumPy takes the axis by position too: `sum(A, 0)` means `sum(A, axis=0)`."""
    known = any(each.name == AXIS and each.keyword for each in form.parameters)
    if not known or AXIS in calling.settings or calling.given != form.most + 1:
        return None
    typed, before = source.text[slice(*last)], source.text[place.start : last.start]
    if last.end > place.end or not before.rstrip().endswith((",", "，")):
        return None  # a value from elsewhere, or in brackets of its own
    if not WHOLE.fullmatch(typed):
        return None
    named = f"{AXIS}={typed}"
    return repair("change_to", source, (*last, named), text=short(named))


def keyword_of_own(source: Source, calling: Calling, place: Place) -> BadArgument:
    fields: Fields = {"f": short(calling.name), "name": next(iter(calling.settings))}
    return refusal(BadArgument, "keyword_none", source, place, **fields)


def keyword_of_fold(source: Source, calling: Calling, place: Place) -> BadArgument:
    name = next(iter(calling.settings))
    return refusal(BadArgument, "keyword_of_fold", source, place, name=name)


def recursion(source: Source, place: Place, calls: Sequence[str]) -> Recursion:
    path = " → ".join([*(short(each) for each in calls[:8]), *(["…"] if len(calls) > 9 else [])])
    fields: Fields = {"f": short(calls[0]), "path": f"{path} → {short(calls[0])}"}
    return refusal(Recursion, "recursion", source, place, **fields)


def index_name(source: Source, counter: Counter) -> BadIndex:
    return refusal(BadIndex, "index_name", source, counter.place, name=short(counter.name))


def index_step(source: Source, place: Place) -> BadIndex:
    return refusal(BadIndex, "step_zero", source, place)
