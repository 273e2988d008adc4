"""Every viewer: how it is given a graph, how one sees that its picture is there, what one drags."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote

from bench.beside import tools
from bench.beside.told import told
from engine import Graph
from tests.e2e.conftest import serving

HERE = Path(__file__).parent
Given = Callable[[Graph, Path, bool], AbstractContextManager[str]]


class Viewer(NamedTuple):
    """`given` a graph and a folder for files, it has an address. The rest is asked of its page."""

    name: str
    grouped: bool
    given: Given
    drawn: str
    held: str
    whole: str = ""  # brings all into sight, where it does not open so

    @property
    def way(self) -> str:
        return "in groups" if self.grouped else "flat"


@contextmanager
def chainlight(graph: Graph, _: Path, grouped: bool) -> Iterator[str]:
    with serving() as site:
        yield f"{site}/#e={quote(graph.source.text)}" + ("" if grouped else "&fold=-")


@contextmanager
def netron(graph: Graph, folder: Path, grouped: bool) -> Iterator[str]:
    tools.install("Netron")
    file = folder / "program.onnx"
    tools.written("onnx_file.py", told(graph, grouped=grouped), file)
    with tools.serving("netron", str(file)) as site:
        yield site


@contextmanager
def tensorboard(graph: Graph, folder: Path, grouped: bool) -> Iterator[str]:
    """Its server reads the file beforehand, which is not counted."""
    tools.install("TensorBoard")
    tools.written("event_file.py", told(graph, grouped=grouped), folder)
    read = {"known": "data/plugin/graphs/info", "says": '"run_graph": true'}
    with tools.serving("tensorboard", "--logdir", str(folder), **read) as site:
        yield f"{site}/#graphs"


@contextmanager
def model_explorer(graph: Graph, folder: Path, grouped: bool) -> Iterator[str]:
    tools.install("Model Explorer")
    file = folder / "program.json"
    nodes = [
        {
            "id": str(node["id"]),
            "label": node["op"],
            "namespace": "/".join(node["groups"]),
            "incomingEdges": [
                {"sourceNodeId": str(source), "targetNodeInputId": str(port)}
                for port, source in enumerate(node["reads"])
            ],
        }
        for node in told(graph, grouped=grouped)
    ]
    file.write_text(json.dumps([{"id": "program", "nodes": nodes}]), encoding="utf-8")
    with tools.serving("model-explorer", "--no_open_in_browser") as site:
        yield f"{site}/?data={quote(json.dumps({'models': [{'url': str(file)}]}))}"


def flat(name: str, script: str) -> Given:
    """A library that only lays out: all cards and lines in a plain SVG."""

    @contextmanager
    def given(graph: Graph, folder: Path, grouped: bool) -> Iterator[str]:
        tools.install(name)
        nodes = json.dumps(told(graph, grouped=grouped))
        own = (HERE / "flat.js").read_text(encoding="utf-8")
        page = folder / "flat.html"
        library = f'<script src="{(tools.MODULES / script).as_uri()}"></script>'
        text = f"<meta charset=utf-8><body>{library}<script>{own}\nflat.{name}({nodes})</script>"
        page.write_text(text, encoding="utf-8")
        yield page.as_uri()

    return given


OURS = (chainlight, "deep('html[data-ready=true]')", "deep('.graph')")
NETRON = (netron, "deep('body.default #target .node')", "deep('#target')")
SCENE = "'tf-graph-dashboard', 'tf-graph-board', 'tf-graph', 'tf-graph-scene'"
TENSORBOARD = (tensorboard, f"deep({SCENE}, 'g.node')", f"deep({SCENE}, '#svg')")
EXPLORED = "deep('webgl-renderer canvas.main')"
EXPLORER = (model_explorer, f"{EXPLORED} && !deep('.processing-msg-container')", EXPLORED)
FLAT = ("deep('svg')", "deep('svg')")

VIEWERS = (
    Viewer("Chainlight", True, *OURS),
    Viewer("Chainlight", False, *OURS, "document.querySelector('#zoom-fit').click()"),
    Viewer("Netron", False, *NETRON),
    Viewer("TensorBoard", True, *TENSORBOARD),
    Viewer("TensorBoard", False, *TENSORBOARD),
    Viewer("Model Explorer", True, *EXPLORER),
    Viewer("Model Explorer", False, *EXPLORER),
    Viewer("dagre", False, flat("dagre", "@dagrejs/dagre/dist/dagre.js"), *FLAT),
    Viewer("elk", False, flat("elk", "elkjs/lib/elk.bundled.js"), *FLAT),
)
