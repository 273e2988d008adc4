"""Questions about real graphs: the truth is the engine's, and each slip is told by its answer."""

from __future__ import annotations

from string import Formatter
from typing import Any

import numpy as np
import pytest

from engine import EngineError
from engine.examples import EXAMPLES, Example
from engine.ops import OPS
from engine.quiz import (
    HINTS,
    KINDS,
    Question,
    Scene,
    ask,
    choices,
    explanation,
    hint,
    judge,
    reroll,
)
from engine.quiz import prompt as prompt_of
from engine.quiz.habits import HABITS
from engine.quiz.scene import scene_of
from engine.quiz.wholes import altered
from engine.values import Given
from engine.words import CATALOGUE, LANGUAGES

SEED = "c = a + b\nd = b + 1\ne = c * d"
NEURON = "z = w0*x0 + w1*x1 + w2\nf = sigmoid(z)"
AT_NEURON = {"w0": 2.0, "x0": -1.0, "w1": -3.0, "x1": -2.0, "w2": -3.0}


@pytest.fixture
def seed() -> Scene:
    return scene_of(SEED, {"a": 2.0, "b": 1.0})


# what people answer when asked for the gradient at b, and the slip that leads there
ANSWERS: list[tuple[Any, str | None]] = [
    (5, None),
    ("5", None),
    ("2*1 + 3*1", None),
    ("a + 2b + 1", None),
    ("15/3", None),
    ("１０／２", None),
    (3, "one_path"),
    (2, "either"),
    (6, "paths_multiplied"),
    (2.5, "paths_averaged"),
    (1, "forward_value"),
    (-5, "wrong_sign"),
    (50, "wrong_size"),
    (0.2, "upside_down"),
]


@pytest.mark.parametrize(("answer", "code"), ANSWERS)
def test_the_answer_tells_the_slip(seed: Scene, answer: Any, code: str | None) -> None:
    verdict = judge(seed, ask(seed, {"node": "b"}, "gradient"), answer)
    assert verdict.truth == 5.0
    assert verdict.correct == (code is None)
    assert (verdict.diagnosis.code if verdict.diagnosis else None) == code


def test_a_step_that_there_is_not_is_refused_with_the_last_one(seed: Scene) -> None:
    ask(seed, {"step": 11})
    for step in (0, 12):
        with pytest.raises(EngineError, match=r"\b11\b"):
            ask(seed, {"step": step})


def test_the_gradient_that_was_changed_is_never_that_of_the_output(seed: Scene) -> None:
    found = {altered(seed, Question("culprit", 0, number)).culprit for number in range(40)}
    names = {seed.tape.graph.names[node] for node in found}
    assert {"a", "b"} <= names <= {"a", "b", "c", "d"}


def test_where_two_slips_give_one_number_we_ask_which(seed: Scene) -> None:
    verdict = judge(seed, ask(seed, {"node": "b"}, "gradient"), 2)
    assert verdict.diagnosis is not None
    assert set(verdict.diagnosis.codes) == {"one_path", "missing_upstream"}
    assert "Which was it?" in verdict.diagnosis.message.en
    assert "哪一种" in verdict.diagnosis.message.zh


def test_a_number_that_no_slip_explains_is_wrong_without_a_diagnosis(seed: Scene) -> None:
    verdict = judge(seed, ask(seed, {"node": "b"}, "gradient"), 4.2)
    assert not verdict.correct
    assert verdict.diagnosis is None


# op, program, values, node, wrong answer, slip: each habit on the graph where it happens
HABITUAL: list[tuple[str, dict[str, Given], str, float, str]] = [
    ("y = u*v\nz = 3*y", {"u": 2.0, "v": 5.0}, "u", 6.0, "not_swapped"),
    ("y = u + v\nz = 3*y", {"u": 4.0, "v": 5.0}, "u", 12.0, "add_hands_value"),
    ("y = u - v\nz = 3*y", {"u": 4.0, "v": 5.0}, "v", 3.0, "lost_minus"),
    ("y = u / v\nz = 3*y", {"u": 4.0, "v": 5.0}, "u", 15.0, "times_divisor"),
    ("y = x^3\nz = 3*y", {"x": 2.0}, "x", 12.0, "missing_factor"),
    ("y = x^3\nz = 3*y", {"x": 2.0}, "x", 72.0, "power_not_lowered"),
    ("y = log(x)\nz = 3*y", {"x": 2.0}, "x", 3 * float(np.log(2)), "slope_is_value"),
    ("y = cos(x)\nz = 3*y", {"x": 1.0}, "x", 3 * float(np.sin(1)), "lost_minus"),
    (NEURON, AT_NEURON, "w0", -0.7311, "slope_is_value"),
    (NEURON, AT_NEURON, "w0", -0.2689, "only_one_factor"),
    (NEURON, AT_NEURON, "w0", 0.3932, "not_swapped"),
    ("y = tanh(x)\nz = 3*y", {"x": 1.0}, "x", 3 * (1 - float(np.tanh(1))), "not_squared"),
    ("y = relu(x)\nz = 3*y", {"x": -2.0}, "x", 3.0, "gate_ignored"),
    ("E = 0.5*(t - o)^2", {"t": 0.01, "o": 0.75}, "o", 0.37, "missing_factor"),
]


