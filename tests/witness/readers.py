"""Other people's programs read what we export: python -m tests.witness.readers

    apt-get install graphviz librsvg2-bin poppler-utils
    apt-get install texlive-xetex texlive-pictures texlive-lang-chinese
    apt-get install zbar-tools ffmpeg;  pip install nbconvert ipykernel;  npm install mermaid jsdom

It installs nothing and says which reader is absent. Mermaid is looked for in the folder that
`--modules` names. Every example, a part of the corpus and every hostile program is read by each;
`--only dot` asks one reader, and what a reader refuses is printed.
"""

from __future__ import annotations

import sys
from argparse import ArgumentParser
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from engine.examples import EXAMPLES
from engine.export.animated import Walk, apng, gif
from engine.export.films import mp4, webm
from engine.export.formats import TEXTS
from engine.export.pictures import picture, sheet, walk
from engine.export.rendered import MOST_FRAMES, pdf, png
from engine.export.shown import Shown
from server import qr
from server.limits import LOOPBACK
from server.terminal import tell
from tests import corpora
from tests.engine.export.exported import exported, hostile, of_row
from tests.witness.exports import chosen
from tests.witness.reading import CODE, READERS, Reader, address

MOVING = {"gif": gif, "apng": apng, "webm": webm, "mp4": mp4}
MOST_ON_SHEET = 30  # steps
MOST = 60  # nodes; larger ones take TeX long and show nothing new
SAMPLED = {"pdf": 3, "ipynb": 3, CODE: 3} | dict.fromkeys(MOVING, 9)  # these take seconds


class Written(NamedTuple):
    """A program and the file that it became."""

    shown: Shown
    path: Path


def main() -> int:
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("--only", help="one reader, or one ending")
    parser.add_argument("--modules", type=Path, default=Path(), help="where npm put Mermaid")
    options = parser.parse_args()
    programs = [*_examples(), *_corpus(), *hostile()]
    refused = 0
    for reader in READERS:
        if options.only in (None, reader.name, reader.ending):
            refused += _ask(reader, programs, options.modules.resolve())
    return 1 if refused else 0


def _ask(reader: Reader, programs: list[Shown], modules: Path) -> int:
    """How many of its files a reader refuses; an absent one refuses none, and that is told."""
    if not reader.here(modules):
        tell(f"{reader.name} is not here; {reader.ending} was not read")
        return 0
    with TemporaryDirectory() as folder:
        written = list(_written(reader, programs, Path(folder)))
        said = reader.read([(each.shown, each.path) for each in written], modules)
    tell(f"{reader.name} read {len(written) - len(said)} of {len(written)} {reader.ending}")
    for path, complaint in list(said.items())[:3]:
        source = next(each.shown.source for each in written if each.path == path)
        tell(f"  {source[:60]!r}: {complaint[-300:]!r}")
    return len(said)


def _written(reader: Reader, programs: list[Shown], folder: Path) -> Iterator[Written]:
    for number, shown in enumerate(programs[:: SAMPLED.get(reader.ending, 1)]):
        path = folder / f"exported-{number}.{reader.ending}"
        path.write_bytes(_bytes(reader.ending, shown))
        yield Written(shown, path)


def _bytes(ending: str, shown: Shown) -> bytes:
    """The file that the server would send."""
    if ending == CODE:
        return png(qr.svg(address(shown), LOOPBACK).decode(), 300.0, 1.0, "")
    if ending not in ("svg", "png", "pdf", *MOVING):
        return next(row for row in TEXTS.values() if row.ending == ending).write(shown).encode()
    drawn = sheet(shown) if ending == "pdf" and len(shown.run.steps) < MOST_ON_SHEET else None
    drawn = drawn or picture(shown)
    if ending == "svg":
        return drawn.svg.encode()
    if ending == "png":
        return png(drawn.svg, drawn.width, 1.0, "{}")
    if ending == "pdf":
        return pdf(drawn.svg, drawn.width)
    frames = [frame.svg for frame in walk(shown)] if len(shown.run.steps) < MOST_FRAMES else []
    return MOVING[ending](Walk(tuple(frames or [drawn.svg]), drawn.width, 0.5, "{}"))


def _examples() -> Iterator[Shown]:
    for example in EXAMPLES:
        for language in ("en", "zh"):
            shown = exported(example.source, example.values, language=language)
            if len(shown.tape.graph.nodes) <= MOST:
                yield shown


def _corpus() -> Iterator[Shown]:
    shown = map(of_row, chosen(corpora.programs()))
    return (each for each in shown if len(each.tape.graph.nodes) <= MOST)


if __name__ == "__main__":
    sys.exit(main())
