"""The page's own colours, read from its style sheet: pictures look as the page does."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from engine.export.palette import PRINT
from engine.export.shown import Theme
from server.site.pages import STATIC

TOKEN = re.compile(r"--([a-z0-9-]+):\s*([^;{}]+);")
BLOCK = re.compile(  # as far in as it begins; dark is for screens alone, so it stands in a rule
    r'^( *)(:root(?:\[data-theme="dark"\])?) \{(.*?)^\1\}', re.DOTALL | re.MULTILINE
)


@cache
def palette(theme: Theme) -> Mapping[str, str]:
    """Every token of a theme by its name; paper has no colours."""
    light, dark = _themes()
    if theme == "print":
        return PRINT
    return {**light, **dark} if theme == "dark" else light


@cache
def _themes() -> tuple[Mapping[str, str], Mapping[str, str]]:
    text = (STATIC / "style" / "tokens.css").read_text(encoding="utf-8")
    blocks = {name: dict(TOKEN.findall(block)) for _, name, block in BLOCK.findall(text)}
    light, dark = blocks[":root"], blocks[':root[data-theme="dark"]']
    return _plain(light), _plain(dark)


def _plain(tokens: Mapping[str, str]) -> Mapping[str, str]:
    return {name: " ".join(value.split()) for name, value in tokens.items()}
