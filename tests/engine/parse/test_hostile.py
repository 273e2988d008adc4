"""Texts that a public service meets: refused with a place, or read, and never a crash."""

from __future__ import annotations

import pytest

from engine.errors import EngineError
from engine.words.language import LANGUAGES
from tests import corpora
from tests.engine.trees import outcome

HOSTILE = {row["id"]: row for row in corpora.rows("hostile")}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_text_is_read_or_refused_as_it_should_be(name: str) -> None:
    row = HOSTILE[name]
    read = outcome(row["text"])
    if isinstance(read, EngineError):
        assert row["expect"] in ("limit", "error")
        assert read.span is not None
        assert all(read.message(language) for language in LANGUAGES)
    else:
        assert row["expect"] in ("limit", "ok")
        assert len(read.names) == len(read.nodes)
