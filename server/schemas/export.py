"""What leaves the tool: a picture, a text or code of one run."""

from __future__ import annotations

from pydantic import Field

from engine.export.shown import Theme
from engine.words import Language
from server.schemas.fields import Program

SMALLEST, LARGEST = 0.25, 4.0  # scales of a picture


class ExportRequest(Program):
    """A program, and how its export is to look."""

    step: int | None = Field(
        default=None, ge=0, description="How many steps are done; all of them if absent."
    )
    theme: Theme = Field(default="light", description="The colours of a picture.")
    lang: Language | None = Field(
        default=None, description="The language of its sentences; the reader's if absent."
    )
    scale: float = Field(
        default=1.0, ge=SMALLEST, le=LARGEST, description="How large a picture is."
    )
    sheet: bool = Field(
        default=False, description="A picture of all steps side by side, instead of one."
    )
    blanks: bool = Field(
        default=False,
        description="A handout: computed numbers are left blank, to be written in by hand.",
    )
