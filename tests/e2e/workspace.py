"""The page as a reader sees it: by its names, its hooks and its keys."""

from __future__ import annotations

from time import monotonic
from typing import Any, cast

from playwright.sync_api import ConsoleMessage, Error, Locator, Page, expect

SEED = "c = a + b\nd = b + 1\ne = c * d"
BROKEN = "c = a + b\nd = log(b + 1\ne = c * d"
PATIENCE = 20_000  # milliseconds, for a busy machine

expect.set_options(timeout=PATIENCE)


def forbid_copying(workspace: Workspace) -> None:
    """As a browser does that keeps the clipboard to itself."""
    permission = {"permission": {"name": "clipboard-write"}, "setting": "denied"}
    browser = workspace.page.context.new_cdp_session(workspace.page)
    browser.send("Browser.setPermission", permission)


def break_it(workspace: Workspace) -> None:
    workspace.editor.click()
    workspace.page.keyboard.press("Control+a")
    workspace.page.keyboard.type(BROKEN)


class Workspace:
    """One open page."""

    def __init__(self, page: Page, site: str) -> None:
        self.page = page
        self.site = site
        self.complaints: list[str] = []
        page.set_default_timeout(PATIENCE)
        page.on("console", self._heard)
        page.on("pageerror", self._failed)

    def open(self, path: str = "/") -> None:
        self.page.goto("about:blank")  # another fragment alone would load nothing
        self.page.goto(self.site + path)
        self.ready()

    def ready(self) -> None:
        """Wait until the graph on screen is that of the text, with its numbers."""
        expect(self.page.locator("html")).to_have_attribute("data-ready", "true", timeout=PATIENCE)

    @property
    def editor(self) -> Locator:
        return self.page.get_by_role("textbox", name="Expression", exact=True)

    def type(self, program: str) -> None:
        """Type a program over the one that is there, key by key."""
        self.editor.click()
        self.page.keyboard.press("Control+a")
        self.page.keyboard.type(program)
        self.ready()

    def button(self, name: str) -> Locator:
        return self.page.get_by_role("button", name=name, exact=True)

    def slider(self, name: str) -> Locator:
        return self.page.get_by_role("slider", name=name, exact=True)

    def node(self, name: str) -> Locator:
        return self.page.locator(f"[data-node='{name}']")

    def value(self, name: str) -> str:
        return self._read(self.node(name), "data-value")

    def gradient(self, name: str) -> str:
        return self._read(self.node(name), "data-gradient")

    def local(self, edge: str) -> str:
        return self._read(self.page.locator(f"[data-edge='{edge}']"), "data-local")

    def locals(self) -> dict[str, str]:
        """Every edge on screen with its local derivative."""
        return dict(self._hooks("data-edge", "data-local"))

    @property
    def step(self) -> int:
        return int(self._read(self.page.locator("[data-step]"), "data-step"))

    def until(self, expression: str, within: float = PATIENCE) -> None:
        """Wait for something that only a script can see; the page's policy forbids polling it."""
        end = monotonic() + within / 1000
        while not self.page.evaluate(expression):
            assert monotonic() < end, f"never true: {expression}"
            self.page.wait_for_timeout(20)

    @property
    def fragment(self) -> str:
        return cast("str", self.page.evaluate("location.hash"))

    def numbers(self) -> dict[str, tuple[str, str]]:
        """Every node on screen: its value and its gradient."""
        read = self._hooks("data-node", "data-value", "data-gradient")
        return {name: (value, gradient) for name, value, gradient in read}

    def _hooks(self, *names: str) -> list[Any]:
        """These attributes of all that have the first, asked for at once."""
        script = "(all, names) => all.map((one) => names.map((name) => one.getAttribute(name)))"
        read: list[Any] = self.page.locator(f"[{names[0]}]").evaluate_all(script, names)
        assert all(text is not None for texts in read for text in texts), names
        return read

    def scene(self) -> tuple[object, ...]:
        """Everything that a step shows, to compare one visit with another."""
        sentence = self.page.locator("[data-step]").inner_text()
        return self.step, self.numbers(), self.locals(), sentence

    def _read(self, found: Locator, attribute: str) -> str:
        text = found.get_attribute(attribute)
        assert text is not None, attribute
        return text

    def _heard(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            self.complaints.append(message.text)

    def _failed(self, error: Error) -> None:
        self.complaints.append(str(error))
