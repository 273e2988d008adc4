"""The pages: the app itself, the API's reference, and what each sort of problem means."""

from __future__ import annotations

import html
from pathlib import Path

from fastapi import APIRouter, Request
from starlette.exceptions import HTTPException
from starlette.responses import HTMLResponse, Response

from server.errors import STATUS, TITLES, UNPROCESSABLE
from server.site.modules import announced
from server.site.shelf import Shelf, kept_as
from server.site.ways import with_ways

HERE = Path(__file__).parents[1]
# in a wheel the page lies beside this file, in a checkout beside the package
PLACES = (HERE / "static", HERE.parent / "static")
STATIC = next((place for place in PLACES if place.is_dir()), PLACES[-1])
PAGES = {
    "/": "index.html",
    "/embed": "index.html",  # the same page: it reads its own address
    "/present": "index.html",
    "/presenter": "presenter.html",  # the second window of that
    "/lab/health": "health.html",
    "/lab/train": "train.html",
    "/lessons": "lessons.html",
    "/gallery": "gallery.html",
    "/docs": "docs.html",
    "/help": "help.html",
}
PROBLEM = """<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>{en} · Chainlight</title>
    <link rel="icon" href="/static/icons/chainlight.svg" type="image/svg+xml">
    <link rel="stylesheet" href="/static/style/tokens.css">
    <link rel="stylesheet" href="/static/style/pages/docs.css">
  </head>
  <body>
    <main class="problem">
      <h1>{en}</h1>
      <p lang="zh">{zh}</p>
      <p class="status"><code>{code}</code>, HTTP {status}</p>
      <p>The <code>detail</code> of the answer says what happened, <code>span</code> where in the
      text, and <code>suggestion</code> how to mend it, where there is a way.
      The <a href="/docs">reference</a> describes every call.</p>
    </main>
  </body>
</html>
"""

router = APIRouter(include_in_schema=False)
files = Shelf(STATIC)


async def page(request: Request) -> Response:
    """A page that is a file, with what all share, and what it will ask for."""
    path = request.url.path
    name = PAGES[path]
    file = STATIC / name
    if not file.is_file():
        return await files.get_response(name, request.scope)
    written = file.read_text(encoding="utf-8")
    text = announced(with_ways(written, "/" if name == "index.html" else path), STATIC)
    return files.sent(kept_as(text.encode(), "text/html", file.stat()), request.scope)


for path in PAGES:
    router.add_api_route(path, page, methods=["GET"])


@router.get("/problems/{code}")
async def problem(code: str) -> HTMLResponse:
    """What a sort of problem is; its address is the `type` of every problem document."""
    if code not in TITLES:
        raise HTTPException(404)
    en, zh = map(html.escape, TITLES[code])
    status = STATUS.get(code, UNPROCESSABLE)
    return HTMLResponse(PROBLEM.format(en=en, zh=zh, code=code, status=status))
