"""The head that all pages share: the name that leads home, and a link to every page."""

from __future__ import annotations

import html

PLACE = "<!-- the ways to every page -->"  # where a page wants it
WAYS = (
    ("", "nav.workspace", "Workspace"),
    ("lessons", "nav.lessons", "Lessons"),
    ("gallery", "nav.gallery", "Gallery"),
    ("lab/train", "nav.train", "Training"),
    ("lab/health", "nav.health", "Health"),
    ("docs", "nav.api", "API"),
)
LOGO = (
    '<svg width="22" height="22" viewBox="0 0 22 22" aria-hidden="true">'
    '<circle class="ring" cx="5" cy="16" r="4"/><circle class="dot" cx="16" cy="6" r="4.4"/>'
    '<path class="chain" d="M8 13 13 9"/></svg>'
)


def with_ways(page: str, path: str) -> str:
    """The page with its head; links are relative, so that a site may stand below a folder."""
    home = "../" * (path.count("/") - 1) or "./"
    brand = f'<h1 class="brand"><a href="{home}">{LOGO}Chainlight</a></h1>'
    links = "\n".join(f"        {_link(home, way, path)}" for way in WAYS)
    nav = f'{brand}\n      <nav data-label="nav.label">\n{links}\n      </nav>'
    return page.replace(PLACE, nav)


def _link(home: str, way: tuple[str, str, str], path: str) -> str:
    to, key, text = way
    current = ' aria-current="page"' if path == f"/{to}" else ""
    href = home + to if home == "../" or not to else to
    return f'<a href="{html.escape(href)}"{current} data-word="{key}">{text}</a>'
