"""Each reader that is not ours: how it is asked, and how it tells that a file is no good."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote

from PIL import Image

from engine.export.rendered import MOST_FRAMES
from engine.export.shown import Shown

CODE = "qr.png"
SCRIPT = Path(__file__).with_name("mermaid.mjs")
PATIENCE = 600  # seconds
Files = Sequence[tuple[Shown, Path]]
Said = dict[Path, str]  # what it said of the files that it refused


class Reader(NamedTuple):
    """A program by name, the files it reads, and what it says of them."""

    name: str
    ending: str
    here: Callable[[Path], bool]
    read: Callable[[Files, Path], Said]


def _run(command: Sequence[str | Path], folder: Path) -> tuple[int, str, str]:
    done = subprocess.run(
        list(map(str, command)), check=False, capture_output=True, cwd=folder, timeout=PATIENCE
    )
    return (
        done.returncode,
        done.stdout.decode(errors="replace"),
        done.stderr.decode(errors="replace"),
    )


def _program(name: str, ending: str, *words: str) -> Reader:
    """Called once for each file; {} is its path."""

    def read(files: Files, _modules: Path) -> Said:
        said = {}
        for _, path in files:
            code, out, err = _run([name, *(word.format(path) for word in words)], path.parent)
            if code:
                said[path] = err or out
        return said

    return Reader(name, ending, lambda _modules: shutil.which(name) is not None, read)


def _counted(shown: Shown, nodes: int, edges: int) -> str:
    """A label that broke out would have made things of its own."""
    graph = shown.tape.graph
    if (nodes, edges) == (len(graph.nodes), len(graph.edges)):
        return ""
    return f"read {nodes} nodes and {edges} edges of {len(graph.nodes)} and {len(graph.edges)}"


def _graphviz(files: Files, _modules: Path) -> Said:
    said = {}
    for shown, path in files:
        code, out, err = _run(["dot", "-Tplain", path], path.parent)
        starts = [line.split(" ", 1)[0] for line in out.splitlines()]
        short = err if code else _counted(shown, starts.count("node"), starts.count("edge"))
        if short:
            said[path] = short
    return said


def _mermaid(files: Files, modules: Path) -> Said:
    """One process for all of them: each line it prints is a file's nodes and edges, or why not."""
    _, out, err = _run(["node", SCRIPT, modules, *(path for _, path in files)], modules)
    told = dict(line.split("\t", 1) for line in out.splitlines() if "\t" in line)
    said = {}
    for shown, path in files:
        answer = told.get(str(path), err)
        counts = answer.split()
        whole = len(counts) == 2 and all(map(str.isdigit, counts))
        short = _counted(shown, *map(int, counts)) if whole else answer
        if short:
            said[path] = short
    return said


def _pillow(files: Files, _modules: Path) -> Said:
    """Every frame, to its last pixel; and the text that opens a PNG again."""
    said = {}
    for _, path in files:
        try:
            with Image.open(path) as image:
                for frame in range(getattr(image, "n_frames", 1)):
                    image.seek(frame)
                    image.load()
                if path.suffix in (".png", ".apng") and image.info.get("chainlight") != "{}":
                    said[path] = "its text is not there"
        except OSError as error:
            said[path] = str(error)
    return said


def _filmed(files: Files, _modules: Path) -> Said:
    """Every frame is decoded and counted; a film of a walk has four for each step, ten at last."""
    said = {}
    words = ["-v", "error", "-count_frames", "-show_entries", "stream=nb_read_frames",
             "-of", "csv=p=0"]  # fmt: skip
    for shown, path in files:
        code, out, err = _run(["ffprobe", *words, path], path.parent)
        steps = len(shown.run.steps) if len(shown.run.steps) < MOST_FRAMES else 0
        wanted = steps + 1 if path.suffix == ".apng" else steps * 4 + 10
        if code or err or out.strip().strip(",") != str(wanted):
            said[path] = err or f"{out.strip()} frames of {wanted}"
    return said


def _notebooks(files: Files, _modules: Path) -> Said:
    """Run from top to bottom, and made a page of; a cell that fails is a refusal."""
    name = "jupyter-nbconvert"
    words = ["--to", "html", "--execute", "--log-level", "ERROR"]
    paths = [path for _, path in files]
    if _run([name, *words, *paths], paths[0].parent)[0] == 0:
        return {}
    alone = {path: _run([name, *words, path], path.parent) for path in paths}
    return {path: err for path, (code, _, err) in alone.items() if code}


def address(shown: Shown) -> str:
    """A link with the beginning of a program in it, as long as a phone can read."""
    return f"http://127.0.0.1:8000/#e={quote(shown.source[:90], errors='replace')}"


def _scanned(files: Files, _modules: Path) -> Said:
    """The very address comes out of its squares."""
    said = {}
    for shown, path in files:
        _, out, err = _run(["zbarimg", "--raw", "-q", path], path.parent)
        if out.strip() != address(shown):
            said[path] = f"read {out!r} {err}"
    return said


def _found(name: str) -> Callable[[Path], bool]:
    return lambda _modules: shutil.which(name) is not None


def _has_mermaid(modules: Path) -> bool:
    parts: Mapping[str, bool] = {
        name: (modules / "node_modules" / name).is_dir() for name in ("mermaid", "jsdom")
    }
    return shutil.which("node") is not None and all(parts.values())


TEX = ("-interaction=nonstopmode", "-halt-on-error", "-no-shell-escape", "{}")
READERS = (
    Reader("dot", "dot", _found("dot"), _graphviz),
    Reader("mermaid", "mmd", _has_mermaid, _mermaid),
    _program("rsvg-convert", "svg", "-o", "read.png", "{}"),
    Reader("Pillow", "png", lambda _: True, _pillow),
    Reader("Pillow", "gif", lambda _: True, _pillow),
    Reader("Pillow", "apng", lambda _: True, _pillow),
    *(Reader("ffprobe", ending, _found("ffprobe"), _filmed) for ending in ("apng", "webm", "mp4")),
    Reader("zbarimg", CODE, _found("zbarimg"), _scanned),
    _program("pdfinfo", "pdf", "{}"),
    _program("pdftotext", "pdf", "{}", "/dev/null"),
    Reader("nbconvert", "ipynb", _found("jupyter-nbconvert"), _notebooks),
    _program("xelatex", "tex", *TEX),
    _program("xelatex", "tikz.tex", *TEX),
)
