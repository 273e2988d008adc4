"""Every program on the page about formulas is asked of the server, and answers as the page says."""

from __future__ import annotations

import json
from itertools import pairwise
from typing import Any

import httpx
import pytest

from tests.markdown import ROOT, Block, blocks
from tests.test_docs import close, sent

PAGES = [ROOT / "docs" / name for name in ("formulas.md", "formulas.zh.md")]
NOTATIONS = {"chainlight": "text", "latex": "latex"}
SHOWN = [list(blocks(page)) for page in PAGES]
PROGRAMS = [
    pytest.param(program, json.loads(answer.text), id=str(program))
    for program, answer in pairwise(SHOWN[0])
    if program.language in NOTATIONS
]


async def answered(program: Block, values: dict[str, Any]) -> dict[str, Any]:
    """What the server says, as the page shows it: a refusal, or value, gradients and warnings."""
    notation = NOTATIONS[program.language]
    body = {"source": program.text.rstrip("\n"), "notation": notation, "values": values}
    asked = httpx.Request("POST", "http://127.0.0.1:8000/api/v1/evaluate", json=body)
    answer = json.loads(await sent(asked))
    if "code" in answer:
        mended = answer.get("suggestion")
        return {"refused": answer["code"], **({"repair": mended["source"]} if mended else {})}
    shown = {"output": answer["output"]["value"], "gradients": answer["gradients"]}
    codes = [each["code"] for each in answer["warnings"]]
    return {**shown, **({"warnings": codes} if codes else {})}


@pytest.mark.anyio
@pytest.mark.parametrize(("program", "shown"), PROGRAMS)
async def test_a_program_answers_what_the_page_says(program: Block, shown: dict[str, Any]) -> None:
    values = shown.pop("values", {})
    assert close(shown, await answered(program, values))


@pytest.mark.parametrize("shown", SHOWN, ids=[page.name for page in PAGES])
def test_every_program_is_followed_by_its_answer(shown: list[Block]) -> None:
    assert {block.language for block in shown[::2]} == NOTATIONS.keys()
    assert {block.language for block in shown[1::2]} == {"json"}


def test_both_languages_show_the_same_programs() -> None:
    english, chinese = ([(block.language, block.text) for block in page] for page in SHOWN)
    assert english == chinese
