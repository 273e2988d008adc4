"""One node as a card: name and glyph above, value on the left, gradient on the right."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

import numpy as np

from engine.export.escape import plain
from engine.export.frame import NodeView
from engine.export.layout import Box
from engine.export.shapes import Group, Line, Rectangle, Shape, Text
from engine.export.shown import Shown
from engine.figures import figure
from engine.mathematics import Value
from engine.node import Node
from engine.op import Shape as Lengths
from engine.ops import OPS
from engine.words import say

CARD, CONSTANT, WIDEST = (144.0, 68.0), (68.0, 40.0), 232.0
LETTER, MARGINS, BESIDE_NAME = 9.0, 44.0, 62.0
HEAD, RADIUS = 36.0, 12.0
BLANK = "____"  # where a number is to be written
LONG, LONGER = 6, 8  # characters; beyond, a number is set smaller
LONGEST_SUM = 12  # characters; a longer one would run into its neighbours


def size_of(shown: Shown, node: Node) -> tuple[float, float]:
    """The same sizes as on the page."""
    name = letters(shown.phrases.name(node.id)) * LETTER
    if node.kind == "constant":
        return _within(CONSTANT[0], name + 28), CONSTANT[1]
    least = WIDEST if shown.tape.shapes[node.id] else CARD[0]
    glyph = OPS[node.op].glyph if node.op else ""
    return _within(least, name + max(BESIDE_NAME, MARGINS + len(glyph) * LETTER)), CARD[1]


def letters(text: str) -> float:
    """How many Latin letters are about as wide."""
    return sum(1.8 if unicodedata.east_asian_width(each) in "WF" else 1.0 for each in text)


def _within(least: float, wanted: float) -> float:
    return min(WIDEST, max(least, wanted))


def card(shown: Shown, node: Node, view: NodeView, box: Box, phase: str) -> Group:
    label = _label(shown, node, view)
    if node.kind == "constant":
        return Group(label=label, shapes=tuple(_constant(view, box)))
    return Group(label=label, shapes=tuple(_full(shown, node, view, box, phase)))


def _constant(view: NodeView, box: Box) -> Iterator[Shape]:
    yield _outline(box, "faint", 1.25, fill="panel")
    middle = box.x + box.width / 2
    yield _number(view.value, "", middle, box.y + box.height / 2 + 6, "soft")


def _full(shown: Shown, node: Node, view: NodeView, box: Box, phase: str) -> Iterator[Shape]:
    x, y, middle, rule = box.x, box.y, box.x + box.width / 2, box.y + HEAD
    yield _outline(box, None, 0.0, fill="panel")
    if view.hot:
        yield _tinted(box, phase)
    yield Line(start=(x, rule), end=(x + box.width, rule), stroke="hair")
    yield Line(start=(middle, rule), end=(middle, y + box.height), stroke="hair")
    yield _outline(box, *_edge_of(shown, node, view, phase))
    name = shortened(shown.phrases.name(node.id), box.width - 48)
    yield Text(x=x + 14, y=y + 25, text=name, fill="ink", size=19, mathematics=True)
    yield Text(x=x + box.width - 14, y=y + 25, text=_glyph(shown, node), fill="soft", size=15,
               weight=600, anchor="end")  # fmt: skip
    quarter = box.width / 4
    values, gradients = (BLANK if each else "·" for each in view.blank)
    yield _number(view.value, values, x + quarter, rule + 22, "forward")
    nothing = "–" if view.barren else gradients
    yield _number(view.gradient, nothing, x + 3 * quarter, rule + 22, "reverse")
    if view.expected > 1:
        yield Text(x=x + box.width - 2, y=y + box.height + 20, text=_sum(view), fill="reverse",
                   size=13, weight=600, anchor="end")  # fmt: skip


def _outline(box: Box, stroke: str | None, thickness: float, fill: str | None = None) -> Rectangle:
    return Rectangle(
        x=box.x, y=box.y, width=box.width, height=box.height, radius=RADIUS,
        fill=fill, stroke=stroke, thickness=thickness,
    )  # fmt: skip


def _tinted(box: Box, phase: str) -> Rectangle:
    """The half of a card where something has just arrived."""
    left = phase == "forward"
    return Rectangle(
        x=box.x + (0 if left else box.width / 2), y=box.y + HEAD, width=box.width / 2,
        height=box.height - HEAD, radius=RADIUS, corners="left" if left else "right",
        fill=f"{phase}-tint",
    )  # fmt: skip


def _edge_of(shown: Shown, node: Node, view: NodeView, phase: str) -> tuple[str, float]:
    if view.hot:
        return phase, 2.5
    return ("line", 2.0) if node.id == shown.tape.output else ("faint", 1.25)


def _glyph(shown: Shown, node: Node) -> str:
    lengths = shown.tape.shapes[node.id]
    if node.op is None:
        return say("picture_input", shown.language, {})
    return " ".join(filter(None, [OPS[node.op].glyph, _shape(lengths)]))


def _shape(lengths: Lengths) -> str:
    return " × ".join(map(str, lengths))


def _number(value: Value | None, empty: str, x: float, y: float, fill: str) -> Text:
    if value is None:
        return Text(x=x, y=y, text=empty, fill="soft", size=17, anchor="middle")
    text = small(value)
    size = 17.0 if len(text) <= LONG else 14.0 if len(text) <= LONGER else 11.5
    return Text(x=x, y=y, text=text, fill=fill, size=size, weight=600, anchor="middle")


def small(value: Value | None) -> str:
    """A number in four digits; a tensor by its first and last entry, in two; nothing for None."""
    if value is None:
        return ""
    if isinstance(value, float):
        return figure(value).replace("-", "−")
    entries = [figure(float(f"{entry:.2g}")).replace("-", "−") for entry in _ends(value)]
    between = " … " if np.size(value) > 2 else ", "
    return f"[{between.join(entries)}]"


def _ends(value: Value) -> list[float]:
    entries = np.ravel(value)
    return [float(each) for each in (entries if entries.size <= 2 else entries[[0, -1]])]


def _sum(view: NodeView) -> str:
    """What has arrived, and what is still to come."""
    if not view.arrived:
        return "Σ"
    first, *rest = map(small, view.arrived)
    added = (f" − {each[1:]}" if each.startswith("−") else f" + {each}" for each in rest)
    text = f"Σ {first}{''.join(added)}{' + ?' * (view.expected - len(view.arrived))}"
    return text if len(text) <= LONGEST_SUM else f"Σ {len(view.arrived)}/{view.expected}"


def shortened(text: str, room: float) -> str:
    """As much of a text as fits, in letters of usual width."""
    shown = plain(text)
    if letters(shown) * LETTER <= room:
        return shown
    while shown and letters(shown) * LETTER > room - LETTER:
        shown = shown[:-1]
    return f"{shown}…"


def _label(shown: Shown, node: Node, view: NodeView) -> str:
    """`b = 1, ∂e/∂b = 5`."""
    name = shown.phrases.name(node.id)
    if node.kind == "constant":
        return name
    parts = [name if view.value is None else f"{name} = {small(view.value)}"]
    if view.gradient is not None:
        slope = shown.phrases.derivative(shown.tape.output, node.id)
        parts.append(f"{slope} = {small(view.gradient)}")
    return ", ".join(parts)
