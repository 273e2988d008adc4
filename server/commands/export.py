"""chainlight export: a program as a picture, a text, or code that proves itself."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from pathlib import Path

from server.commands import program
from server.commands.program import Unclear
from server.exports import NAMES, PICTURES, TEXTS, export
from server.schemas.export import LARGEST, SMALLEST, ExportRequest
from server.terminal import is_terminal, tell

HELP = "a picture, a text or code of one run: svg, png, pdf, mp4, numpy, latex …"
ROWS = (PICTURES | TEXTS).items()
# the longest first: graph.tikz.tex is TikZ; a .py that says no more is NumPy
ENDINGS = {row.ending: name for name, row in sorted(ROWS, key=lambda row: -len(row[1].ending))}
PLAIN = {"json": "json", "py": "numpy"}


def declare(parser: ArgumentParser) -> None:
    program.declare(parser)
    parser.add_argument("--to", choices=NAMES, help="the format; else the file's ending tells")
    parser.add_argument("-o", "--file", type=Path, help="where to; stdout if not given")
    parser.add_argument("--step", type=_step, help="how many steps are done; all if not given")
    parser.add_argument("--theme", choices=("light", "dark", "print"), default="light")
    parser.add_argument("--scale", type=_scale, default=1.0, help="of a picture, 0.25 to 4 (1)")
    parser.add_argument("--sheet", action="store_true", help="a picture of all steps")
    parser.add_argument("--blanks", action="store_true", help="a handout: numbers left blank")


def _step(text: str) -> int:
    if not text.isdecimal():
        raise ArgumentTypeError("a step is a whole number, 0 or more")
    return int(text)


def _scale(text: str) -> float:
    try:
        scale = float(text)
    except ValueError:
        scale = 0.0
    if not SMALLEST <= scale <= LARGEST:
        raise ArgumentTypeError(f"a scale is a number from {SMALLEST} to {LARGEST}")
    return scale


def run(options: Namespace) -> int:
    """Write what /export answers into a file, or to stdout."""
    asking = program.asking(options)
    body = asking.request | {
        "step": options.step,
        "theme": options.theme,
        "scale": options.scale,
        "sheet": options.sheet,
        "blanks": options.blanks,
    }
    request = ExportRequest.model_validate(body)
    found = export(_format(options), request, asking.compute, asking.language)
    made = found.job(_told) if found.moves else found.job()
    if options.file is None:
        sys.stdout.buffer.write(made)
        sys.stdout.buffer.flush()
        return 0
    program.put(options.file, made)
    tell(f"{options.file}: {len(made)} bytes", sys.stderr)
    return 0


def _told(done: int, of: int) -> None:
    """How far a moving picture is, in a line that is written over; nothing where nobody looks."""
    if is_terminal(sys.stderr):
        sys.stderr.write("\r\x1b[K" if done == of else f"\r{done}/{of}")
        sys.stderr.flush()


def _format(options: Namespace) -> str:
    """As asked for, or as the file's name says: graph.svg, net.jax.py."""
    if options.to is not None:
        chosen: str = options.to
        return chosen
    name = "" if options.file is None else options.file.name
    endings = (ENDINGS | PLAIN).items()
    found = next((known for ending, known in endings if name.endswith(f".{ending}")), None)
    if found is None:
        raise Unclear(f"say which format with --to: {', '.join(NAMES)}")
    return found
