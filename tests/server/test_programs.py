"""A program that was read is kept, as long as there is room for it."""

from __future__ import annotations

import pytest

from engine import Graph, parse
from engine.tape import Tape
from server.programs import BYTES_PER_NODE, Programs, size
from server.settings import Settings
from tests.server.conftest import Ask


def test_the_same_text_gives_the_very_same_graph() -> None:
    programs = Programs(Settings())
    assert programs.graph("a*b") is programs.graph("a*b")
    assert programs.graph("a*b") is not programs.graph("a * b")


def test_the_same_question_gives_the_very_same_tape_and_another_shape_another_one() -> None:
    programs = Programs(Settings())
    number, row = {"a": (), "b": ()}, {"a": (2,), "b": ()}
    tape = programs.tape("a*b", None, None, number)
    assert programs.tape("a*b", None, None, number) is tape
    assert programs.tape("a*b", None, None, row) is not tape
    assert programs.tape("a*b", ("a",), None, number) is not tape


def test_what_was_not_used_for_longest_goes_first() -> None:
    programs = Programs(Settings(cache_entries=2))
    first, second = programs.graph("a"), programs.graph("b")
    assert programs.graph("a") is first
    programs.graph("c")
    assert programs.graph("a") is first
    assert programs.graph("b") is not second


def test_no_more_is_kept_than_there_is_room_for() -> None:
    programs = Programs(Settings(cache_bytes=5 * BYTES_PER_NODE))
    first = programs.graph("a*b")
    assert size(first) < 5 * BYTES_PER_NODE
    programs.graph("c*d")
    assert programs.graph("a*b") is not first
    large = programs.graph("a+b+c+d+e+f")
    assert programs.graph("a+b+c+d+e+f") is not large


@pytest.mark.anyio
async def test_a_slider_that_is_dragged_reads_its_program_once(
    ask: Ask, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[str] = []
    shaped: list[Graph] = []

    def counted(source: str, *limits: object) -> Graph:
        read.append(source)
        return parse(source, *limits)

    def laid_flat(graph: Graph, *others: object) -> Tape:
        shaped.append(graph)
        return Tape(graph, *others)

    monkeypatch.setattr("server.programs.parse", counted)
    monkeypatch.setattr("engine.function.Tape", laid_flat)
    program, x = "slider*slider + rest", {"name": "slider", "from": 0, "to": 1, "points": 5}
    for place in (0.25, 0.5, 0.75):
        values = {"slider": place, "rest": 1}
        evaluated = (await ask("evaluate", source=program, values=values)).json()
        traced = (await ask("trace", source=program, values=values)).json()
        moved = (await ask("field", source=program, values=values, x=x)).json()
        assert evaluated["output"]["value"] == 1 + place * place
        assert traced["values"][traced["graph"]["output"]] == 1 + place * place
        assert moved["here"]["value"] == 1 + place * place
    assert read == [program]
    assert len(shaped) == 2  # for all inputs, and for the one that moves
