"""What a widget says to its pictures, kept instead of sent: there is no kernel in a test."""

from __future__ import annotations

from typing import Any

from comm.base_comm import BaseComm


class Wire(BaseComm):
    """The messages so far, the oldest first."""

    def __init__(self, **how: Any) -> None:
        self.said: list[Any] = []
        super().__init__(**how)

    def publish_msg(self, _kind: str, data: Any = None, *_: Any, **__: Any) -> None:
        self.said.append(data)

    def taken(self) -> list[dict[str, Any]]:
        """What was said since the last time, but for the first of all, which opens the wire."""
        said, self.said[:] = [*self.said], []
        return [each for each in said if "method" in each]
