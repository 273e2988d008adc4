"""GET /lessons: the lessons, each as blocks of text, states of the workspace and questions."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from fastapi import APIRouter, Request
from starlette.responses import Response

from engine.lessons import GLOSSARY, Block, Lesson, Term, filled, lessons, plain, runs
from engine.names import cited
from engine.words import Language, Words
from server import wire
from server.compute import Compute
from server.errors import Refused
from server.language import Speaks
from server.refusals import UNKNOWN
from server.schemas.lessons import Lesson as LessonAnswer
from server.schemas.lessons import LessonsAnswer
from server.web.tagged import tagged
from server.worked import Worked

router = APIRouter(tags=["learn"])
ASKED = ("predict", "spot")
VIEW = ("step", "mode", "panel", "from", "to", "select")
PLACES = ("node", "edge", "step")
TOLD = 3  # blocks that the reference shows


@router.get("/lessons", response_model=LessonsAnswer)
def all_lessons(request: Request, language: Speaks) -> Response:
    """All lessons in their order, and the glossary: every term with its name in both languages."""
    return tagged(request, all_listed(language))


@router.get("/lessons/{name}", response_model=LessonAnswer, responses=UNKNOWN)
def one_lesson(request: Request, name: str, language: Speaks) -> Response:
    """One lesson; every number in it has just been computed from its programs."""
    return tagged(request, shown(named(name), language))


def worked(_compute: Compute) -> Iterator[Worked]:
    """The first lesson's beginning, for the reference."""
    first = next(iter(lessons().values()))
    whole = shown(first, "en")
    told = {"lessons": [listed(first, "en")], "glossary": {"node": _term(GLOSSARY["node"], "en")}}
    yield Worked("/lessons", told)
    yield Worked("/lessons/{name}", whole | {"blocks": whole["blocks"][:TOLD], "glossary": {}})


def all_listed(language: Language) -> dict[str, Any]:
    """What the call answers; the command line prints the same."""
    found = [listed(each, language) for each in lessons().values()]
    return {
        "lessons": found,
        "glossary": {key: _term(term, language) for key, term in GLOSSARY.items()},
    }


def named(name: str) -> Lesson:
    if name not in lessons():
        raise Refused("not-found", "no_such_lesson", name=cited(name))
    return lessons()[name]


def listed(lesson: Lesson, language: Language) -> dict[str, Any]:
    """What a list of lessons says about one."""
    goals = [each for block in lesson.of("goals") for each in block.texts]
    return {
        "id": lesson.id,
        "number": lesson.number,
        "title": lesson.title.in_language(language),
        "minutes": lesson.minutes,
        "questions": sum(block.sort in ASKED for block in lesson.blocks),
        "goals": [plain(said(goal, lesson, "", language)) for goal in goals],
    }


def shown(lesson: Lesson, language: Language) -> dict[str, Any]:
    """The whole lesson in one language."""
    blocks = [_block(lesson, block, at, language) for at, block in enumerate(lesson.blocks, 1)]
    used = {run["term"] for block in blocks for text in block["texts"] for run in text}
    terms = {key: _term(GLOSSARY[key], language) for key in GLOSSARY if key in used}
    return listed(lesson, language) | {"blocks": blocks, "glossary": terms}


def said(words: Words, lesson: Lesson, on: str, language: Language) -> str:
    """A text in one language, its numbers computed."""
    return filled(words.in_language(language), lesson, on or next(iter(lesson.programs)))


def _block(lesson: Lesson, block: Block, at: int, language: Language) -> dict[str, Any]:
    texts = [said(words, lesson, block.on, language) for words in block.texts]
    asks = block.sort in ASKED
    return {
        "id": f"p{at}",
        "sort": block.sort,
        "texts": [[run._asdict() for run in runs(text)] for text in texts],
        "state": state(lesson, block) if asks or block.sort == "show" else None,
        "question": question(block) if asks else None,
    }


def state(lesson: Lesson, block: Block) -> dict[str, Any]:
    source, values = lesson.state(block)
    given = {key: value for key, value in block.settings.items() if key in VIEW}
    return {
        "program": block.on,
        "source": source,
        "values": wire.values(values),
        "view": given if block.sort == "show" else {},
    }


def question(block: Block) -> dict[str, Any]:
    about = {key: value for key, value in block.settings.items() if key in PLACES}
    return {
        "kind": block.settings["kind"],
        "about": about,
        "seed": int(block.settings.get("seed", 0)),
    }


def _term(term: Term, language: Language) -> dict[str, str]:
    other: Language = "en" if language == "zh" else "zh"
    return {
        "name": term.name.in_language(language),
        "other": term.name.in_language(other),
        "meaning": term.meaning.in_language(language),
        "tint": term.tint,
    }
