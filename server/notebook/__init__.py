"""A run in a notebook that can be walked through: the page's own picture, answered by the kernel.

    from server.notebook import widget
    widget("e = (a+b)*(b+1)", {"a": 2, "b": 1})

It needs an extra: pip install 'chainlight[notebook]'. Without it `trace(…)` shows a still picture.
"""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

from engine import Graph
from engine.errors import BadArgument

if TYPE_CHECKING:
    from server.notebook.live import Live


def widget(program: str | Graph, values: Mapping[str, Any] | None = None, **chosen: Any) -> Live:
    """A program and its values, alive in a cell.

    Whatever is said besides is a property of the widget too: `output`, `step`, `mode` ("reverse" or
    "forward"), `theme` ("auto", "light", "dark") and `language` ("auto", "en", "zh"). All of them,
    and `source` and `values`, can be read and set while it is on show. A program that cannot be
    computed is refused here, with its place.
    """
    if find_spec("anywidget") is None:
        raise BadArgument("notebook_extra")
    live: type[Live] = import_module("server.notebook.live").Live
    source = program if isinstance(program, str) else program.source.text
    made = live(source=source, values=values or {}, **chosen)
    made.require()
    return made
