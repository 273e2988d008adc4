"""`python -m bench.beside [size …]`: large graphs as others draw them, in the same browser.

Netron is shown the program as an ONNX file; dagre and elk lay it out flat, for a plain SVG.
They are no part of the project: `pip install netron onnx`, `npm install @dagrejs/dagre` in the
folder that PEERS names. At 10,000 operators the flat layouts work for minutes.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser, Error, Page, sync_playwright

from bench.graphs import narrow
from bench.rows import Row, as_markdown, below
from engine import Graph
from engine.shapes import outline
from server import wire
from tests.chromium import find

HERE = Path(__file__).parent
RESULTS = HERE / "beside.md"
MODULES = Path(os.environ.get("PEERS", ".")) / "node_modules"
SCRIPTS = {
    "dagre": MODULES / "@dagrejs/dagre/dist/dagre.js",
    "elk": HERE.parent / "static/node_modules/elkjs/lib/elk.bundled.js",
}
SIZES = (1_000,)
PATIENCE = 120_000  # milliseconds for Netron's first node
NOTE = """# Large graphs as others draw them

One run of `python -m bench.beside`: Chromium {chromium}, {cores} cores on which {load:.0f} programs
wanted to run on average. The same programs as in big.md (the kind *lines*), until the first picture
with everything in it, and what a frame takes while the picture is moved. Ours opens folded: see
big.md.

{table}
"""


def main(wanted: list[str]) -> None:
    found: list[Row] = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find(), args=["--no-sandbox"])
        for size in map(int, wanted or SIZES):
            for row in rows(browser, size):
                print(" | ".join(row.cells), flush=True)
                found.append(row)
        version = browser.version
        browser.close()
    if not wanted:
        cores, load, table = os.cpu_count(), os.getloadavg()[1], as_markdown(found)
        text = NOTE.format(chromium=version, cores=cores, load=load, table=table)
        RESULTS.write_text(text, encoding="utf-8")


def rows(browser: Browser, size: int) -> Iterator[Row]:
    graph = narrow(size)
    for name, show in (("Netron", in_netron), ("dagre", in_svg), ("elk", in_svg)):
        page = browser.new_page(viewport={"width": 1440, "height": 900})
        page.set_default_timeout(PATIENCE)
        what = f"{size:,} operators, {name}"
        try:
            taken, frames = show(page, graph, name)
            yield below(f"{what}: until the first picture", "", None, taken, "ms")
            yield below(f"{what}: moved", "median frame", None, median(frames), "ms")
            with suppress(Error):
                page.screenshot(path=f"{tempfile.gettempdir()}/{name}-{size}.png")
        except Error as error:
            yield Row(
                f"{what}: until the first picture", "", "", "", str(error).split("\n")[0][:60]
            )
        page.close()


def in_netron(page: Page, graph: Graph, _: str) -> tuple[float, list[float]]:
    netron = import_module("netron")
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "graph.onnx"
        file.write_bytes(as_onnx(graph))
        host, port = netron.start(str(file), browse=False)
        try:
            page.add_init_script(EVALUABLE)
            page.goto(f"http://{host}:{port}")
            accept = page.get_by_role("button", name="Accept")
            accept.wait_for()
            page.evaluate("globalThis.begun = performance.now()")
            accept.click()
            page.wait_for_selector("body.default #target .node", state="attached")
            taken = page.evaluate(PAINTED)
            return taken, page.evaluate(MOVED, ["scroll", 60])
        finally:
            netron.stop((host, port))


def as_onnx(graph: Graph) -> bytes:
    """The structure alone: operations by their names here, which Netron shows as they are."""
    from onnx import TensorProto, helper

    name = [f"v{node.id}" for node in graph.nodes]
    inputs = [node for node in graph.nodes if node.op is None]
    made = [
        helper.make_node(str(node.op), [name[k] for k in node.inputs], [name[node.id]])
        for node in graph.nodes
        if node.op is not None
    ]
    told = [helper.make_tensor_value_info(name[n.id], TensorProto.DOUBLE, []) for n in inputs]
    end = helper.make_tensor_value_info(name[graph.output], TensorProto.DOUBLE, [])
    model = helper.make_model(helper.make_graph(made, "program", told, [end]))
    return bytes(model.SerializeToString())


def in_svg(page: Page, graph: Graph, name: str) -> tuple[float, list[float]]:
    page.goto("about:blank")
    page.add_script_tag(content=SCRIPTS[name].read_text(encoding="utf-8"))
    page.add_script_tag(content=(HERE / "beside.js").read_text(encoding="utf-8"))
    asked = wire.graph(graph, outline(graph, {})[0], graph.output)
    page.evaluate(f"globalThis.graph = {json.dumps(asked)}")
    taken = page.evaluate(f"beside.{name}(globalThis.graph)")
    return taken, page.evaluate(MOVED, ["transform", 60])


# Netron takes `eval` away, by which a page is asked for things here
EVALUABLE = """{
  const real = window.eval;
  Object.defineProperty(window, "eval", { get: () => real, set() {} });
}"""
PAINTED = """() => new Promise((done) => requestAnimationFrame(() =>
  setTimeout(() => done(performance.now() - globalThis.begun))))"""
MOVED = """async ([way, count]) => {
  const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  const world = document.querySelector(way === "scroll" ? "#target" : "svg > g");
  const moves = {
    scroll: (i) => world.scrollBy(8, i % 20 < 10 ? 8 : -8),
    transform: (i) => world.setAttribute("transform", `translate(${8 * i} 0) ${globalThis.fit}`),
  };
  const times = [];
  let before = await nextFrame();
  for (let i = 0; i < count; i++) {
    moves[way](i);
    const now = await nextFrame();
    times.push(now - before);
    before = now;
  }
  return times.slice(3);
}"""


if __name__ == "__main__":
    main(sys.argv[1:])
