"""Texts say what the page shows, in notations whose own rules no stranger's text can break."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Callable

import pytest

from engine.export.formats import TEXTS
from engine.export.shown import Shown
from tests.engine.export.exported import SEED, SEED_VALUES, exported, hostile

DOT = re.compile(
    r"digraph chainlight \{\n  rankdir=LR;\n  node \[shape=box, style=rounded\];\n"
    r'(?:  n\d+(?: -> n\d+)? \[label="(?:[^"\\\n]|\\["\\n])*"\];\n)*\}\n'
)
MERMAID = re.compile(
    r'flowchart LR\n(?:  n\d+\["(?:[\w ,.]|#\d+;|<br/>)*"\]\n)*'
    r'(?:  n\d+ (?:-- "(?:[\w ,.]|#\d+;)*" )?-->? n\d+\n)*'
)


def _write(name: str, shown: Shown) -> str:
    return TEXTS[name].write(shown)


def _seed(step: int | None = None) -> Shown:
    return exported(SEED, SEED_VALUES, step=step)


def test_dot_and_mermaid_keep_to_their_grammar_whatever_a_name_is() -> None:
    for program in hostile():
        assert DOT.fullmatch(_write("dot", program))
        assert MERMAID.fullmatch(_write("mermaid", program)), _write("mermaid", program)


def test_dot_names_every_node_with_its_numbers() -> None:
    text = _write("dot", _seed())
    assert 'n1 [label="b\\n= 1\\n∂e/∂b = 5"];' in text
    assert 'n2 -> n5 [label="2"];' in text


def test_latex_derives_line_by_line() -> None:
    text = _write("latex", _seed())
    assert r"c &= a + b = 2 + 1 = 3" in text
    assert r"e &= c d = 3 \cdot 2 = 6" in text
    assert r"= 3 \cdot 1 + 2 \cdot 1 = 5" in text


@pytest.mark.parametrize("name", ["latex", "tikz"])
def test_braces_match_and_no_command_of_a_stranger_is_run(name: str) -> None:
    for program in hostile():
        text = _write(name, program)
        bare = re.sub(r"\\[{}\\]", "", text)
        assert bare.count("{") == bare.count("}")
        assert text.count(r"\end{document}") == 1
        assert text.endswith("\\end{document}\n")
        assert not re.search(r"\\(?:input|include|write|openin|immediate|def)\b", text)


def test_tikz_paints_what_the_picture_shows() -> None:
    text = _write("tikz", _seed())
    assert r"\textit{c}" in text
    assert text.count(r"\fill[") == 6  # an arrow's head for each edge
    assert r"$\Sigma$ 3 + 2" in text


def test_markdown_tells_every_step() -> None:
    text = _write("markdown", _seed())
    assert "```\nc = a + b\nd = b + 1\ne = c * d\n```" in text
    assert "| b | 1 | 5 |" in text
    assert "\n3. c = a + b = 2 + 1 = 3\n" in text
    assert "11. c passes its gradient 2 to b" in text


def test_markdown_of_a_step_ends_with_it() -> None:
    text = _write("markdown", _seed(9))
    assert "\n9. " in text
    assert "\n10. " not in text
    assert "| a | 2 |  |" in text


def test_no_fence_is_closed_from_inside() -> None:
    for program in hostile():
        lines = _write("markdown", program).splitlines()
        fence = re.match(r"`+", lines[2])
        assert fence is not None
        assert lines[3:].count(fence[0]) == 1
        after = lines[lines.index(fence[0], 3) + 1 :]
        assert not any("<script" in line for line in after)


def test_a_spreadsheet_computes_nothing_of_a_table() -> None:
    for program in hostile():
        for row in csv.DictReader(_write("csv", program).splitlines()):
            assert not row["name"].startswith(("=", "+", "-", "@"))


def test_a_table_holds_full_precision() -> None:
    text = _write("csv", exported("y = x / 3\nz = sum(y * v)", {"x": 1.0, "v": [1.0, 2.0]}))
    rows = {row["name"]: row for row in csv.DictReader(text.splitlines())}
    assert float(rows["y"]["value"]) == 1 / 3
    assert json.loads(rows["v"]["value"]) == [1.0, 2.0]
    assert rows["v"]["shape"] == "2"


@pytest.mark.parametrize("name", TEXTS)
@pytest.mark.parametrize(
    "program",
    [
        ("y = x", {"x": 1.0}),
        ("2 + 3", {}),
        ("y = log(x)", {"x": -1.0}),
        ("y = x * 2", {"x": [1.0, 2.0]}),
        ("y = sum(softmax(X, axis=0) @ v)", {"X": [[1.0, 2.0], [3.0, 4.0]], "v": [1.0, -1.0]}),
        ("损失 = (预测 - 真值)^2", {"预测": 1.0, "真值": 2.0}),
    ],
)
def test_every_text_is_written_for_odd_programs(
    name: str, program: tuple[str, dict[str, object]]
) -> None:
    write: Callable[[Shown], str] = TEXTS[name].write
    for step in (0, None):
        for language in ("en", "zh"):
            assert write(exported(*program, step=step, language=language))


def test_a_power_of_a_long_number_is_one_of_the_whole() -> None:
    text = _write("latex", exported("y = (a * 1e30) ^ 0.1", {"a": 7.4}))
    assert r"= \left(7.4 \cdot 10^{30}\right)^{0.1} = 1222" in text
