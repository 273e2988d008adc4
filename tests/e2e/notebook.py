"""A notebook made small: a page with one cell, and a wire to the real widget in Python."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from time import monotonic
from typing import Any

import comm
from playwright.sync_api import Locator, Page, Route, expect

from server.notebook import widget
from server.notebook.live import Live
from tests.e2e.workspace import PATIENCE
from tests.server.notebook.wire import Wire

SITE = "http://notebook.example"
# what anywidget does: the script comes as a text, and `render` is given a model and an element
PAGE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>notebook</title></head>
<body style="margin: 12px; background: BACKGROUND"><div id="cell"></div>
<script type="module">
  const state = await kernelState();
  const told = new Map();
  const changed = new Set();
  const fire = (event, message) => [...(told.get(event) ?? [])].forEach((each) => each(message));
  const put = (name, value) => {
    if (JSON.stringify(state[name]) === JSON.stringify(value)) return false;
    state[name] = value;
    fire(`change:${name}`);
    return true;
  };
  const say = async (message) => (await kernelHears(message)).forEach(hear);
  const model = {
    get: (name) => state[name],
    set: (name, value) => put(name, value) && changed.add(name),
    save_changes() {
      const now = Object.fromEntries([...changed].map((name) => [name, state[name]]));
      changed.clear();
      say({ method: "update", state: now });
    },
    send: (content) => say({ method: "custom", content }),
    on: (event, each) => told.set(event, (told.get(event) ?? new Set()).add(each)),
    off: (event, each) => told.get(event)?.delete(each),
  };
  window.hear = ({ method, content, state: now }) => {
    if (method === "custom") fire("msg:custom", content);
    else for (const [name, value] of Object.entries(now)) put(name, value);
  };
  const url = URL.createObjectURL(new Blob([state._esm], { type: "text/javascript" }));
  const { default: shown } = await import(url);
  window.end = await shown.render({ model, el: document.getElementById("cell") });
</script></body></html>"""


class Cell:
    """One widget on show."""

    def __init__(self, page: Page, live: Live, background: str) -> None:
        self.page, self.live = page, live
        self.asked: list[dict[str, Any]] = []
        self.complaints: list[str] = []
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on(
            "console",
            lambda said: said.type == "error" and self.complaints.append(said.text),
        )
        page.expose_function("kernelState", self._state)
        page.expose_function("kernelHears", self._hear)
        page.route(f"{SITE}/**", lambda route: _send(route, background))
        page.goto(SITE)
        self.ready()

    def at(self, step: int) -> None:
        expect(self.page.locator("[data-step]")).to_have_attribute("data-step", str(step))

    def told(self, name: str, value: Any) -> None:
        """Python hears of it when the hand rests."""
        end = monotonic() + PATIENCE / 1000
        while getattr(self.live, name) != value:
            assert monotonic() < end, f"{name} is {getattr(self.live, name)!r}"
            self.page.wait_for_timeout(20)

    def ready(self) -> None:
        """Wait until the picture shows what was asked for."""
        expect(self.page.locator(".chainlight")).to_have_attribute("data-ready", "true")

    def deliver(self) -> None:
        """What Python has said by itself: a property was set."""
        self.page.evaluate("(messages) => messages.forEach(hear)", self.live.comm.taken())

    def node(self, name: str) -> Locator:
        return self.page.locator(f"[data-node='{name}']")

    def shows(self, name: str, value: str, gradient: str) -> None:
        expect(self.node(name)).to_have_attribute("data-value", value)
        expect(self.node(name)).to_have_attribute("data-gradient", gradient)

    def _state(self) -> dict[str, Any]:
        found: dict[str, Any] = self.live.get_state()
        wanted = ("_esm", "_style", *self.live.trait_names(sync=True))
        self.live.comm.taken()
        return {name: found[name] for name in wanted if name in found and name != "layout"}

    def _hear(self, message: dict[str, Any]) -> list[Any]:
        """As a kernel hands it on; the answers go back at once."""
        if message["method"] == "custom":
            self.asked.append(message["content"])
        data = {"buffer_paths": [], **message}
        self.live._handle_msg({"content": {"data": data}, "buffers": []})
        return self.live.comm.taken()


def _send(route: Route, background: str) -> None:
    page = PAGE.replace("BACKGROUND", background)
    route.fulfill(body=page, content_type="text/html; charset=utf-8")


@contextmanager
def cell(page: Page, *program: Any, background: str = "white", **chosen: Any) -> Iterator[Cell]:
    """A widget in a cell; nothing may be complained of in the console."""
    usual, comm.create_comm = comm.create_comm, Wire
    try:
        shown = Cell(page, widget(*program, **chosen), background)
        yield shown
        assert shown.complaints == []
        page.evaluate("() => end()")
        expect(page.locator(".chainlight")).to_have_count(0)
    finally:
        comm.create_comm = usual
