"""Every step says in one sentence what happened, with its numbers, in two languages."""

from __future__ import annotations

import pytest

from engine import Trace, parse, sentence, trace
from engine.explain import Narration
from engine.words import Language
from tests import corpora
from tests.work import calls

SEED = "c = a + b\nd = b + 1\ne = c * d"
BOTH = ("forward", "reverse")


def run(source: str, *modes: str, of: str | None = None, **values: object) -> Trace:
    return trace(parse(source), values, modes or BOTH, tangent_of=of)


def said(source: str, language: Language = "en", **values: object) -> list[str]:
    return in_words(run(source, **values), language)


def in_words(found: Trace, language: Language = "en") -> list[str]:
    return list(map(Narration(found, language).sentence, found.steps))


def closing(found: Trace, language: Language = "en") -> str:
    return Narration(found, language).closing()


def last(source: str, language: Language = "en", **values: object) -> str:
    """The words of the last forward step, where the output gets its value."""
    found = run(source, "forward", **values)
    return sentence(found, found.steps[-1], language)


def test_the_seed_program_is_told_in_the_published_words() -> None:
    assert said(SEED, a=2, b=1) == [
        "a = 2",
        "b = 1",
        "c = a + b = 2 + 1 = 3",
        "d = b + 1 = 1 + 1 = 2",
        "e = c × d = 3 × 2 = 6",
        "start at the output: ∂e/∂e = 1",
        "e passes its gradient 1 to c, times ∂e/∂c = 2: it adds 2",
        "e passes its gradient 1 to d, times ∂e/∂d = 3: it adds 3",
        "d passes its gradient 3 to b, times ∂d/∂b = 1: it adds 3",
        "c passes its gradient 2 to a, times ∂c/∂a = 1: it adds 2",
        "c passes its gradient 2 to b, times ∂c/∂b = 1: it adds 2. "
        "b gets a second contribution: 3 + 2 = 5",
    ]


def test_the_seed_program_is_told_in_chinese() -> None:
    told = said(SEED, "zh", a=2, b=1)
    assert told[2] == "c = a + b = 2 + 1 = 3。"
    assert told[5] == "从输出开始：∂e/∂e = 1。"
    assert told[8] == "d 把梯度 3 传给 b，乘以 ∂d/∂b = 1：贡献 3。"
    assert told[10].endswith("b 收到第二份贡献：3 + 2 = 5。")


def test_one_sentence_asked_for_alone_is_the_same() -> None:
    found = run(SEED, a=2, b=1)
    assert [sentence(found, step) for step in found.steps] == in_words(found)


def test_forward_mode_tells_tangents() -> None:
    told = in_words(run(SEED, "tangent", of="b", a=2, b=1))
    assert told[0] == "b passes its tangent 1 on to c, times ∂c/∂b = 1: it adds 1"
    assert told[3].endswith("e gets a second contribution: 2 + 3 = 5")


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", "All gradients: ∂e/∂a = 2, ∂e/∂b = 5"),
        ("zh", "全部梯度：∂e/∂a = 2，∂e/∂b = 5。"),
    ],
)
def test_the_closing_sentence_names_every_gradient(language: Language, expected: str) -> None:
    assert closing(run(SEED, a=2, b=1), language) == expected


def test_the_closing_sentence_of_many_inputs_names_the_first() -> None:
    names = [f"x{number}" for number in range(30)]
    found = run("+".join(names), **dict.fromkeys(names, 1.0))
    assert closing(found).startswith("All gradients: ∂out/∂x0 = 1, ")
    assert closing(found).endswith("∂out/∂x11 = 1, …")


def test_a_program_without_inputs_has_nothing_to_close_with() -> None:
    assert closing(run("2*3")) == "There is no input here that a gradient could flow back to"


def test_an_output_that_hears_of_no_input_has_gradients_of_zero() -> None:
    assert closing(run("a = x\n2*3", x=3)) == "All gradients: ∂out/∂x = 0"


def test_where_no_derivative_was_asked_for_the_value_is_told() -> None:
    assert closing(run(SEED, "forward", a=2, b=1)) == "All values are there: e = 6"
    assert closing(run("w = a*[1, 2]", "forward", a=3), "zh") == "全部值已算出：w = [3, 6]。"


@pytest.mark.parametrize(
    ("source", "values", "expected"),
    [
        ("y = x - z", {"x": 2, "z": -4}, "y = x − z = 2 − (-4) = 6"),
        ("y = -x", {"x": 3}, "y = −x = -3"),
        ("y = -x", {"x": -3}, "y = −x = −(-3) = 3"),
        ("y = x^2", {"x": -3}, "y = x^2 = (-3)^2 = 9"),
        ("y = (a+b)*(b+1)", {"a": 2, "b": 1}, "y = (a + b) × (b + 1) = 3 × 2 = 6"),
        ("(a+b)*2", {"a": 2, "b": 1}, "out = (a + b) × 2 = 3 × 2 = 6"),
        ("y = sin(a*b)", {"a": 0, "b": 1}, "y = sin(a * b) = sin(0) = 0"),
        ("y = max(a, b)", {"a": 0, "b": 1}, "y = max(a, b) = max(0, 1) = 1"),
        ("y = 2/3", {}, "y = 2 ÷ 3 = 0.6667"),
        ("y = 1e-9*x", {"x": 2}, "y = 1e-9 × x = 1.000e-09 × 2 = 2.000e-09"),
        ("y = x + pi", {"x": 0}, "y = x + pi = 0 + 3.142 = 3.142"),
        ("h = x\nh = h*2\nh = h*3", {"x": 1}, "h = h@2 × 3 = 2 × 3 = 6"),
        ("y = x[1]", {"x": [4, 5, 6]}, "y = x[1] = [4, 5, 6][1] = 5"),
        ("y = sum(W[0:2, -1])", {"W": [[1, 2], [3, 4]]}, "y = sum(W[0:2, -1]) = sum([2, 4]) = 6"),
        ("y = sum(x[::2])", {"x": [1, 2, 3]}, "y = sum(x[::2]) = sum([1, 3]) = 4"),
        ("y = sum(A.T)", {"A": [[1, 2]]}, "y = sum(A.T) = sum([[1], [2]]) = 3"),
        ("y = norm([a, b])", {"a": 3, "b": 4}, "y = norm([a, b]) = norm([3, 4]) = 5"),
        ("y = sum(v, axis=0)", {"v": [1, 2]}, "y = sum(v, axis=0) = sum([1, 2], axis=0) = 3"),
        ("y = sum(x*eye(3))", {"x": 2}, "y = sum(x * eye(3)) = 6"),
        ("y = sum(concatenate([v, v]))", {"v": [1]}, "y = sum(concatenate([v, v])) = "
         "sum([1, 1]) = 2"),
    ],
)  # fmt: skip
def test_a_value_is_told_with_its_formula_and_its_numbers(
    source: str, values: dict[str, object], expected: str
) -> None:
    assert last(source, **values) == expected


