"""What a Markdown page shows: its fenced blocks, the commands in them, and its links."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent
FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
HEADING = re.compile(r"^(#+ .+)$", re.MULTILINE)
LINK = re.compile(r"\]\(([^)\s]+)\)|(?:src|srcset|href)=\"([^\"]+)\"")


@dataclass(frozen=True)
class Block:
    """A fenced block: its language, its text, and where it starts."""

    page: Path
    line: int
    language: str
    text: str

    def __str__(self) -> str:
        return f"{self.page.name}:{self.line}"

    @property
    def commands(self) -> list[str]:
        """Its commands, comments left out and continued lines joined."""
        joined = self.text.replace("\\\n", " ")
        lines = (line.strip() for line in joined.splitlines())
        return [line for line in lines if line and not line.startswith("#")]


def blocks(page: Path) -> list[Block]:
    text = page.read_text(encoding="utf-8")
    return [
        Block(page, text.count("\n", 0, fence.start()) + 1, fence[1], fence[2])
        for fence in FENCE.finditer(text)
    ]


def headings(page: Path) -> list[str]:
    """Its headings, each with its signs."""
    return HEADING.findall(FENCE.sub("", page.read_text(encoding="utf-8")))


def anchors(page: Path) -> set[str]:
    """What a link into the page may name: its headings in small letters, signs left out."""
    said = (heading.lstrip("# ").lower() for heading in headings(page))
    return {re.sub(r"[^\w\- ]", "", each).replace(" ", "-") for each in said}


def links(page: Path) -> list[str]:
    """Where a page points to inside the project."""
    prose = FENCE.sub("", page.read_text(encoding="utf-8"))
    targets = (link[1] or link[2] for link in LINK.finditer(prose))
    return [target for target in targets if "://" not in target and not target.startswith("#")]
