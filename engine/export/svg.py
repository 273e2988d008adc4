"""The painter of SVG: text stays text, nothing is fetched, and a screen reader hears every card."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from engine.export.escape import xml
from engine.export.palette import MATHEMATICS, SANS
from engine.export.shapes import Curve, Group, Line, Rectangle, Scene, Shape, Text, head_of

CHINESE = "\u2e80"  # letters from here on have no italics
Colours = Mapping[str, str]


def svg(scene: Scene, colours: Colours, scale: float = 1.0, state: str = "") -> str:
    """The file; `state` is kept in it, so that the page can open the picture again."""
    width, height = _n(scene.width), _n(scene.height)
    size = f'width="{_n(scene.width * scale)}" height="{_n(scene.height * scale)}"'
    kept = f'<metadata id="chainlight">{xml(state)}</metadata>' if state else ""
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" {size} viewBox="0 0 {width} {height}" '
            'role="img" aria-labelledby="title description">',
            f'<title id="title">{xml(scene.title)}</title>',
            f'<desc id="description">{xml(scene.description)}</desc>{kept}',
            *(line for shape in scene.shapes for line in painted(shape, colours)),
            "</svg>\n",
        ]
    )


def painted(shape: Shape, colours: Colours) -> Iterator[str]:
    match shape:
        case Group():
            yield f'<g role="group" aria-label="{xml(shape.label)}">'
            yield f"<title>{xml(shape.label)}</title>"
            for inner in shape.shapes:
                yield from painted(inner, colours)
            yield "</g>"
        case Rectangle():
            yield _rectangle(shape, colours)
        case Line():
            (x1, y1), (x2, y2) = shape.start, shape.end
            ends = f'x1="{_n(x1)}" y1="{_n(y1)}" x2="{_n(x2)}" y2="{_n(y2)}"'
            paint = f'stroke="{colours[shape.stroke]}" stroke-width="{shape.thickness}"'
            yield f"<line {ends} {paint}/>"
        case Curve():
            yield from _curve(shape, colours)
        case Text():
            yield _text(shape, colours)


def _rectangle(shape: Rectangle, colours: Colours) -> str:
    paint = f'fill="{colours[shape.fill] if shape.fill else "none"}"'
    if shape.stroke:
        paint += f' stroke="{colours[shape.stroke]}" stroke-width="{shape.thickness}"'
    if shape.corners == "all":
        place = f'x="{_n(shape.x)}" y="{_n(shape.y)}"'
        size = f'width="{_n(shape.width)}" height="{_n(shape.height)}" rx="{_n(shape.radius)}"'
        return f"<rect {place} {size} {paint}/>"
    return f'<path d="{_rounded_below(shape)}" {paint}/>'


def _rounded_below(shape: Rectangle) -> str:
    """One lower corner is round: half a card."""
    x, y, w, h, r = shape.x, shape.y, shape.width, shape.height, shape.radius
    if shape.corners == "left":
        return f"M{_n(x)} {_n(y)}h{_n(w)}v{_n(h)}h{_n(r - w)}a{r} {r} 0 0 1-{r}-{r}z"
    return f"M{_n(x)} {_n(y)}h{_n(w)}v{_n(h - r)}a{r} {r} 0 0 1-{r} {r}h{_n(r - w)}z"


def _curve(shape: Curve, colours: Colours) -> Iterator[str]:
    colour = colours[shape.stroke]
    start = shape.cubics[0][0]
    parts = "".join(
        f"C{_n(b[0])} {_n(b[1])} {_n(c[0])} {_n(c[1])} {_n(d[0])} {_n(d[1])}"
        for _, b, c, d in shape.cubics
    )
    dashes = ' stroke-dasharray="3 5"' if shape.dashed else ""
    way = f"M{_n(start[0])} {_n(start[1])}{parts}"
    yield (
        f'<path d="{way}" fill="none" stroke="{colour}" stroke-width="{shape.thickness}"{dashes}/>'
    )
    head = head_of(shape)
    if head is not None:
        corners = "L".join(f"{_n(x)} {_n(y)}" for x, y in head)
        yield f'<path d="M{corners}z" fill="{colour}"/>'


def _text(shape: Text, colours: Colours) -> str:
    face = MATHEMATICS if shape.mathematics else SANS
    western = max(shape.text, default="") < CHINESE
    style = ' font-style="italic"' if shape.mathematics and western else ""
    weight = "" if shape.weight == 400 else f' font-weight="{shape.weight}"'
    return (
        f'<text x="{_n(shape.x)}" y="{_n(shape.y)}" text-anchor="{shape.anchor}" '
        f'font-family="{xml(face)}" font-size="{_n(shape.size)}"{weight}{style} '
        f'fill="{colours[shape.fill]}">{xml(shape.text)}</text>'
    )


def _n(number: float) -> str:
    """Short: a tenth of a pixel is enough."""
    return f"{number:.1f}".removesuffix(".0")
