"""Every format of an export, one row each: what it is called, and how its bytes are made.

Texts are written in the request's own thread. Pixels and pages take as long as they take, so that
half of the work is a job for the heavy lane; the command line does the same job itself.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from math import ceil
from typing import Any

from engine.errors import TooCostly
from engine.export import formats
from engine.export.animated import Tell, Walk, apng, foreseen, gif, nobody
from engine.export.films import mp4, require_films, webm
from engine.export.pictures import picture, sheet, walk
from engine.export.rendered import pdf, png
from engine.export.shown import Shown, shown
from engine.names import cited
from engine.words import Language
from server import wire
from server.compute import Compute
from server.errors import Refused
from server.limits import Limits
from server.links.document import as_file
from server.prepare import passes_of, prepare, require_affordable, require_sendable
from server.routes import trace
from server.schemas.export import ExportRequest
from server.schemas.trace import TraceRequest
from server.site.palette import palette
from server.strict_json import sent

Job = Callable[..., bytes]  # of a moving picture it takes whom to tell how far it is
Moving = Callable[[Walk, Tell], bytes]


@dataclass(frozen=True, kw_only=True)
class Format:
    """A format with its media type and its file's ending."""

    media_type: str
    ending: str
    job: Callable[[Shown, ExportRequest], Job]
    heavy: bool = False
    blanks: bool = True


def _text(write_it: Callable[[Shown], str], of: Shown, _asked: ExportRequest) -> Job:
    return partial(bytes, write_it(of), "utf-8")


def _drawn(of: Shown, asked: ExportRequest) -> Any:
    return sheet(of) if asked.sheet else picture(of)


def _svg(of: Shown, asked: ExportRequest) -> Job:
    return partial(bytes, _drawn(of, asked).svg, "utf-8")


def _png(of: Shown, asked: ExportRequest) -> Job:
    drawn = _drawn(of, asked)
    return partial(png, drawn.svg, drawn.width, of.scale, of.state)


def _pdf(of: Shown, asked: ExportRequest) -> Job:
    drawn = _drawn(of, asked)
    return partial(pdf, drawn.svg, drawn.width * of.scale)


@dataclass(frozen=True)
class Film:
    """The job of a moving picture, and about how many seconds it takes."""

    put_together: Moving
    walk: Walk
    seconds: float

    def __call__(self, tell: Tell = nobody) -> bytes:
        return self.put_together(self.walk, tell)


def _moving(put_together: Moving, of: Shown, _asked: ExportRequest) -> Job:
    frames = walk(of)
    drawn = Walk(tuple(frame.svg for frame in frames), frames[0].width, of.scale, of.state)
    return Film(put_together, drawn, foreseen(frames, of.scale))


def _film(put_together: Moving, of: Shown, asked: ExportRequest) -> Job:
    require_films()
    return _moving(put_together, of, asked)


def _moved(media_type: str, ending: str, put_together: Moving, job: Any = _moving) -> Format:
    made = partial(job, put_together)
    return Format(media_type=media_type, ending=ending, job=made, heavy=True)


PICTURES = {
    "svg": Format(media_type="image/svg+xml", ending="svg", job=_svg),
    "png": Format(media_type="image/png", ending="png", job=_png, heavy=True),
    "pdf": Format(media_type="application/pdf", ending="pdf", job=_pdf, heavy=True),
    "gif": _moved("image/gif", "gif", gif),
    "apng": _moved("image/apng", "apng", apng),
    "webm": _moved("video/webm", "webm", webm, _film),
    "mp4": _moved("video/mp4", "mp4", mp4, _film),
}
TEXTS = {
    name: Format(
        media_type=row.media_type,
        ending=row.ending,
        job=partial(_text, row.write),
        blanks=row.blanks,
    )
    for name, row in formats.TEXTS.items()
}
DATA = "json"  # the trace, as the call of that name answers it
NAMES = (*PICTURES, *TEXTS, DATA)


@dataclass(frozen=True)
class Export:
    """What is to be sent, as soon as its job is done."""

    name: str  # of the file
    media_type: str
    job: Job
    heavy: bool

    @property
    def moves(self) -> bool:
        return isinstance(self.job, Film)


def export(wanted: str, asked: ExportRequest, compute: Compute, language: Language) -> Export:
    """Everything but the heavy half of the work."""
    chosen = asked.lang or language
    stem = "chainlight" if asked.step is None else f"chainlight-step-{asked.step}"
    found = (PICTURES | TEXTS).get(wanted)
    if asked.blanks and not (found and found.blanks):
        fit = [name for name, row in (PICTURES | TEXTS).items() if row.blanks]
        raise Refused("bad-field", "no_blanks", field="blanks", choices=", ".join(fit))
    if wanted == DATA:
        body = _trace(asked, compute, chosen)
        return Export(f"{stem}.json", "application/json", partial(bytes, body), heavy=False)
    if found is None:
        raise Refused("not-found", "no_such_format", name=cited(wanted), choices=", ".join(NAMES))
    job = found.job(_shown(asked, compute, chosen), asked)
    return Export(f"{stem}.{found.ending}", found.media_type, job, found.heavy)


def require_in_time(found: Export, limits: Limits) -> None:
    """A film that would be stopped half-way is refused before it begins."""
    if isinstance(found.job, Film) and found.job.seconds > limits.seconds:
        n, t = len(found.job.walk.svgs), ceil(found.job.seconds)
        raise TooCostly("film_too_long", n=n, t=t, max=f"{limits.seconds:g}")


def run(job: Job) -> bytes:
    """The heavy half; a function of its own so that it can be sent to another process."""
    return job()


def run_telling(job: Job, tell: Callable[[dict[str, int]], None]) -> bytes:
    """The same of a moving picture, for somebody who listens."""
    return job(lambda done, of: tell({"done": done, "of": of}))


def _shown(asked: ExportRequest, compute: Compute, language: Language) -> Shown:
    tape, known, _ = prepare(asked, compute.programs, asked.output)
    require_affordable(tape, passes_of(tape), compute.limits)
    require_sendable(trace.numbers(tape), compute.limits)
    return shown(
        tape,
        known,
        step=asked.step,
        language=language,
        theme=asked.theme,
        scale=asked.scale,
        colours=palette(asked.theme),
        state=state(asked, known),
        blanks=asked.blanks,
    )


def state(asked: ExportRequest, known: dict[str, Any]) -> str:
    """What the page opens again."""
    kept = {"source": asked.program, "values": wire.values(known), "output": asked.output,
            "wrt": asked.wrt, "step": asked.step}  # fmt: skip
    return as_file({name: each for name, each in kept.items() if each is not None})


def _trace(asked: ExportRequest, compute: Compute, language: Language) -> bytes:
    program = asked.model_dump(include=set(TraceRequest.model_fields) - {"modes"})
    whole = TraceRequest.model_validate(program | {"stop": asked.step})
    return sent(trace.answer(whole, compute, language))
