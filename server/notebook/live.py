"""The widget itself: what it shows, as properties that Python and the picture share."""

from __future__ import annotations

from typing import Any

import anywidget
import numpy as np
from traitlets import Dict, Enum, Int, Unicode, validate

from engine.export.rich import bundle
from server import wire
from server.notebook.answering import answer, run, script, style

MODES = ("reverse", "forward")
THEMES = ("auto", "light", "dark")
TONGUES = ("auto", "en", "zh")


class Live(anywidget.AnyWidget):
    """A run that can be walked through; see `server.notebook.widget`."""

    _esm = script()
    _style = Unicode(style()).tag(sync=True)

    source = Unicode().tag(sync=True)
    values = Dict().tag(sync=True)
    output = Unicode(None, allow_none=True).tag(sync=True)
    step = Int(None, allow_none=True).tag(sync=True)  # nothing: the end
    mode = Enum(MODES, "reverse").tag(sync=True)
    theme = Enum(THEMES, "auto").tag(sync=True)
    language = Enum(TONGUES, "auto").tag(sync=True)

    def __init__(self, **chosen: Any) -> None:
        super().__init__(**chosen)
        self.on_msg(self._heard)

    @validate("values")
    def _plain(self, proposal: Any) -> dict[str, Any]:
        """As they travel: arrays as lists, and only numbers."""
        found = proposal["value"].items()
        return {name: wire.value(wire.read_value(name, _rows(given))) for name, given in found}

    def _heard(self, _widget: object, question: dict[str, Any], _buffers: object) -> None:
        self.send({"id": question["id"], **answer(question)})

    def require(self) -> None:
        """Refuse what cannot be computed."""
        run(self.source, self.values, self.output)

    def _repr_mimebundle_(self, **wanted: Any) -> Any:
        """The widget; and what is there without a kernel: the still picture, as of `trace`."""
        shown = super()._repr_mimebundle_(**wanted)
        if shown is None:  # it is not to be shown
            return None
        data, about = shown
        return {**bundle(run(self.source, self.values, self.output)), **data}, about


def _rows(given: Any) -> Any:
    return given.tolist() if isinstance(given, np.ndarray | np.generic) else given
