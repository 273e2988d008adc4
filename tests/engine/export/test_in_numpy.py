"""A file of NumPy computes what the page shows, backward too, and says so itself."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from engine.export.in_numpy import numpy_file
from engine.export.shown import Shown, shown
from engine.function import compile
from engine.graph import Graph
from engine.node import Node
from engine.op import Op
from engine.ops import OPS
from engine.place import Place, Source
from engine.values import shapes_of
from tests import corpora
from tests.engine.export.exported import HOSTILE, SEED, SEED_VALUES, exported, hostile, of_row, run
from tests.engine.samples import Trial, every_row, filled_cases_of, trial_of

HERE = Place(0, 0)


def test_every_program_of_the_corpus_runs_and_agrees(tmp_path: Path) -> None:
    rows = corpora.programs()
    if corpora.SHARED.is_dir():
        assert len(rows) >= 200
    for row in rows:
        found = run(numpy_file(of_row(row)), tmp_path / "program.py")
        assert "check" in found, row["id"]


@every_row
def test_every_operation_is_written_out_backward(name: str, tmp_path: Path) -> None:
    for seed, case in enumerate(filled_cases_of(OPS[name])):
        text = numpy_file(_alone(OPS[name], trial_of(OPS[name], case, seed)))
        run(text, tmp_path / f"{name}.py")


def _alone(op: Op, trial: Trial) -> Shown:
    """A program of one operation: the sum of the squares of its entries."""
    count = len(trial.xs)
    inputs = [Node(k, "input", None, (), HERE, f"x{k}") for k in range(count)]
    settings = tuple(trial.settings.items())
    nodes = (
        *inputs,
        Node(count, "op", op.name, tuple(range(count)), HERE, settings=settings),
        Node(count + 1, "op", "mul", (count, count), HERE),
        Node(count + 2, "op", "sum", (count + 1,), HERE),
    )
    graph = Graph(Source(""), nodes, count + 2)
    known = {f"x{k}": x for k, x in enumerate(trial.xs)}
    return shown(compile(graph).tape(shapes_of(known)), known)


def test_the_seed_reads_as_it_would_be_written_by_hand() -> None:
    text = numpy_file(exported(SEED, SEED_VALUES))
    forward = "c = a + b\nd = b + 1.0\ne = c * d"
    backward = "grad_c = grad_e * d\ngrad_d = grad_e * c"
    assert forward in text
    assert backward in text
    assert "grad_b = grad_d\n" in text
    assert "grad_b = grad_b + grad_c" in text


def test_a_wrong_number_is_noticed_by_the_file_itself(tmp_path: Path) -> None:
    text = numpy_file(exported(SEED, SEED_VALUES)).replace("d = b + 1.0", "d = b + 1.0001")
    with pytest.raises(AssertionError):
        run(text, tmp_path / "wrong.py")


def test_names_that_python_has_already_are_left_to_it(tmp_path: Path) -> None:
    source = "np = a + sum1\nprint = np * 2\nt1 = print * lamb\nlambda_ = t1\ncheck = t1 + value"
    values = {"a": 1.0, "sum1": 2.0, "lamb": 3.0, "value": 4.0}
    run(numpy_file(exported(source, values)), tmp_path / "names.py")


def test_names_that_python_takes_for_one_stay_two(tmp_path: Path) -> None:
    source = "y = θ * ϑ + µ"
    found = run(numpy_file(exported(source, {"θ": 2.0, "ϑ": 3.0, "μ": 1.0})), tmp_path / "x.py")
    assert found["y"] == 7.0


def test_what_is_bound_again_keeps_both_values(tmp_path: Path) -> None:
    found = run(numpy_file(exported("h = x\nh = h*h\nh = h + x", {"x": 3.0})), tmp_path / "h.py")
    assert found["h"] == 12.0


def test_numbers_that_are_not_ordinary_are_answers(tmp_path: Path) -> None:
    for source in ("y = log(x) + 1/0", "y = sqrt(-x)", "y = 0^(-1) * x", "y = exp(exp(9*x))"):
        run(numpy_file(exported(source, {"x": 1.0})), tmp_path / "odd.py")


def test_an_output_with_several_entries_goes_forward_only(tmp_path: Path) -> None:
    text = numpy_file(exported("y = x * 2", {"x": [1.0, 2.0]}))
    assert "grad_" not in text
    assert np.array_equal(run(text, tmp_path / "several.py")["y"], [2.0, 4.0])


def test_what_the_output_does_not_depend_on_has_gradient_0(tmp_path: Path) -> None:
    run(numpy_file(exported("z = b\ny = a*a", {"a": 1.0, "b": [1.0, 2.0]})), tmp_path / "rest.py")


def test_no_text_can_leave_its_comment(tmp_path: Path) -> None:
    programs = hostile()
    assert len(programs) > len(HOSTILE)
    for program in programs:
        run(numpy_file(program), tmp_path / "hostile.py")
