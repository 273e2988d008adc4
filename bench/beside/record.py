"""The record `bench/beside.md`: for each size a table, and below it what every viewer showed."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from bench.beside.pictures import small
from bench.beside.seen import PATIENCE, Seen
from bench.beside.tools import NODE, PYTHON
from bench.rows import table

ROOT = Path(__file__).parent.parent.parent
RECORD = ROOT / "bench" / "beside.md"
PICTURES = ROOT / "docs" / "pictures" / "beside"
HEAD = ("viewer", "how", "until the picture", "dragged")
NOTE = """# Large graphs on our page and in others' viewers

One run of `python -m bench.beside`, one viewer after the other, each in a browser of its own.
{machine}
The others are {versions}.

All are given the same program (the kind *lines* of [big.md](big.md)): we as a link, Netron as an
ONNX file, TensorBoard as a TensorFlow graph, Model Explorer as its own JSON, dagre and elk as lists
of cards and edges that end in a plain SVG. *Flat* is every operator by itself: ours with all of its
groups open; but Model Explorer, given more than a thousand, cuts them into sections of its own. *In
groups* is folded into the groups that our page finds; TensorBoard and Model Explorer can fold too,
and are given them as scopes of names.

*Until the picture* is the time from the address to the painted picture, by the page's own clock,
with an empty cache: the viewer's code, the graph, layout and painting. Ours also computes all
values and gradients. *Dragged* is how many frames a second there are while a hand moves the picture
in each of them; the screen asks for 60. For that, and for the picture, our page is zoomed out where
it is flat until all is in sight, as most others open; Netron opens near. After {patience:g} s
nobody waits any longer.
"""


def cells(seen: Seen) -> tuple[str, str, str, str]:
    """A viewer's row; where a figure is missing, the reason stands in its place."""
    if seen.milliseconds is None:
        return seen.viewer.name, seen.viewer.way, seen.why, ""
    moved = seen.why if seen.frames is None else f"{_short(seen.frames)} frames/s"
    return seen.viewer.name, seen.viewer.way, f"{seen.milliseconds / 1000:.1f} s", moved


def _short(number: float) -> str:
    return f"{number:.0f}" if number >= 10 else f"{number:.1g}"


def keep(found: Mapping[int, Sequence[Seen]], machine: str) -> None:
    """Writes the record, and the pictures that it shows; older ones go."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    for old in PICTURES.glob("*.png"):
        old.unlink()
    parts = [_head(machine)]
    for size, seen in found.items():
        parts.append(f"\n## {size:,} operators\n\n{table(HEAD, map(cells, seen))}\n")
        parts += [f"\n{_shown(size, each)}\n" for each in seen if each.picture]
    RECORD.write_text("".join(parts), encoding="utf-8")


def _head(machine: str) -> str:
    pinned = {name: words[0] for name, words in (PYTHON | NODE).items()}
    versions = ", ".join(f"{name} {re.split('==|@', pin)[-1]}" for name, pin in pinned.items())
    return NOTE.format(machine=machine, versions=versions, patience=PATIENCE / 1000)


def _shown(size: int, seen: Seen) -> str:
    """Keeps the picture, and shows it."""
    title = f"{seen.viewer.name}, {seen.viewer.way}"
    name = f"{title} {size}".lower().replace(",", "").replace(" ", "-")
    file = PICTURES / f"{name}.png"
    file.write_bytes(small(seen.picture or b""))
    place = file.relative_to(ROOT).as_posix()
    return f"### {title}: {size:,}\n\n![{title}: {size:,} operators](../{place})"
