"""`python -m bench.big [size …] [open]`: large programs on the page, in a headless Chromium.

How long until the first picture, how smooth, how much memory the tab takes. Each
program comes as it would from a link: read, traced, gathered, laid out and painted, all counted.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median
from urllib.parse import quote

from playwright.sync_api import Browser, Page

from bench.browser import browser, machine
from bench.graphs import narrow
from bench.page import opened
from bench.rows import Row, as_markdown, below, printed
from tests.e2e.conftest import serving

RESULTS = Path(__file__).parent / "big.md"
NOTE = """# Large graphs on the page, as measured

One run of `python -m bench.big`, the server on the same machine: {machine}
From the moment a link is opened on a page that is there until its graph has been painted: reading,
tracing, gathering, layout and painting together; and how much of that the processors worked, which
a busy machine does not lengthen. Memory is what the tab's process has for itself alone.

{table}
"""

SIZES = (1_000, 10_000, 50_000)
BARS = {10_000: 3_000.0, 50_000: 10_000.0}  # milliseconds until the first picture
MOST_MEGABYTES = {10_000: 400.0}
EDIT = 50.0  # milliseconds until the numbers are on screen
FRAME = 20.0  # 50 a second
OPEN = (3_000, 10_000)  # operators, with nothing folded
SLOWEST = 33.4  # 30 a second, as a clock that tells tenths has it
PATIENCE = 180_000


def sums(size: int) -> str:
    """One long line: a sum of products; written numbers would be nodes too, beyond the limit."""
    return "+".join(f"x{k % 10}*y" for k in range(size // 2))


def rounds(size: int) -> str:
    """One short block, many times."""
    return f"h = x\nrepeat {size // 3} as t:\n  h = tanh(h*w + b)\nh*h"


KINDS: dict[str, Callable[[int], str]] = {
    "lines": lambda size: narrow(size).source.text,
    "a sum": sums,
    "rounds": rounds,
}


def rows(browser: Browser, site: str, sizes: tuple[int, ...]) -> Iterator[Row]:
    """Each kind of program in each size, in a tab of its own."""
    for size in sizes:
        for kind, text in KINDS.items():
            page = opened(browser, site, "c = a * b")
            page.set_default_timeout(PATIENCE)
            yield from _one(browser, page, f"{size:,} operators, {kind}", size, text(size))
            page.close()


def _one(browser: Browser, page: Page, what: str, size: int, text: str) -> Iterator[Row]:
    begun = _worked(browser)
    taken = _shown(page, f"e={quote(text)}")
    yield below(f"{what}: until the first picture", "", BARS.get(size), taken, "ms")
    spent = _worked(browser) - begun
    yield below(f"{what}: the same, of the processors", "tab and server", None, spent, "s")
    cards = page.locator(".card").count()
    yield below(f"{what}: things in it", "", 60, cards, "")
    memory = max(map(_own, _renderers(browser)), default=0) / 1e6
    yield below(f"{what}: memory of the tab", "", MOST_MEGABYTES.get(size), memory, "MB")
    if page.locator("#values input[type=range]").count():
        times = page.evaluate("bench.edited(9)")
        yield below(f"{what}: a value moved, from the answer", "median", EDIT, median(times), "ms")
    for way in ("pan", "zoom"):
        times = page.evaluate(f"bench.frames('{way}', 90)")
        yield below(f"{what}: {way}", "median frame", FRAME, median(times), "ms")


def all_open(browser: Browser, site: str) -> Iterator[Row]:
    """Everything unfolded, and looked at from afar: every frame on time."""
    for size in OPEN:
        yield from _open(opened(browser, site, "c = a * b"), size)


def _open(page: Page, size: int) -> Iterator[Row]:
    page.set_default_timeout(PATIENCE)
    _shown(page, f"e={quote(narrow(size).source.text)}&fold=-")
    page.evaluate("bench.fit()")
    page.wait_for_selector(".graph.unpainted", state="attached")
    what = f"{page.locator('.card').count():,} cards, all open"
    for way in ("pan", "zoom"):
        page.evaluate(f"bench.frames('{way}', 20)")
        times = sorted(page.evaluate(f"bench.frames('{way}', 90)"))
        late = times[int(0.95 * (len(times) - 1))]
        yield below(f"{what}: {way}", "median frame", SLOWEST, median(times), "ms")
        yield below(f"{what}: {way}", f"p95 of {len(times)}", SLOWEST, late, "ms")
    page.close()


def _shown(page: Page, fragment: str) -> float:
    """Milliseconds from a link that is opened until its graph has been painted."""
    taken: float = page.evaluate(
        """async (fragment) => {
          bench.begin();
          location.hash = fragment;
          const { dataset } = document.documentElement;
          while (dataset.ready !== "false") await new Promise((done) => setTimeout(done));
          return bench.settled();
        }""",
        fragment,
    )
    return taken


def _renderers(browser: Browser) -> list[int]:
    """The process of each tab."""
    asking = browser.new_browser_cdp_session()
    found = asking.send("SystemInfo.getProcessInfo")["processInfo"]
    asking.detach()
    return [int(each["id"]) for each in found if each["type"] == "renderer"]


def _worked(browser: Browser) -> float:
    """Seconds that the tabs and the server have had of the processors: a busy machine adds none."""
    return sum(map(_seconds, [*_renderers(browser), *_servers()]))


def _servers() -> list[int]:
    """The server that we have started, by its process."""
    processes = [each for each in Path("/proc").iterdir() if each.name.isdigit()]
    ours = [each for each in processes if _fields(int(each.name))[1:2] == [str(os.getpid())]]
    return [int(each.name) for each in ours if b"server" in (each / "cmdline").read_bytes()]


def _seconds(process: int) -> float:
    user, system = (_fields(process) or ["0"] * 13)[11:13]
    return (int(user) + int(system)) / os.sysconf("SC_CLK_TCK")


def _fields(process: int) -> list[str]:
    """What the system tells of a process: its state, its parent, …; nothing once it has ended."""
    try:
        return Path(f"/proc/{process}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    except OSError:
        return []


def _own(process: int) -> int:
    """What a process has in memory for itself alone, in bytes."""
    try:
        text = Path(f"/proc/{process}/smaps_rollup").read_text(encoding="utf-8")
    except OSError:  # it has ended meanwhile
        return 0
    lines = [line.split() for line in text.splitlines()]
    return sum(int(line[1]) * 1024 for line in lines if line[0].startswith("Private"))


def main(wanted: list[str]) -> None:
    sizes = tuple(int(each) for each in wanted if each != "open") if wanted else SIZES
    with serving() as site, browser() as chromium:
        found = printed(rows(chromium, site, sizes))
        if not wanted or "open" in wanted:
            found += printed(all_open(chromium, site))
        text = NOTE.format(machine=machine(chromium), table=as_markdown(found))
    if not wanted:
        RESULTS.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
