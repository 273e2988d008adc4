"""The loss curve of a run as a picture: SVG, drawn with a logarithmic axis where it can be."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

WIDTH, HEIGHT, LEFT, TOP = 640, 360, 70, 24
TICKS = 5
PICTURE = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" role="img" \
aria-label="{title}" font-family="sans-serif" font-size="12">
<rect width="100%" height="100%" fill="#fff"/>
{lines}
<path d="{path}" fill="none" stroke="#0b6bcb" stroke-width="2" stroke-linejoin="round"/>
<text x="{middle}" y="{bottom}" text-anchor="middle">{axis}</text>
<text x="{left}" y="16">{title}</text>
</svg>
"""


def plotted(steps: Sequence[int], losses: Sequence[float], title: str, axis: str) -> str:
    """The picture of these points; those that are not finite are left out."""
    points = [(s, v) for s, v in zip(steps, losses, strict=True) if math.isfinite(v)]
    logarithmic = all(value > 0 for _, value in points)
    heights = [math.log10(value) if logarithmic else value for _, value in points] or [0.0]
    least, span = min(heights), max(heights) - min(heights) or 1.0
    places = [
        f"{_across(step, steps):.1f} {_down(height, least, span):.1f}"
        for (step, _), height in zip(points, heights, strict=False)
    ]
    return PICTURE.format(
        width=WIDTH,
        height=HEIGHT,
        title=title,
        lines="\n".join(_scale(least, span, logarithmic=logarithmic)),
        path=f"M{'L'.join(places)}" if places else "",
        middle=(LEFT + WIDTH) / 2,
        bottom=HEIGHT - 10,
        axis=f"{axis}: {steps[0]} … {steps[-1]}",
        left=LEFT,
    )


def _scale(least: float, span: float, *, logarithmic: bool) -> Iterator[str]:
    """The lines behind the curve, with their numbers."""
    for k in range(TICKS):
        tick = least + span * k / (TICKS - 1)
        yield _line(_down(tick, least, span), f"{10**tick if logarithmic else tick:.3g}")


def _across(step: int, steps: Sequence[int]) -> float:
    return LEFT + (WIDTH - LEFT - 20) * (step - steps[0]) / (steps[-1] - steps[0] or 1)


def _down(height: float, least: float, span: float) -> float:
    return TOP + (HEIGHT - TOP - 50) * (1 - (height - least) / span)


def _line(y: float, text: str) -> str:
    return (
        f'<path d="M{LEFT} {y:.1f}H{WIDTH - 20}" stroke="#ddd"/>'
        f'<text x="{LEFT - 6}" y="{y + 4:.1f}" text-anchor="end">{text}</text>'
    )