def test_a_comparison_is_told_as_true_or_false() -> None:
    told = said("y = where(x > 0, x, 2)", x=3)
    assert told[1] == "x > 0: 3 > 0 is true, so 1"
    assert said("y = where(x > 0, x, 2)", "zh", x=-3)[1] == "x > 0：-3 > 0 不成立，取 0。"


def test_a_comparison_of_tensors_shows_every_answer() -> None:
    told = said("y = sum(where(x > 0, x, 2))", x=[-1, 1])
    assert told[1] == "x > 0 = [-1, 1] > 0 = [0, 1]"


def test_two_uses_by_one_node_are_told_apart() -> None:
    told = said("y = x*x", x=3)
    assert told[3] == "y passes its gradient 1 to x, times 3 (the slope at place 1 of y): it adds 3"
    assert told[4].endswith(
        "times 3 (the slope at place 2 of y): it adds 3. x gets a second contribution: 3 + 3 = 6"
    )


def test_later_contributions_are_counted() -> None:
    told = said("a = x + 1\nb = x + 2\nc = x + 3\nd = x + 4\ny = a + b + c - d", x=1)
    assert told[-2].endswith("x gets a third contribution: 0 + 1 = 1")
    assert told[-1].endswith("x gets contribution no. 4: 1 + 1 = 2")
    assert said("y = x*x*x*x", "zh", x=1)[-1].endswith("x 收到第 4 份贡献：3 + 1 = 4。")


def test_a_negative_contribution_stands_in_brackets() -> None:
    told = said("y = x*3 - x", x=1)
    assert told[-1].endswith("x gets a second contribution: -1 + 3 = 2")
    told = said("a = x*-3\ny = x + a", x=1)
    assert told[-1].endswith("x gets a second contribution: 1 + (-3) = -2")


def test_large_tensors_are_shown_by_their_ends_and_their_shape() -> None:
    told = said("y = sum(v)", v=list(range(100)))
    assert told[0] == "v = [0, 1, …, 99] (100)"
    assert told[1] == "y = sum(v) = 4950"


def test_gradients_of_tensors_say_what_they_are_multiplied_by() -> None:
    told = said("z = W @ x\na = tanh(z)\nL = sum(a)", W=[[0.0, 0.0]], x=[1, 2])
    assert told[6] == "L passes its gradient 1 to a, times ∂L/∂a (a matrix): it adds [1]"
    assert (
        told[7] == "a passes its gradient [1] to z, times ∂a/∂z = [1] entry by entry: it adds [1]"
    )
    assert told[8] == "z passes its gradient [1] to W, times ∂z/∂W (a matrix): it adds [[1, 2]]"


def test_a_broadcast_input_gets_a_sum() -> None:
    told = said("y = sum(v + b)", v=[1, 2, 3], b=1)
    assert told[-1] == (
        "v + b passes its gradient [1, 1, 1] to b, times ∂(v + b)/∂b entry by entry, "
        "summed to its shape: it adds 3"
    )


def test_a_long_name_is_cut_in_the_middle() -> None:
    source = "y = sin(" + " + ".join(f"x{n}" for n in range(30)) + ")"
    told = last(source, **{f"x{n}": 0 for n in range(30)})
    assert told == "y = sin(x0 + x1 + x2 + x3 + x4 + x5 + … + x28 + x29) = sin(0) = 0"


def test_a_long_name_of_one_word_is_cut_too() -> None:
    assert said("n" * 60, **{"n" * 60: 1})[0] == f"{'n' * 30} … {'n' * 14} = 1"


@pytest.mark.parametrize("row", corpora.programs()[::9], ids=lambda row: row["id"])
def test_every_program_of_the_corpus_can_be_told(row: corpora.Row) -> None:
    graph = parse(row["program"])
    known = {node.name: row["inputs"].get(node.name, 1.0) for node in graph.inputs}
    found = trace(graph, known, BOTH, output=row["output"])
    for language in ("en", "zh"):
        told = in_words(found, language)
        assert len(told) == len(found.steps)
        assert all(told)
        assert max(map(len, told)) < 600


def test_telling_grows_with_the_steps_and_no_faster() -> None:
    def told(rounds: int) -> int:
        found = run("\n".join(f"x = x*w + {n}" for n in range(rounds)), x=1.0, w=0.5)
        return calls(lambda: in_words(found, "zh"))

    assert told(1_000) < 11 * told(100)