@pytest.mark.parametrize(("source", "values", "node", "wrong", "code"), HABITUAL)
def test_a_habit_is_known_by_its_number(
    source: str, values: dict[str, Given], node: str, wrong: float, code: str
) -> None:
    scene = scene_of(source, values)
    verdict = judge(scene, ask(scene, {"node": node}, "gradient"), wrong)
    assert verdict.diagnosis is not None
    assert code in verdict.diagnosis.codes


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda each: each.id)
@pytest.mark.parametrize("kind", KINDS)
def test_the_truth_is_judged_right_on_every_example(example: Example, kind: str) -> None:
    scene = scene_of(example.source, dict(example.values))
    row = KINDS[kind]
    for place in list(row.places(scene))[:8]:
        question = Question(kind, place)
        truth = row.truth(scene, question)
        answer = list(truth) if row.form == "shape" else truth
        assert judge(scene, question, answer).correct
        for language in LANGUAGES:
            assert prompt_of(scene, question, language)
            assert explanation(scene, question, language)
            assert all(hint(scene, question, language, at) for at in range(1, HINTS + 1))
        offered = [choice.value for choice in choices(scene, question)]
        assert not offered or truth in offered


def test_the_same_seed_asks_the_same_question(seed: Scene) -> None:
    assert [ask(seed, seed=n) for n in range(20)] == [ask(seed, seed=n) for n in range(20)]
    assert len({ask(seed, seed=n).kind for n in range(60)}) == len(KINDS) - 2  # no shape, no whole


def test_each_step_of_the_run_is_a_question(seed: Scene) -> None:
    asked = [ask(seed, {"step": step}) for step in range(1, 12)]
    kinds = [question.kind for question in asked]
    assert kinds[2:6] == ["value", "value", "value", "next"]
    assert asked[10] == Question("sum", 1)
    with pytest.raises(EngineError, match="no step 12"):
        ask(seed, {"step": 12})


def test_an_edge_is_found_by_its_name(seed: Scene) -> None:
    assert ask(seed, {"edge": "c->e"}) == ask(seed, {"edge": "c->e:0"}) == ask(seed, {"edge": 4})
    verdict = judge(seed, ask(seed, {"edge": "c->e"}), 3)
    assert verdict.diagnosis is not None
    assert verdict.diagnosis.code == "not_swapped"
    with pytest.raises(EngineError, match="no edge"):
        ask(seed, {"edge": "c->d"})


def test_both_uses_of_a_square_are_one_sum_but_no_single_slope() -> None:
    scene = scene_of("y = x*x", {"x": 3.0})
    assert judge(scene, ask(scene, {"node": "x"}), 6).correct
    with pytest.raises(EngineError, match="nothing of this kind"):
        ask(scene, {"edge": 0}, "local")


def test_the_way_back_is_judged_edge_by_edge(seed: Scene) -> None:
    question = ask(seed, None, "backward")
    truth = {"c->e:0": 2, "d->e:1": 3, "b->d:0": 3, "a->c:0": 2, "b->c:1": 2}
    assert judge(seed, question, truth).correct
    verdict = judge(seed, question, truth | {"b->d:0": 5, "a->c:0": "", "c->e:0": "d"})
    assert [part.edge for part in verdict.parts if not part.correct] == ["b->d:0", "a->c:0"]
    assert verdict.diagnosis is not None
    assert "whole_sum" in verdict.diagnosis.codes


def test_any_edge_that_is_free_may_come_next(seed: Scene) -> None:
    question = Question("next", 2)
    for free in ("b->d:0", "a->c:0", "b->c:1"):
        assert judge(seed, question, free).correct
    early = judge(seed, Question("next", 1), "b->d:0")
    assert early.diagnosis is not None
    assert early.diagnosis.code == "not_complete"


def test_the_shape_of_a_gradient_is_asked_of_tensors() -> None:
    scene = scene_of("sum(W @ x)", {"W": [[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]], "x": [1.0, 2.0, 3.0]})
    question = ask(scene, {"node": "W"})
    assert question.kind == "shape"
    assert judge(scene, question, "2 × 3").correct
    assert judge(scene, question, [2, 3]).correct
    for wrong, code in [
        ("3x2", "shape_turned"),
        ("()", "shape_of_output"),
        ("6", "shape_flattened"),
    ]:
        diagnosis = judge(scene, question, wrong).diagnosis
        assert diagnosis is not None
        assert diagnosis.code == code


@pytest.mark.parametrize("number", range(5))
def test_values_are_rolled_anew_from_a_seed_and_stay_ordinary(number: int) -> None:
    scene = scene_of(SEED, {"a": 2.0, "b": 1.0})
    rolled = reroll(scene, number)
    assert rolled == reroll(scene, number)
    assert rolled != {"a": 2.0, "b": 1.0}
    assert all(value == int(value) for value in rolled.values())


@pytest.mark.parametrize("answer", ["log(", "", None, [1, 2], "[1, 2]", "nobody"])
def test_an_answer_that_is_no_number_is_refused_kindly(seed: Scene, answer: Any) -> None:
    with pytest.raises(EngineError):
        judge(seed, ask(seed, {"node": "b"}, "gradient"), answer)


def test_the_tables_name_real_operations_and_real_sentences() -> None:
    assert set(HABITS) <= set(OPS)
    codes = {code for habits in HABITS.values() for code in habits}
    assert {f"quiz_probe_{code}" for code in codes} <= CATALOGUE.keys()
    for kind in KINDS:
        for part in ("", "_hint_1", "_hint_2", "_hint_3", "_why"):
            sentence = CATALOGUE[f"quiz_{kind}{part}"]
            assert list(Formatter().parse(sentence.en))
