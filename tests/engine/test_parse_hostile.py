"""Texts that a public service meets: refused with a place, or read, and never a crash."""

from __future__ import annotations

import pytest

from engine.errors import EngineError
from engine.parse import parse
from tests import corpora

HOSTILE = {row["id"]: row for row in corpora.rows("hostile")}


def _reads(text: str) -> bool:
    try:
        graph = parse(text)
    except EngineError as error:
        assert error.message("en") and error.message("zh")
        assert error.span is not None
        return False
    return len(graph.names) == len(graph.nodes)


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_text_is_read_or_refused_as_it_should_be(name: str) -> None:
    row = HOSTILE[name]
    read = _reads(row["text"])
    assert row["expect"] in ("limit", "ok" if read else "error")
