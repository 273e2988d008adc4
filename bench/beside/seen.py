"""One viewer with one graph, in a browser of its own: how soon there is a picture, how it moves."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from playwright.sync_api import ConsoleMessage, Error, Page
from playwright.sync_api import TimeoutError as TooLate

from bench.beside.tools import Missing
from bench.beside.viewers import Viewer
from bench.browser import PAINTED, browser
from engine import Graph

WATCH = PAINTED + (Path(__file__).parent / "watch.js").read_text(encoding="utf-8")
SAYS = "beside: "
PATIENCE = 120_000  # milliseconds until the first picture
FRAMES, LONGEST = 90, 10_000
REST = 1_500  # milliseconds: pictures come in with movement
# Other sites are not there: their absence must not take time
ALONE = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"


class Seen(NamedTuple):
    """What came of it; `why` there is nothing more, where there is not."""

    viewer: Viewer
    milliseconds: float | None = None
    frames: float | None = None  # a second, while it is dragged
    picture: bytes | None = None
    why: str = ""


def seen(viewer: Viewer, graph: Graph) -> Seen:
    try:
        with (
            TemporaryDirectory() as folder,
            viewer.given(graph, Path(folder), viewer.grouped) as address,
            browser(ALONE) as chromium,
        ):
            page = chromium.new_page(viewport={"width": 1440, "height": 900})
            return _looked(page, viewer, address)
    except Missing as error:
        return Seen(viewer, why=str(error))


def _looked(page: Page, viewer: Viewer, address: str) -> Seen:
    # Netron asks first whether it may count its visitors: it has been answered before
    page.context.add_cookies([{"name": "consent", "value": "1", "url": "http://127.0.0.1"}])
    script = WATCH.replace("DRAWN;", f"{viewer.drawn};").replace("HELD;", f"{viewer.held};")
    page.add_init_script(script)
    found = Seen(viewer)
    try:
        found = found._replace(milliseconds=_first(page, address))
        found = found._replace(picture=_whole(page, viewer))
        return _dragged(page, found)
    except TooLate:
        what = "no picture" if found.milliseconds is None else "does not answer"
        return found._replace(why=f"{what} in {PATIENCE / 1000:g} s")
    except Error as error:
        return found._replace(why=str(error).split("\n")[0])


def _first(page: Page, address: str) -> float:
    """Milliseconds from the address to the painted picture, by the page's own clock."""

    def told(message: ConsoleMessage) -> bool:
        return message.text.startswith(SAYS)

    with page.expect_console_message(told, timeout=PATIENCE) as message:
        page.goto(address, wait_until="commit")
    return float(message.value.text.removeprefix(SAYS))


def _whole(page: Page, viewer: Viewer) -> bytes:
    page.evaluate(viewer.whole or "null")
    page.wait_for_timeout(REST)
    return page.screenshot(timeout=PATIENCE)


def _dragged(page: Page, found: Seen) -> Seen:
    """With the frames a second, if what one sees has changed."""
    page.mouse.move(720, 450)  # so that there is a pointer
    frames = page.evaluate(f"dragged({FRAMES}, {LONGEST})")
    if page.screenshot(timeout=PATIENCE) == found.picture:
        return found._replace(why="does not move")
    return found._replace(frames=frames)
