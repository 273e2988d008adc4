"""Plants one fault at a time in the table and shows that a test fails.

python -m tests.engine.mutants            a few rows for every sort of fault
python -m tests.engine.mutants --all      every row
python -m tests.engine.mutants relu sum   every fault of these rows

The tests are called as pytest would call them, but only those about the row: to collect all of
them anew for each fault would take far longer than to run the few.
"""

from __future__ import annotations

import contextlib
import io
import os
import sys
import warnings
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import partial
from importlib import import_module
from itertools import product
from typing import Any, NamedTuple

import numpy as np
import pytest
from hypothesis import settings

from engine import op as op_module
from engine import ops
from engine.op import Case, Corner, Domain, Op, Spelling
from engine.words.language import Words
from tests.engine.samples import cases_of

FEW = 4  # rows tried for each sort of fault
EVERYWHERE = Corner(0, lambda *xs, **_: np.equal(xs[0], xs[0]), lambda *_, **__: (-1.0, 1.0))


class Fault(NamedTuple):
    """What is wrong, in which row; the row as it is then."""

    sort: str
    row: Op


def faults_of(row: Op) -> Iterator[Fault]:
    """Every fault that makes sense in a row, and changes it."""
    for sort, columns in {**_columns(row), **_rule(row), **_whole(row)}.items():
        changed = replace(row, **columns)
        if changed != row:
            yield Fault(sort, changed)


def _columns(row: Op) -> dict[str, dict[str, Any]]:
    numpy, torch, jax = row.spelling
    faults: dict[str, dict[str, Any]] = {
        "words: no Chinese": {"words": Words(row.words.en, "")},
        "words: unfinished": {"words": Words(row.words.en[:-1], row.words.zh)},
        "family: another": {"family": "odds and ends"},
        "glyph: none": {"glyph": ""},
        "pattern: lets nothing back": {
            "pattern": "source" if row.pattern == "blocker" else "blocker"
        },
        "pattern: a mover": {"pattern": "router" if row.pattern == "mover" else "mover"},
        "aliases: another row's name": {"aliases": ("relu" if row.name != "relu" else "sum",)},
        "signs: another row's": {"signs": ("%",) if len(row.parameters) == 2 else ("-",)},
        "commutes: turned": {"commutes": not row.commutes},
        "callable: turned": {"callable": not row.callable},
        "signature: another name": {"signature": row.signature + ", other"},
        "folds: into nothing": {"folds": "nothing"},
        "shape: one axis more": {"shape": lambda *s, **k: (*row.shape(*s, **k), 1)},
        "symbolic: none": {"symbolic": None},
        "spelling: NumPy computes another thing": {
            "spelling": Spelling(f"({numpy}) + 1", torch, jax)
        },
        "spelling: PyTorch's line is broken": {"spelling": Spelling(numpy, "torch.(", jax)},
        "spelling: JAX's line is broken": {"spelling": Spelling(numpy, torch, "jnp.(")},
        "domain: turned": {"domain": _turned(row)},
        "corners: everywhere": {"corners": (EVERYWHERE,)},
        "sample: where nothing is finite": {"sample": ((np.inf, np.inf),)},
    }
    if callable(numpy):
        del faults["spelling: NumPy computes another thing"]
    if row.pattern in ("source", "blocker"):
        del faults["corners: everywhere"]
    if row.pattern == "source":
        del faults["sample: where nothing is finite"]
    return faults | _formulas(row) | _places(row) | _ports(row)


def _formulas(row: Op) -> dict[str, dict[str, Any]]:
    faults: dict[str, dict[str, Any]] = {}
    if row.symbolic is not None and row.pattern != "source":
        faults["symbolic: another function"] = {"symbolic": _doubled(row.symbolic)}
    if row.latex is not None:
        faults["latex: a brace too many"] = {"latex": row.latex + "}}"}
        if row.rule is not None:
            faults["latex: another formula"] = {"latex": row.latex + " + 1"}
    if row.circuits:
        faults["circuits: another formula"] = {"circuits": (f"{row.circuits[0]} + 1",)}
    if row.pulls:
        faults["pulls: none"] = {"pulls": ()}
        faults["pulls: no gradient in it"] = {"pulls": ("{0}",)}
    return faults


