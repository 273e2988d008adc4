"""chainlight lesson: the lessons in a terminal; `chainlight lesson list` names them.

The questions are answered as in `chainlight quiz`.
"""

from __future__ import annotations

import textwrap
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from typing import Any

from engine.lessons import Block, Lesson, lessons, plain
from engine.text.columns import width
from engine.words import LANGUAGES, Language
from server.commands import asking, show
from server.commands.program import Unclear
from server.compute import Compute
from server.routes import lessons as shown
from server.routes import quiz
from server.schemas.quiz import About, QuizRequest
from server.settings import read_settings
from server.terminal import coloured, tell

HELP = "read a lesson, and be asked"
LIST = "list"
COLUMNS = 88
BULLET = "  • "
STOPS = "，。：；？！、"
SPARSE = 1.3  # columns per character: above it most of a text is Chinese
LABELS = {sort: sort for sort in ("goals", "why", "summary", "teacher")} | {"try": "exercise"}


def declare(parser: ArgumentParser) -> None:
    parser.add_argument("words", nargs="*", metavar="ID", help="a lesson's name or number; or list")
    parser.add_argument("--json", action="store_true", help="print what the API answers, exactly")
    parser.add_argument("--lang", choices=LANGUAGES, default="en", help="en or zh")
    parser.add_argument("--teacher", action="store_true", help="with the notes for teachers")


def run(options: Namespace) -> int:
    """Print a lesson block by block, or the list of all."""
    language: Language = options.lang
    wanted = options.words[0] if options.words else LIST
    if wanted == LIST:
        return _list(options, language)
    lesson = _named(wanted)
    if options.json:
        show.as_json(shown.shown(lesson, language))
        return 0
    tell(coloured(f"{lesson.number}. {lesson.title.in_language(language)}", "bold"))
    compute = Compute(read_settings())
    for block in lesson.blocks:
        if block.sort != "teacher" or options.teacher:
            _tell(lesson, block, compute, language)
    return 0


def _list(options: Namespace, language: Language) -> int:
    answer = shown.all_listed(language)
    if options.json:
        show.as_json(answer)
        return 0
    heads = [show.word(key, language) for key in ("number", "name", "title", "minutes")]
    keys = ("number", "id", "title", "minutes")
    rows = [[str(each[key]) for key in keys] for each in answer["lessons"]]
    tell(show.grid(heads, rows, right=(0, 3)))
    return 0


def _named(wanted: str) -> Lesson:
    for lesson in lessons().values():
        if wanted in (lesson.id, str(lesson.number)):
            return lesson
    raise Unclear(f"there is no lesson {wanted}; chainlight lesson list names them")


def _tell(lesson: Lesson, block: Block, compute: Compute, language: Language) -> None:
    """One block: a text, a state as its program, a question."""
    texts = [plain(shown.said(words, lesson, block.on, language)) for words in block.texts]
    if block.sort == "heading":
        tell("\n" + coloured(texts[0], "bold"))
    elif block.sort == "show":
        tell("\n" + textwrap.indent(lesson.state(block).source, "    "))
    elif block.sort in shown.ASKED:
        tell("")
        asking.put(_asked(lesson, block, compute, language), compute, language)
    else:
        _paragraphs(block, texts, language)


def _paragraphs(block: Block, texts: list[str], language: Language) -> None:
    label = LABELS.get(block.sort)
    tell("\n" + coloured(show.word(label, language), "faint") if label else "")
    bullet = BULLET if len(texts) > 1 else ""
    for text in texts:
        tell(_wrapped(text, bullet))


def _wrapped(text: str, bullet: str) -> str:
    """Lines of a readable length; Chinese text has no spaces to break at, and is cut anywhere."""
    columns = COLUMNS - len(bullet)
    chinese = width(text) > len(text) * SPARSE
    lines = list(_cut(text, columns)) if chinese else textwrap.wrap(text, columns) or [""]
    indent = " " * len(bullet)
    return "\n".join((indent if at else bullet) + line for at, line in enumerate(lines))


def _cut(text: str, columns: int) -> Iterator[str]:
    """Lines that fill the columns; a stop stays with its sentence."""
    line = ""
    for character in text:
        if width(line) >= columns and character not in STOPS:
            yield line
            line = ""
        line += character
    yield line


def _asked(lesson: Lesson, block: Block, compute: Compute, language: Language) -> dict[str, Any]:
    """The question of a block, as the page asks it."""
    state, question = shown.state(lesson, block), shown.question(block)
    about = {
        key: int(where) if key == "step" else where for key, where in question["about"].items()
    }
    request = QuizRequest(
        source=state["source"],
        values=state["values"],
        kind=question["kind"],
        seed=question["seed"],
        about=About(**about) if about else None,
    )
    return quiz.answer(request, compute, language)
