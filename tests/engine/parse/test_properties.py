"""Whatever is typed: a graph, or an error that shows its place."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from engine.errors import EngineError
from engine.graph import Graph
from engine.ops import OPS
from engine.parse import parse, parse_tolerant
from engine.words.language import LANGUAGES
from tests.engine.trees import outcome

PIECES = [
    *"+-*/%@^()[],;:.=<>!'#{}|&?\\ \t\n\r",
    *("a", "b", "x1", "f", "T", "t", "e", "1", "2.5", "1e3", "2e", ".5", "0x1", "1_0", "**", "=="),
    *("repeat 2 as t:", "repeat", "as", "\n  ", "lambda", "None", "True", "axis=0", "keepdims="),
    *("sin(", "max(", "where(", "sum(", "stack([", "reshape(", "f(x) =", "x =", ".T", "np.exp("),
    *("²", "×", "−", "≤", "√", "σ(", "π", "（", "，", "　", "\u00a0", "净", "é", "e\u0301", "x₁"),
    *("ж", "😀", "\u200b", "\u202e", "\ud800", "\x00", "½", "\u2028"),
]
anything = st.text(alphabet=st.characters(codec=None), max_size=40)
nearly = st.lists(st.sampled_from(PIECES), max_size=14).map("".join)

atoms = st.sampled_from(["a", "b", "w1", "x", "1", "2.5", "pi", "净"])
expressions = st.recursive(
    atoms,
    lambda inner: st.one_of(
        st.tuples(inner, st.sampled_from(["+", " - ", "*", "/", "^", " % ", "×"]), inner).map(
            "".join
        ),
        inner.map(lambda one: f"({one})"),
        inner.map(lambda one: f"-{one}"),
        inner.map(lambda one: f"sin({one})"),
        st.tuples(inner, inner).map(lambda two: f"max({two[0]}, {two[1]})"),
        inner.map(lambda one: f"2({one})"),
    ),
    max_leaves=12,
)


@given(st.one_of(anything, nearly))
@example("repeat 2 as t:\n  f(x) =x[t]\n ")
@example("x[\n")
@example("f(axis=")
def test_any_text_is_a_graph_or_an_error_within_it(source: str) -> None:
    read = outcome(source)
    if isinstance(read, EngineError):
        _fits(source, read)
    else:
        _holds(source, read)


@given(nearly)
def test_any_text_can_be_read_tolerantly(source: str) -> None:
    graph, errors = parse_tolerant(source)
    assert graph is not None or errors
    if graph is not None:
        _holds(source, graph)
    for error in errors:
        _fits(source, error)
    strict = outcome(source)
    if isinstance(strict, EngineError):
        assert strict.reason in [each.reason for each in errors]
    else:
        assert (strict, ()) == (graph, errors)


@given(nearly)
def test_a_repair_moves_the_error_or_mends_it(source: str) -> None:
    error = outcome(source)
    if isinstance(error, EngineError) and error.suggestion is not None:
        repaired = error.suggestion.source
        other = outcome(repaired)
        if isinstance(other, EngineError):
            moved = (other.reason, other.span) != (error.reason, error.span)
            assert moved or len(repaired) < len(source)  # one of several alike is gone
        assert repaired != source


@given(expressions)
def test_every_place_slices_back_to_what_was_typed(source: str) -> None:
    graph = parse(source)
    for node in graph.nodes:
        text = source[slice(*node.place)]
        assert text == text.strip()
        assert text.count("(") == text.count(")")
        if node.kind == "input":
            assert text == node.name
        again = parse(text)
        assert again.nodes[again.output].op == node.op
        assert again.nodes[again.output].kind == node.kind


@given(expressions, st.sampled_from(["", " ", "\n"]))
def test_spaces_and_brackets_change_nothing(source: str, space: str) -> None:
    wrapped = parse(f"({space}{source}{space})")
    plain = parse(source)
    assert [node[1:4] for node in wrapped.nodes] == [node[1:4] for node in plain.nodes]


def _fits(source: str, error: EngineError) -> None:
    """The place lies within the text; both sentences can be said and sent."""
    for language in LANGUAGES:
        assert error.message(language).encode()
        if error.suggestion:
            assert error.suggestion.label(language).encode()
            assert error.suggestion.source.encode()
    assert error.span is not None
    line, start, end, end_line = error.span
    lines = source.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    assert 1 <= line <= end_line <= len(lines)
    assert start >= 0
    assert end_line > line or start <= end
    # the end of a line may be what is shown
    assert start <= len(lines[line - 1]) + 2
    assert end <= len(lines[end_line - 1]) + 2


def _holds(source: str, graph: Graph) -> None:
    """Nodes in order with known operations, places within the text, names that are unique."""
    assert 0 <= graph.output < len(graph.nodes)
    assert len(set(graph.names)) == len(graph.nodes)
    for node in graph.nodes:
        assert node.op is None or node.op in OPS
        assert 0 <= node.place.start < node.place.end <= len(source)
    for group in graph.groups:
        assert group.nodes
        assert group.outputs
        assert set(group.outputs) <= set(group.nodes)
        assert not set(group.inputs) & set(group.nodes)
    assert str(graph).encode()
