"""The painter of TikZ: the same picture for a LaTeX document, its text set by LaTeX."""

from __future__ import annotations

from collections.abc import Iterator

from engine.export.escape import latex
from engine.export.scene import Drawing
from engine.export.shapes import Curve, Line, Point, Rectangle, Scene, Text, flat, head_of
from engine.export.shown import Shown

POINT = 0.6  # points of TeX for a pixel: the seed is as wide as a column
ANCHORS = {"start": "base west", "middle": "base", "end": "base east"}
OPENING = r"""% needs: \usepackage{tikz}; Chinese needs xelatex with \usepackage{ctex}
\documentclass[tikz, border=6pt]{standalone}
"""
SIGNS = {
    "−": "$-$", "∂": r"$\partial$", "·": r"$\cdot$", "×": r"$\times$", "÷": r"$\div$",
    "Σ": r"$\Sigma$", "∞": r"$\infty$", "⊙": r"$\odot$", "…": r"\dots{}", "–": "--",
    "√": r"$\surd$", "σ": r"$\sigma$", "⊗": r"$\otimes$", "ᵀ": r"$^\top$", "Π": r"$\Pi$",
    "⌊": r"$\lfloor$", "⌋": r"$\rfloor$", "⌈": r"$\lceil$", "⌉": r"$\rceil$", "≤": r"$\le$",
    "≥": r"$\ge$", "≠": r"$\ne$", "⁻": r"$^-$", "¹": r"$^1$", "²": r"$^2$", "∛": r"$\sqrt[3]{}$",
    "ε": r"$\varepsilon$", "→": r"$\to$",
}  # fmt: skip


def tikz(shown: Shown) -> str:
    """A document of one picture."""
    (scene,) = Drawing(shown).scenes([shown.step])
    used = {name for shape in flat(scene.shapes) for name in _colours(shape)}
    defined = (
        rf"\definecolor{{cl-{name}}}{{HTML}}{{{_hex(shown.colours[name])}}}"
        for name in sorted(used)
    )
    chinese = r"\usepackage{ctex}" if not _western(scene) else ""
    lines = (line for shape in flat(scene.shapes) for line in _painted(shape))
    return "\n".join(
        [
            OPENING + chinese,
            *defined,
            r"\begin{document}",
            rf"\begin{{tikzpicture}}[x={POINT}pt, y=-{POINT}pt]",
            *lines,
            r"\end{tikzpicture}",
            r"\end{document}",
            "",
        ]
    )


def _western(scene: Scene) -> bool:
    texts = (shape.text for shape in flat(scene.shapes) if isinstance(shape, Text))
    return all(ord(each) < 0x2E80 for text in texts for each in text)


def _colours(shape: Rectangle | Line | Curve | Text) -> Iterator[str]:
    for name in (getattr(shape, "fill", None), getattr(shape, "stroke", None)):
        if name is not None:
            yield name


def _hex(colour: str) -> str:
    return colour.removeprefix("#").upper()


def _painted(shape: Rectangle | Line | Curve | Text) -> Iterator[str]:
    match shape:
        case Rectangle():
            yield _rectangle(shape)
        case Line():
            yield rf"\draw[cl-{shape.stroke}] {_at(shape.start)} -- {_at(shape.end)};"
        case Curve():
            yield from _curve(shape)
        case Text():
            place, anchor = _at((shape.x, shape.y)), ANCHORS[shape.anchor]
            yield (
                rf"\node[anchor={anchor}, inner sep=0, text=cl-{shape.fill}] at {place} "
                rf"{{{_size(shape)}{_text(shape)}}};"
            )


def _rectangle(shape: Rectangle) -> str:
    paint = [f"fill=cl-{shape.fill}"] if shape.fill else []
    if shape.stroke:
        paint += [f"draw=cl-{shape.stroke}", f"line width={shape.thickness * POINT:.2f}pt"]
    if shape.corners == "all" and shape.radius:
        paint.append(f"rounded corners={shape.radius * POINT:.1f}pt")
    ends = _at((shape.x, shape.y)), _at((shape.x + shape.width, shape.y + shape.height))
    return rf"\path[{', '.join(paint)}] {ends[0]} rectangle {ends[1]};"


def _curve(shape: Curve) -> Iterator[str]:
    style = f"cl-{shape.stroke}, line width={shape.thickness * POINT:.2f}pt"
    style += ", dashed" if shape.dashed else ""
    way = _at(shape.cubics[0][0]) + "".join(
        f" .. controls {_at(b)} and {_at(c)} .. {_at(d)}" for _, b, c, d in shape.cubics
    )
    yield rf"\draw[{style}] {way};"
    head = head_of(shape)
    if head is not None:
        yield rf"\fill[cl-{shape.stroke}] {' -- '.join(map(_at, head))} -- cycle;"


def _at(point: Point) -> str:
    return f"({point[0]:.1f},{point[1]:.1f})"


def _size(shape: Text) -> str:
    size = shape.size * POINT
    bold = r"\bfseries" if shape.weight >= 600 else ""
    return rf"\fontsize{{{size:.1f}}}{{{size * 1.2:.1f}}}\selectfont{bold} "


def _text(shape: Text) -> str:
    text = "".join(SIGNS.get(each) or latex(each) or " " for each in shape.text)
    return rf"\textit{{{text}}}" if shape.mathematics else text
