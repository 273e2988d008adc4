"""`python -m bench.page [part …]`: how fast the page is, in a headless Chromium beside the server.

What is measured is what a person sees: from an event in the page to the frame that shows its
effect. Nothing here runs in the tests, because a busy machine is slower than a quiet one.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median
from typing import NamedTuple
from urllib.parse import quote

from playwright.sync_api import Browser, Page, Request

from bench.browser import PAINTED, browser, machine
from bench.graphs import chain, narrow
from bench.rows import Row, as_markdown, below, printed
from tests.e2e.conftest import serving

SCRIPTS = PAINTED + (Path(__file__).parent / "page.js").read_text(encoding="utf-8")
BARE = (Path(__file__).parent / "bare.js").read_text(encoding="utf-8")
NUMBERS = 120  # as many as our page shows of 200 nodes
RESULTS = Path(__file__).parent / "page.md"
WARM = 5  # the first few are slower, because nothing has been compiled yet
LOADS = 7
LETTERS = ".first.woff2"
SIZE = {"width": 1440, "height": 900}
NOTE = """# The page's speed, as measured

One run of `python -m bench.page`, the server on the same machine: {machine}
Milliseconds from an event to the frame that shows its effect. Other machines differ; run it on
yours.

{table}
"""


class Part(NamedTuple):
    """A thing to measure: what it is called on the command line, and what measures it."""

    name: str
    rows: Callable[[Browser, str], Iterator[Row]]


def drag(browser: Browser, site: str) -> Iterator[Row]:
    """A slider that is dragged: from the input event to the new numbers."""
    for size in (10, 60, 200):
        page = opened(browser, site, narrow(size).source.text)
        what = f"slider drag, {size} nodes"
        yield _tail(f"{what}, one move at a time", 50, page.evaluate("bench.drag(40)"))
        yield _tail(f"{what}, 60 moves a second", 50, page.evaluate("bench.sweep(90)"))
        page.close()


def bare(browser: Browser, site: str) -> Iterator[Row]:
    """The same questions from a page that has hardly anything else: what the machine takes."""
    for size in (10, 60, 200):
        page = opened(browser, site, narrow(size).source.text)
        with page.expect_request("**/api/v1/trace*") as asked:
            page.evaluate("bench.drag(1)")
        name = page.evaluate("document.querySelector('#values [type=range]').ariaLabel")
        question = json.loads(asked.value.post_data or "{}")
        page.goto(f"{site}/lessons")  # of the same site, and without a program
        page.wait_for_load_state("networkidle")
        page.evaluate(SCRIPTS + BARE)
        page.evaluate("([...those]) => bench.bare(...those)", [question, name, NUMBERS])
        what = f"a bare page, the questions of {size} nodes, {NUMBERS} numbers"
        yield _tail(f"{what}, 60 moves a second", None, page.evaluate("bench.sweep(90)"))
        page.close()


def typing(browser: Browser, site: str) -> Iterator[Row]:
    """A key that changes the graph: until the new one is on screen."""
    text = narrow(60).source.text
    page = opened(browser, site, text)
    page.get_by_role("textbox", name="Expression", exact=True).click()
    page.keyboard.press("Control+End")
    page.keyboard.type(" + ")
    times = []
    for key in "abcdefghijklmnopqrstuvwx":
        page.evaluate("bench.begin()")
        page.keyboard.press(key)
        times.append(page.evaluate("bench.settled()"))
    yield _tail("keystroke to new graph, 60 nodes", 300, times[WARM:])
    page.close()


def steps(browser: Browser, site: str) -> Iterator[Row]:
    """Stepping and scrubbing a long trace: every frame on time."""
    for what, text in (("a chain", chain(500).source.text), ("a net", narrow(330).source.text)):
        page = opened(browser, site, text)
        count = page.evaluate("bench.last()")
        for way in ("step", "scrub"):
            times = page.evaluate(f"bench.frames('{way}', 200)")
            yield _tail(f"{way}, {what} of {count} steps, a frame", 33, times)
        page.close()


def looking(browser: Browser, site: str) -> Iterator[Row]:
    """Moving and zooming with everything in view."""
    page = opened(browser, site, narrow(500).source.text)
    page.evaluate("bench.fit()")
    for way in ("pan", "zoom"):
        times = page.evaluate(f"bench.frames('{way}', 150)")
        yield below(f"{way}, 500 nodes in view", "median frame", 20, median(times), "ms")
        yield _tail(f"{way}, 500 nodes in view, a frame", None, times)
    page.close()


def loading(browser: Browser, site: str) -> Iterator[Row]:
    """A cold load, until the worked example is on screen; and what had to be sent for it."""
    found = [_load(browser, site) for _ in range(LOADS)]
    yield below(
        "cold load until the first graph", "median", 1500, median(f[0] for f in found), "ms"
    )
    yield below("sent before it, worker apart", "compressed", 400, found[-1][1], "kB")
    yield below("requests before it", "", None, found[-1][2], "")


PARTS = (
    Part("drag", drag),
    Part("bare", bare),
    Part("typing", typing),
    Part("steps", steps),
    Part("looking", looking),
    Part("loading", loading),
)


def opened(browser: Browser, site: str, source: str) -> Page:
    """The workspace with this program, ready to be measured."""
    page = browser.new_page(viewport=SIZE)
    page.goto(f"{site}/#e={quote(source)}")
    page.wait_for_selector("html[data-ready=true]", timeout=60_000)
    page.wait_for_load_state("networkidle")
    page.evaluate(SCRIPTS)
    return page


# the page itself notes the moment: whoever asks it afterwards may be late
WATCH = """
new MutationObserver(() => {
  const { ready } = document.documentElement.dataset;
  if (ready === "true") globalThis.firstReady ??= performance.now();
}).observe(document, { subtree: true, attributes: true, attributeFilter: ["data-ready"] });
"""


def _load(browser: Browser, site: str) -> tuple[float, float, int]:
    """Milliseconds, kilobytes and requests of one load with an empty cache.

    The letters of the first graph are asked for while it is drawn, and count.
    """
    context = browser.new_context(viewport=SIZE)
    page = context.new_page()
    arrived: list[Request] = []

    def note(request: Request) -> None:
        arrived.append(request)

    page.on("requestfinished", note)
    page.add_init_script(WATCH)
    page.goto(site, wait_until="commit")
    page.wait_for_selector("html[data-ready=true]")
    page.wait_for_load_state("networkidle")  # so that the sizes are known
    ready = page.evaluate("globalThis.firstReady")
    ours = [each for each in arrived if "elk-worker" not in each.url]
    counted = [each for each in ours if LETTERS in each.url or _before(each, ready)]
    sizes = [each.sizes() for each in counted]
    sent = sum(size["responseBodySize"] + size["responseHeadersSize"] for size in sizes)
    context.close()
    return ready, sent / 1000, len(counted)


def _before(request: Request, end: float) -> bool:
    """Whether an answer was there before the first graph."""
    navigation = request.frame.page.evaluate("performance.timeOrigin")
    return request.timing["startTime"] + max(0, request.timing["responseEnd"]) <= navigation + end


def _tail(what: str, bar: float | None, times: list[float]) -> Row:
    """The time that 19 of 20 stay below."""
    ordered = sorted(times)
    return below(what, f"p95 of {len(times)}", bar, ordered[int(0.95 * (len(ordered) - 1))], "ms")


def main(wanted: list[str]) -> None:
    parts = [part for part in PARTS if not wanted or part.name in wanted]
    with serving() as site, browser() as chromium:
        found = printed(row for part in parts for row in part.rows(chromium, site))
        text = NOTE.format(machine=machine(chromium), table=as_markdown(found))
    if not wanted:
        RESULTS.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
