"""What all pages share: what the browser is told first, the name that leads home, a link to every
page, and the switches of language and theme."""

from __future__ import annotations

import html

TOLD = "<!-- what the browser is told of every page -->"  # where a page wants each of them
HEADER = "<!-- the header of every page -->"  # of those that have no more in it than that:
PLACE = "<!-- the ways to every page -->"
LANGUAGE = "<!-- language -->"
THEME = "<!-- theme -->"
WAYS = (
    ("", "nav.workspace", "Workspace"),
    ("lessons", "nav.lessons", "Lessons"),
    ("gallery", "nav.gallery", "Gallery"),
    ("lab/train", "nav.train", "Training"),
    ("lab/health", "nav.health", "Health"),
    ("docs", "nav.api", "API"),
)
META = """<meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <link rel="icon" href="{root}static/icons/chainlight.svg" type="image/svg+xml">"""
PLAIN = f"""<header>
      {PLACE}
      <div class="tools">
        {LANGUAGE}
        {THEME}
      </div>
    </header>"""
STYLES = ("fonts", "tokens", "page", "controls")  # a page's own come after
BUTTONS = {
    LANGUAGE: '<button type="button" id="language" class="button quiet" '
    'data-word="language.other"></button>',
    THEME: '<button type="button" id="theme" class="button quiet round" '
    'data-icon="system"></button>',
}
OPENER = """<button type="button" id="pages-open" class="button quiet round" popovertarget="pages" \
data-icon="menu" data-label="nav.label"></button>"""  # it shows where the links have no room
LOGO = (
    '<svg width="22" height="22" viewBox="0 0 22 22" aria-hidden="true">'
    '<circle class="ring" cx="5" cy="16" r="4"/><circle class="dot" cx="16" cy="6" r="4.4"/>'
    '<path class="chain" d="M8 13 13 9"/></svg>'
)


def with_ways(page: str, path: str) -> str:
    """The page with what all share; links are relative, so that a site may stand below a folder."""
    told = page.replace(TOLD, _told(root_of(path))).replace(HEADER, PLAIN)
    page = told.replace(PLACE, _nav(path))
    for place, button in BUTTONS.items():
        page = page.replace(place, button)
    return page


def root_of(path: str) -> str:
    """How a page at this path says where the site begins."""
    return "../" * (path.count("/") - 1)


def _told(root: str) -> str:
    own = f"{root}static/style"
    sheets = [f'    <link rel="stylesheet" href="{own}/{each}.css">' for each in STYLES]
    return "\n".join([META.format(root=root), *sheets])


def _nav(path: str) -> str:
    home = root_of(path) or "./"
    brand = f'<h1 class="brand"><a href="{home}">{LOGO}Chainlight</a></h1>'
    links = "\n".join(f"        {_link(home, way, path)}" for way in WAYS)
    nav = f'<nav id="pages" data-label="nav.label" popover>\n{links}\n      </nav>'
    return f"{brand}\n      {OPENER}\n      {nav}"


def _link(home: str, way: tuple[str, str, str], path: str) -> str:
    to, key, text = way
    current = ' aria-current="page"' if path == f"/{to}" else ""
    href = to if to and home == "./" else home + to
    return f'<a href="{html.escape(href)}"{current} data-word="{key}">{text}</a>'
