"""The colours of the page: what a dark screen gets does not hang on who asked for it."""

from __future__ import annotations

import re

from tests.markdown import ROOT

TOKENS = (ROOT / "static" / "style" / "tokens.css").read_text(encoding="utf-8")
BLOCK = re.compile(r"^ *(:root[^{]*?) \{(.*?)^ *\}", re.DOTALL | re.MULTILINE)
DECLARED = re.compile(r"([a-z-]+):\s*([^;]+);")
WISHED, CHOSEN = ':root:not([data-theme="light"])', ':root[data-theme="dark"]'


def themes() -> dict[str, dict[str, str]]:
    """What each of them declares, by its selector."""
    return {name: dict(DECLARED.findall(block)) for name, block in BLOCK.findall(TOKENS)}


def test_dark_is_the_same_whether_the_system_or_the_reader_wishes_it() -> None:
    found = themes()
    assert found[WISHED] == found[CHOSEN]


def test_dark_has_every_colour_that_light_has() -> None:
    found = themes()
    colours = {name for name, value in found[":root"].items() if "#" in value or "rgb" in value}
    assert colours | {"color-scheme"} == found[CHOSEN].keys()
    assert len(colours) > 20
