"""Other people's programs read what we export: python -m tests.witness.readers

Needs Graphviz, rsvg-convert and poppler (Debian: apt-get install graphviz librsvg2-bin
poppler-utils); pdflatex and xelatex are used where they are. Every example is read by each, and so
is every hostile program; what a reader refuses is printed.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from engine.examples import EXAMPLES
from engine.export.formats import TEXTS
from engine.export.pictures import picture
from engine.export.rendered import pdf
from engine.export.shown import Shown
from server.terminal import tell
from tests.engine.export.exported import exported, hostile

MOST = 60  # nodes; larger ones take TeX long and show nothing new


class Reader(NamedTuple):
    program: str
    command: tuple[str, ...]
    ending: str
    write: Callable[[Shown], bytes]


def _text(name: str) -> Callable[[Shown], bytes]:
    return lambda shown: TEXTS[name].write(shown).encode()


def _svg(shown: Shown) -> bytes:
    return picture(shown).svg.encode()


def _pdf(shown: Shown) -> bytes:
    drawn = picture(shown)
    return pdf(drawn.svg, drawn.width)


TEX = ("-interaction=nonstopmode", "-halt-on-error", "-no-shell-escape", "{}")
READERS = (
    Reader("dot", ("-Tcanon", "-o", "/dev/null", "{}"), "dot", _text("dot")),
    Reader("rsvg-convert", ("-o", "read.png", "{}"), "svg", _svg),
    Reader("pdftotext", ("{}", "/dev/null"), "pdf", _pdf),
    Reader("pdfinfo", ("{}",), "pdf", _pdf),
    Reader("xelatex", TEX, "tex", _text("latex")),
    Reader("xelatex", TEX, "tikz.tex", _text("tikz")),
)


def main() -> int:
    programs = [*_examples(), *hostile()]
    refused = 0
    for reader in READERS:
        if shutil.which(reader.program) is None:
            tell(f"{reader.program} is not here; {reader.ending} was not read")
            continue
        short = [said for shown in programs if (said := _read(reader, shown))]
        refused += len(short)
        read = f"{len(programs) - len(short)} of {len(programs)}"
        tell(f"{reader.program} read {read} {reader.ending}")
        for said in short[:3]:
            tell(f"  {said}")
    return 1 if refused else 0


def _examples() -> Iterator[Shown]:
    for example in EXAMPLES:
        for language in ("en", "zh"):
            shown = exported(example.source, example.values, language=language)
            if len(shown.tape.graph.nodes) <= MOST:
                yield shown


def _read(reader: Reader, shown: Shown) -> str:
    """Nothing where the reader was content, else the end of what it said."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / f"exported.{reader.ending}"
        path.write_bytes(reader.write(shown))
        command = [reader.program, *(part.format(path) for part in reader.command)]
        done = subprocess.run(command, check=False, capture_output=True, cwd=folder, timeout=120)
    if done.returncode == 0:
        return ""
    return f"{shown.source[:60]!r}: {(done.stderr or done.stdout)[-200:]!r}"


if __name__ == "__main__":
    sys.exit(main())
