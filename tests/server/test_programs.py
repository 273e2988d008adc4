"""A program that was read is kept, as long as there is room for it."""

from __future__ import annotations

from server.programs import BYTES_PER_NODE, Programs, size
from server.settings import Settings


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
