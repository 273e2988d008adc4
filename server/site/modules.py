"""Which modules a page will ask for, told in the page itself: the browser fetches them at once,
instead of learning of each from the one before."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

# `import … from "./x.js";`, `export … from "./x.js";` and `import "./x.js";`
# at the head of a line; a library's bundle has its own on the first one
IMPORT = re.compile(r"""^(?:import|export)\b[^;"']*["'](\.{1,2}/[^"']+)["'];""", re.MULTILINE)
ENTRY = re.compile(r"""<script type="module" src="((?:\.\./)*static/)([^"]+)"></script>""")


def announced(page: str, static: Path) -> str:
    """The page with a link to every module that its entry imports, near or far."""
    entry = ENTRY.search(page)
    if entry is None:
        return page
    to, name = entry.groups()
    links = "".join(
        f'    <link rel="modulepreload" href="{to}{each.relative_to(static).as_posix()}">\n'
        for each in modules(static / name)
    )
    head, end, rest = page.partition("  </head>")
    return head + links + end + rest


def modules(entry: Path) -> list[Path]:
    """The entry, what it imports, what that imports, each once, the nearest first."""
    found = {entry.resolve(): None}
    for each in (waiting := list(found)):
        for other in imported(each, each.stat().st_mtime_ns):
            if other not in found and other.is_file():
                found[other] = None
                waiting.append(other)
    return list(found)


@lru_cache(maxsize=1_000)
def imported(module: Path, _changed: int) -> list[Path]:
    """What one module imports when it is loaded; read again once it has changed."""
    text = module.read_text(encoding="utf-8")
    return [(module.parent / path).resolve() for path in IMPORT.findall(text)]
