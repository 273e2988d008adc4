"""Text for terminals lines up whatever the script, and links open the same program."""

from __future__ import annotations

import io
import json
import subprocess
from typing import Any

import pytest

from engine.place import Span
from engine.text.columns import pad, width
from server.cli import parser
from server.commands.address import FIELDS, LONGEST, address_of
from server.commands.program import Typed
from server.commands.serve import is_loopback, settings_of
from server.settings import Settings
from server.terminal import coloured, pointed, tell
from tests.markdown import ROOT
from tests.test_static import node


@pytest.mark.parametrize(
    ("text", "columns"),
    [("", 0), ("abc", 3), ("权重", 4), ("（", 2), ("é", 1), ("e\u0301", 1), ("×", 1)],
)
def test_a_text_is_as_wide_as_a_terminal_shows_it(text: str, columns: int) -> None:
    assert width(text) == columns
    assert width(pad(text, 6)) == width(pad(text, 6, right=True)) == 6


def test_a_place_over_several_lines_is_pointed_at_from_its_first() -> None:
    shown = pointed("a + (b\n+ c", Span(1, 4, 3, 2), "why")
    assert shown == "a + (b\n    ^^ why"
    assert pointed("a", None, "why") == "why"


def test_colours_are_for_terminals_whose_owner_wants_them(monkeypatch: pytest.MonkeyPatch) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    monkeypatch.delenv("NO_COLOR", raising=False)
    assert coloured("a", "faint", Terminal()) == "\x1b[2ma\x1b[0m"
    assert coloured("a", "faint", io.StringIO()) == "a"
    monkeypatch.setenv("NO_COLOR", "1")
    assert coloured("a", "faint", Terminal()) == "a"


def test_a_terminal_without_chinese_shows_question_marks_and_does_not_fail() -> None:
    stream = io.TextIOWrapper(io.BytesIO(), encoding="ascii")
    tell("值 = 1", stream)
    stream.seek(0)
    assert stream.read() == "? = 1\n"


PROGRAMS = [
    Typed("(a+b)*(b+1)", {"a": 2.0, "b": -0.5}),
    Typed("c = a + b\nd = c & 1", {"a": "Infinity"}),
    Typed("# a comment\ny = W @ x", {"W": [[1.0, 2.0]], "x": [0.25]}),
    Typed("h = x\nrepeat 3 as t:\n    h = h*h", {}),
    Typed("权重 * e % step + fold", {"e": 1.0, "step": 2.0, "权重": 3.0, "fold": 4.0}),
]


@pytest.mark.parametrize("typed", PROGRAMS, ids=lambda typed: typed.source)
def test_the_page_reads_a_link_as_the_command_line_meant_it(typed: Typed) -> None:
    address = address_of(typed, Settings())
    assert address is not None
    found = on_the_page("readLink(process.argv[1]).document", address.partition("#")[2])
    assert (found["source"], found["values"]) == (typed.source, typed.values)


def test_the_page_and_the_command_line_know_the_same_fields_of_a_link() -> None:
    assert set(on_the_page("FIELDS")) == set(FIELDS)


def on_the_page(expression: str, *words: str) -> Any:
    """What the page's own module of links makes of it."""
    module = (ROOT / "static" / "js" / "model" / "document" / "link.js").as_uri()
    script = (
        f"import {{ FIELDS, readLink }} from {json.dumps(module)};"
        f"console.log(JSON.stringify({expression}))"
    )
    done = subprocess.run(
        [node(), "--input-type=module", "-e", script, *words],
        capture_output=True,
        text=True,
        check=True,
    )
    return json.loads(done.stdout)


def test_a_program_that_is_too_long_for_a_link_has_none() -> None:
    assert address_of(Typed("a+" * LONGEST + "a", {}), Settings()) is None


@pytest.mark.parametrize(
    ("words", "public"),
    [
        ([], False),
        (["--public"], True),
        (["--host", "192.0.2.1"], True),
        (["--host", "::1"], False),
        (["--host", "localhost"], False),
        (["--host", "school.example"], True),
    ],
)
def test_a_server_that_others_can_reach_is_strict(words: list[str], public: bool) -> None:
    assert settings_of(parser().parse_args(["serve", *words])).public is public


def test_unless_its_environment_says_otherwise(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CHAINLIGHT_PUBLIC", "0")
    options = parser().parse_args(["serve", "--host", "192.0.2.1", "--port", "81"])
    found = settings_of(options)
    assert (found.public, found.port, is_loopback(found.host)) == (False, 81, False)
