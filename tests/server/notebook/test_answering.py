"""What the widget asks is answered as the API answers, in both languages."""

from __future__ import annotations

import json
from typing import Any

import pytest
from httpx import AsyncClient

from engine import EngineError
from server.notebook.answering import STYLES, answer, run, script, style
from server.site.pages import STATIC

SEED = {"source": "(a+b)*(b+1)", "values": {"a": 2, "b": 1}}
QUESTIONS = [
    ("evaluate", SEED),
    ("trace", {**SEED, "modes": ["forward", "tangent"], "tangent_of": "b", "fold": True}),
    ("graph", {"source": "y = log(a", "tolerant": True, "formulas": True}),
    ("trace", {"source": "y = log(a"}),
    ("trace", {"source": "y = 1 / x", "values": {"x": 0}}),
    ("trace", {**SEED, "modes": "forward"}),
    ("trace", {**SEED, "colour": "red"}),
    ("evaluate", {"source": "a", "values": {"a": "two"}}),
]


@pytest.mark.anyio
@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize(("path", "body"), QUESTIONS)
async def test_the_kernel_says_what_the_server_says(
    client: AsyncClient, path: str, body: Any, language: str
) -> None:
    there = await client.post(f"/api/v1/{path}?lang={language}", json=body)
    here = answer({"path": path, "body": body, "language": language})
    said = {name: each for name, each in there.json().items() if name != "field"}
    assert (here["status"], json.loads(json.dumps(here["body"]))) == (there.status_code, said)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_words_are_those_of_the_page(language: str) -> None:
    page = json.loads((STATIC / "words" / f"{language}.json").read_text(encoding="utf-8"))
    assert answer({"path": "words", "body": {}, "language": language})["body"] == page


def test_a_whole_run_is_there_for_a_picture_that_stands_still() -> None:
    found = run("(a+b)*(b+1)", {"a": 2})  # a number that is not given is 1, as on the page
    assert found.values[found.graph.output] == 6
    with pytest.raises(EngineError) as refused:
        run("log(a", {})
    assert refused.value.span is not None


def test_the_script_is_one_module_that_fetches_no_other() -> None:
    text = script()
    assert "export{" in text
    assert 'from"./' not in text
    assert "import(" not in text


def test_the_style_is_that_of_the_page_and_stays_inside() -> None:
    text = style()
    assert ":root" not in text
    assert all((STATIC / "style" / f"{name}.css").is_file() for name in STYLES)
    assert '.chainlight[data-theme="dark"]' in text