def _places(row: Op) -> dict[str, dict[str, Any]]:
    """Where it has no value, where its slope jumps."""
    faults: dict[str, dict[str, Any]] = {}
    if row.domain is not None:
        faults["domain: none"] = {"domain": None}
        faults["domain: unknown code"] = {"domain": row.domain._replace(code="odd")}
    if row.corners:
        sides = [each._replace(slopes=_swapped(each.slopes)) for each in row.corners]
        faults["corners: none"] = {"corners": ()}
        faults["corners: sides swapped"] = {"corners": tuple(sides)}
    return faults


def _ports(row: Op) -> dict[str, dict[str, Any]]:
    faults: dict[str, dict[str, Any]] = {}
    if row.work is not None:
        faults["work: less than nothing"] = {"work": lambda *_, **__: -1}
    if row.blind:
        faults["blind: sees"] = {"blind": ()}
    elif row.pattern not in ("source", "blocker"):
        faults["blind: one port"] = {"blind": (0,)}
    if row.cases and max(len(case.shapes) for case in row.cases):
        faults["cases: none"] = {"cases": (Case(((),) * len(row.cases[0].shapes)),)}
    return faults


def _rule(row: Op) -> dict[str, dict[str, Any]]:
    """Wrong values and wrong partials of an elementwise row."""
    rule = row.rule
    if rule is None:
        return {}
    faults: dict[str, Callable[..., Any]] = {
        "rule: value": lambda m, *xs: (rule(m, *xs)[0] + 0.001, *rule(m, *xs)[1:])
    }
    ports = 0 if row.pattern == "blocker" else max(len(case.shapes) for case in cases_of(row))
    for port in set(range(ports)) - set(row.blind):
        faults[f"rule: partial {port}"] = lambda m, *xs, port=port: tuple(
            answer + 0.01 * (place == 1 + port) for place, answer in enumerate(rule(m, *xs))
        )
    return {sort: {"rule": fault} for sort, fault in faults.items()}


def _whole(row: Op) -> dict[str, dict[str, Any]]:
    """Wrong values, pulls and pushes of a row for tensors."""
    if row.whole is None:
        return {}
    forward, pull, push = row.whole
    faults = {"whole: value": row.whole._replace(forward=lambda *x, **s: forward(*x, **s) + 0.001)}
    if row.pattern != "source":
        for port in range(min(2, max(len(case.shapes) for case in row.cases))):
            faults[f"whole: pull {port}"] = row.whole._replace(pull=_larger(pull, port))
            faults[f"whole: push {port}"] = row.whole._replace(push=_larger(push, port))
    return {sort: {"whole": fault} for sort, fault in faults.items()}


def _larger(way: Callable[..., Any], wrong: int) -> Callable[..., Any]:
    return lambda port, *xs, **s: way(port, *xs, **s) * (1.01 if port == wrong else 1.0)


def _doubled(symbolic: Callable[..., Any]) -> Callable[..., Any]:
    return lambda *xs, **settings: 2 * symbolic(*xs, **settings) + 1


def _swapped(slopes: Callable[..., Any]) -> Callable[..., Any]:
    return lambda *xs, **settings: slopes(*xs, **settings)[::-1]


def _turned(row: Op) -> Domain:
    """Inside out; a row without a domain has value nowhere."""
    needs = Words("something", "某物")
    if row.domain is None:
        return Domain(lambda *_, **__: False, needs)
    holds = row.domain.holds
    return Domain(lambda *xs, **s: np.logical_not(holds(*xs, **s)), needs)


def plant(row: Op) -> None:
    """Put a row in the place of the one of its name."""
    ops.OPS[row.name] = row
    ops.ROWS = tuple(ops.OPS.values())
    for known in (ops.TYPED, ops.SIGNS):
        known.clear()
    ops.TYPED.update({typed: each for each in ops.ROWS if each.callable
                      for typed in (each.name, *each.aliases)})  # fmt: skip
    ops.SIGNS.update(
        {(sign, len(each.parameters)): each for each in ops.ROWS for sign in each.signs}
    )


