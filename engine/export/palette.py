"""Colours by their meaning. Those of light and dark come from the page's own style sheet, from
whoever asks for a picture; paper has these."""

from __future__ import annotations

from collections.abc import Mapping

PRINT: Mapping[str, str] = {
    "canvas": "#ffffff",
    "panel": "#ffffff",
    "ink": "#000000",
    "soft": "#444444",
    "faint": "#888888",
    "hair": "#bbbbbb",
    "line": "#555555",
    "forward": "#000000",
    "forward-tint": "#eeeeee",
    "reverse": "#333333",
    "reverse-tint": "#e4e4e4",
}
# a picture leaves the page and its fonts; Libertinus is what the renderer carries with it
SANS = (
    'system-ui, "Segoe UI", Roboto, "Helvetica Neue", "DejaVu Sans", "PingFang SC", '
    '"Microsoft YaHei", "Noto Sans SC", "Noto Sans CJK SC", sans-serif'
)
MATHEMATICS = '"STIX Two Text", "Libertinus Serif", Georgia, "Noto Serif CJK SC", serif'
