"""Machine code is made of the table's own rules, and answers at every corner as they do."""

from __future__ import annotations

import math
import sys
from collections.abc import Sequence
from itertools import product
from pathlib import Path
from types import FunctionType

import numpy as np
import pytest

from engine import compile, machine, parse
from engine.elementwise import NOT_ORDINARY, apply
from engine.machine import cache, dispatch, loops
from engine.machine.codes import FORMS, Form
from engine.machine.program import Program
from engine.mathematics import array, number

TINY, HUGE = 5e-324, 1e300
CORNERS = (0.0, 0.3, 0.5, 1.0, 2.0, 3.0, math.pi, 20.0, 710.0, 1e-8, TINY, HUGE, math.inf)
SPECIAL = (*CORNERS, *(-corner for corner in CORNERS), math.nan)
FEW = (0.0, 0.5, -2.0, HUGE, math.inf, -math.inf, math.nan)  # for three operands
LONG = "x\n" + "\n".join(["x = tanh(x) + 0.1"] * machine.LARGE)
Numbers = Sequence[float]


def alone(form: Form) -> tuple[np.ndarray, ...]:
    """The columns of a graph that is one operation on its inputs."""
    codes = [0] * form.operands + [FORMS.index(form)]
    first_edge = [0] * (form.operands + 1) + [form.operands]
    columns = (np.array(each, np.uint32) for each in (codes, first_edge, range(form.operands)))
    return tuple(columns)


def by_machine(form: Form, points: Sequence[Numbers]) -> np.ndarray:
    """Value and derivatives at every point, one a column."""
    columns, output = alone(form), form.operands
    values = np.zeros((output + 1, len(points)))
    values[:output] = np.transpose(points)
    pulls = loops.pulls(*columns, np.arange(output, dtype=np.uint32), output)
    totals = loops.gradient(*columns, pulls, values, output)
    return np.vstack([values[output], totals[:output]])


def by_rule(form: Form, xs: Numbers) -> list[float]:
    assert form.row.rule is not None
    try:
        value, *partials = apply(form.row.rule, number, xs)
    except NOT_ORDINARY:
        value, *partials = apply(form.row.rule, array, xs)
    open_ports = [port not in form.row.blind for port in range(form.operands)]
    return [value, *(partials[port] if way else 0.0 for port, way in enumerate(open_ports))]


@pytest.mark.parametrize("form", FORMS, ids=lambda form: f"{form.row.name}-{form.operands}")
def test_a_compiled_rule_answers_as_the_rule_does(form: Form) -> None:
    points = [*product(SPECIAL if form.operands < 3 else FEW, repeat=form.operands)]
    wanted = np.transpose([by_rule(form, xs) for xs in points])
    np.testing.assert_allclose(by_machine(form, points), wanted, rtol=1e-12, atol=1e-320)


@pytest.mark.parametrize("form", FORMS, ids=lambda form: f"{form.row.name}-{form.operands}")
def test_a_rule_answers_for_many_points_at_once_as_for_each(form: Form) -> None:
    points = [*product(SPECIAL if form.operands < 3 else FEW, repeat=form.operands)]
    wanted = np.transpose([by_rule(form, xs) for xs in points])
    assert form.row.rule is not None
    value, *partials = apply(form.row.rule, array, [*np.transpose(points)])
    for port, partial in enumerate(partials[: form.operands]):
        if port not in form.row.blind:
            got = np.broadcast_to(partial, len(points))
            np.testing.assert_allclose(got, wanted[1 + port], rtol=1e-12, atol=1e-320)
    np.testing.assert_allclose(value, wanted[0], rtol=1e-12, atol=1e-320)


def in_python(
    code: int, node: int, edge: int, sources: np.ndarray, values: np.ndarray, partials: np.ndarray
) -> None:
    """What the jump on the code does, without numba."""
    rule, operands = dispatch.RULES[code]
    for point in range(values.shape[1]):
        xs = [float(values[sources[edge + port], point]) for port in range(operands)]
        values[node, point], *slopes = rule(number, *xs)
        partials[edge : edge + len(slopes[:operands]), point] = slopes[:operands]


def test_python_runs_the_same_loops(monkeypatch: pytest.MonkeyPatch) -> None:
    program = "y = leaky_relu(x - 2)*where(x > w, x, w) + clip(x, 0, w)\nz = w^2\ny*y - w"
    tape = compile(parse(program)).tape({"x": (), "w": ()})
    points = np.random.default_rng(5).normal(size=(300, 2))
    compiled = tape.program.batch(points)
    monkeypatch.setattr(loops, "apply", in_python)
    monkeypatch.setattr(loops, "gradient", loops._gradient)
    monkeypatch.setattr(loops, "pulls", loops._pulls)
    interpreted = Program(tape.graph, tape.output)
    for got, wanted in zip(interpreted.batch(points), compiled, strict=True):
        assert got.tolist() == wanted.tolist()
    assert interpreted.run(points[0])[1].tolist() == compiled[1][0].tolist()
    assert dispatch.machine.where(False, 1.0, 2.0) == 2.0


def test_a_long_program_runs_as_machine_code_unless_it_is_switched_off(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked = compile(parse(LONG))
    compiled, _ = asked.vector([0.5])
    assert "program" in vars(asked.tape({"x": ()}))
    monkeypatch.setenv(machine.SWITCH, "0")
    asked = compile(parse(LONG))
    assert asked.vector([0.5])[0] == pytest.approx(compiled, rel=1e-12)
    assert "program" not in vars(asked.tape({"x": ()}))


def test_without_numba_everything_runs_the_plain_way(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in sys.modules if name.startswith("engine.machine.")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "numba", None)
    machine.load.cache_clear()
    assert machine.load() is None
    assert compile(parse(LONG)).vector([0.0])[1].shape == (1,)
    machine.load.cache_clear()


def test_compiled_loops_are_kept_in_the_folder_of_the_person() -> None:
    by_machine(FORMS[0], [(1.0, 2.0)])
    assert list(cache.folder().rglob("*.nbc"))


@pytest.mark.parametrize(
    ("platform", "variable", "tail"),
    [
        ("linux", "HOME", ".cache"),
        ("darwin", "HOME", "Library/Caches"),
        ("win32", "LOCALAPPDATA", ""),
    ],
)
def test_each_system_has_its_folder_for_caches(
    platform: str, variable: str, tail: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "platform", platform)
    monkeypatch.delenv("XDG_CACHE_HOME")
    monkeypatch.setenv(variable, str(tmp_path))
    assert cache.folder().parent == tmp_path / tail / "chainlight"


def test_where_nothing_can_be_kept_it_is_compiled_each_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    code = in_python.__code__.replace(co_filename=str(tmp_path / "file" / "nowhere.py"))
    assert cache.compiled(FunctionType(code, {})).targetoptions["error_model"] == "numpy"


def one_more(number: int) -> int:
    return number + 1


def test_machine_code_runs_where_no_disk_has_room_to_keep_it(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    resource = pytest.importorskip("resource")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    run = cache.compiled(one_more)
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, before[1]))
    try:
        assert run(1) == 2
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert not list(tmp_path.rglob("*.nbc"))
