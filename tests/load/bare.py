"""The measure of a server's own share: the same stack, socket and body, and no work between."""

from __future__ import annotations

import sys

import uvicorn
from fastapi import FastAPI
from pydantic import BaseModel
from starlette.responses import JSONResponse
from uvicorn.supervisors import Multiprocess

from server.commands.serve import listen


class Asked(BaseModel):
    source: str
    values: dict[str, float]


ANSWER = {
    "output": {"name": "out", "value": 6.0, "shape": []},
    "gradients": {"a": 2.0, "b": 5.0},
    "mode": "reverse",
    "defaulted": [],
    "warnings": [],
}
app = FastAPI()


@app.post("/api/v1/evaluate", response_model=None)
def evaluate(asked: Asked) -> JSONResponse:
    """The seed's answer, read and written but not computed."""
    return JSONResponse(ANSWER if asked.source else None)


if __name__ == "__main__":
    config = uvicorn.Config(f"{__spec__.name}:app", workers=2, log_config=None, access_log=False)
    Multiprocess(config, sockets=[listen("127.0.0.1", int(sys.argv[1]))]).run()
