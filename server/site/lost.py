"""The page for an address where nothing is: what was asked for, the page that may have been meant,
and the ways to all of them."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from functools import cache
from pathlib import PurePosixPath

from engine.words import LANGUAGES, Language
from server.errors import LONGEST_PATH
from server.site.modules import announced
from server.site.pages import PAGES, STATIC
from server.site.ways import WAYS, root_of, with_ways
from server.words import sentence

SAID, NEAR, ALL = "<!-- what is not there -->", "<!-- near -->", "<!-- every page -->"
TAGS = {"en": "en", "zh": "zh-CN"}  # as a page says it of itself
EVERY = (*WAYS, ("help", "help.head", "Help"))
LIKE = 0.7  # how much of two names must be alike
WORD = re.compile(r'(data-word="([^"]+)"[^>]*>)[^<]*<')
QUOTED = re.compile("`([^`]*)`")


def written(place: str, reason: str, fields: Mapping[str, object], language: Language) -> str:
    """The page for a place as the browser has it, in one language; the other is a button away."""
    root = root_of(place) or "./"
    text = (STATIC / "lost.html").read_text(encoding="utf-8")
    text = with_ways(text.replace('"static/', f'"{root_of(place)}static/'), place)
    text = text.replace('lang="en"', f'lang="{TAGS[language]}"', 1)
    meant = near(place) if reason == "not_found" else []
    text = text.replace(NEAR, " ".join(_link(root, path) for path in meant))
    text = text.replace(ALL, "\n".join(_card(root, *way) for way in EVERY))
    text = in_words(announced(text, STATIC), language)
    return text.replace(SAID, " ".join(_said(reason, fields)))  # last: it is not ours


def near(place: str) -> list[str]:
    """The pages whose names are like what was asked for, or like how it begins or ends."""
    asked = PurePosixPath(place[:LONGEST_PATH].lower().removesuffix(".html").strip("/"))
    names = _names()
    for said in (str(asked), *map(str, asked.parents), asked.name):
        if said in {".", ""}:
            continue
        if within := [path for path in PAGES if path.startswith(f"/{said}/")]:
            return within
        if like := get_close_matches(said, names, 1, LIKE):
            return [names[like[0]]]
    return []


@cache
def _names() -> dict[str, str]:
    """What a page may be called: its address, the end of that, its file, what leads there."""
    titles = {f"/{to}": title for to, _, title in WAYS}
    names: dict[str, str] = {}
    for path, file in PAGES.items():
        last = PurePosixPath(path).name
        for name in (path.strip("/"), last, titles.get(path, "").lower(), PurePosixPath(file).stem):
            names.setdefault(name, path)
    names.pop("", None)
    return names


def in_words(page: str, language: Language) -> str:
    """The page with its words in one language, for who comes without scripts."""
    words = json.loads((STATIC / "words" / f"{language}.json").read_text(encoding="utf-8"))
    return WORD.sub(lambda found: f"{found[1]}{html.escape(words[found[2]])}<", page)


def _said(reason: str, fields: Mapping[str, object]) -> Iterator[str]:
    """A sentence in both languages, of which the style sheet shows one."""
    shown = {name: _printable(field) for name, field in fields.items()}
    for language in LANGUAGES:
        text = QUOTED.sub(r"<code>\1</code>", html.escape(sentence(reason, language, shown)))
        yield f'<span lang="{TAGS[language]}">{text}</span>'


def _printable(field: object) -> str:
    """What was typed, cut; letters that nobody sees could turn the sentence round."""
    text = str(field)
    cut = text[:LONGEST_PATH] + "…" * (len(text) > LONGEST_PATH)
    return "".join(each if each.isprintable() else "�" for each in cut)


def _link(root: str, path: str) -> str:
    return f'<a class="link near" href="{root}{path.strip("/")}"><code>{path}</code></a>'


def _card(root: str, to: str, key: str, title: str) -> str:
    name = f'<h3 data-word="{key}">{title}</h3>'
    return f'        <a class="card" href="{root}{to}">{name}<code>/{to}</code></a>'