def noticed(prepare: Callable[[], None], row: str, likely: int = 0) -> int:
    """A test that fails, by number, or 0; a child process looks, so that the fault stays in it."""
    sys.stdout.flush()
    child = os.fork()
    if not child:
        code = BROKEN
        with contextlib.suppress(BaseException), contextlib.redirect_stdout(io.StringIO()):
            prepare()
            tests = sorted(tests_about(row), key=lambda numbered: numbered[0] != likely)
            code = next((number for number, test in tests if fails(test)), 0)
        os._exit(code)
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    if not 0 <= code < BROKEN:
        raise RuntimeError(f"the tests could not be run: those of {row!r} ended with {code}")
    return code


BROKEN = 255
OF_ROWS = ("ops", "conventions", "shapes", "values", "corners", "derivatives")
PARTS = (*(f"ops.test_{part}" for part in OF_ROWS), "grouping.test_circuits")


def tests_about(row: str) -> Iterator[tuple[int, Callable[[], None]]]:
    """The tests of the row and those of the whole table; never imported before the fault is in."""
    settings.register_profile("fault", deadline=None, derandomize=True, database=None)
    settings.load_profile("fault")
    modules = [vars(import_module(f"tests.engine.{part}")) for part in PARTS]
    tests = [module[name] for module in modules for name in module if name.startswith("test_")]
    for number, test in enumerate(tests, start=1):
        for variant in _variants(test):
            about = rows_among(variant.values())
            if not about or row in about:
                yield number, partial(test, **variant)


def rows_among(handed: Iterable[Any]) -> set[str]:
    """The rows that a test is handed, themselves or by their names."""
    rows_or_texts = (each for each in handed if isinstance(each, Op | str))
    return {getattr(each, "name", each) for each in rows_or_texts} & {*ops.OPS}


def _variants(test: Callable[..., None]) -> Iterator[dict[str, Any]]:
    """What each decorator of pytest's hands a test, in all combinations."""
    tables = [_handed(*mark.args) for mark in getattr(test, "pytestmark", ())]
    for handed in product(*tables):
        yield {name: value for one in handed for name, value in one.items()}


def _handed(names: str | tuple[str, ...], table: Any) -> list[dict[str, Any]]:
    if isinstance(names, str):
        return [{names: entry} for entry in table]
    return [dict(zip(names, entry, strict=True)) for entry in table]


def fails(test: Callable[[], None]) -> bool:
    with contextlib.suppress(Exception, pytest.fail.Exception), warnings.catch_warnings():
        warnings.simplefilter("error")
        test()
        return False
    return True


def chosen(arguments: list[str]) -> Iterator[Fault]:
    sorts: dict[str, list[Fault]] = defaultdict(list)
    for row in ops.ROWS:
        for fault in faults_of(row):
            if not {*arguments} & {*ops.OPS} or row.name in arguments:
                sorts[fault.sort].append(fault)
    for faults in sorts.values():
        stride = 1 if arguments else max(1, len(faults) // FEW)
        yield from faults if arguments else faults[::stride][:FEW]


def forget_to_sum() -> None:
    """Not a row's fault, but one that all rows share."""
    op_module.unbroadcast = lambda contribution, _shape: contribution


def main() -> int:
    plan: list[tuple[str, str, Callable[[], None]]] = [("sums nothing", "div", forget_to_sum)]
    plan += [(sort, row.name, partial(plant, row)) for sort, row in chosen(sys.argv[1:])]
    missed = 0
    likely: dict[str, int] = {}  # what noticed the last fault of a sort notices most others
    for row in ("tanh", "matmul"):
        if noticed(lambda: None, row):
            missed += 1
            sys.stdout.write(f"nothing at all is wrong with {row}, and yet a test fails\n")
    for sort, row, prepare in plan:
        likely[sort] = noticed(prepare, row, likely.get(sort, 0))
        if not likely[sort]:
            missed += 1
            sys.stdout.write(f"not noticed: {sort} of {row}\n")
    sys.stdout.write(f"{len(plan)} faults planted, {missed} not noticed\n")
    return bool(missed)


if __name__ == "__main__":
    sys.exit(main())
