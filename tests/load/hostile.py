"""Hostile texts, published ones and giants, through every call: python -m tests.load.hostile

Each is answered or refused. What counts is the time that the server's processes computed, because
other work on the machine does not change that.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator
from pathlib import Path

import httpx

from tests.corpora import rows
from tests.load.server import Running, running

SIZES = (10_000, 49_000, 100_000)
MOST_SECONDS = 2.5
JSON = {"Content-Type": "application/json"}
CALLS = ("evaluate", "graph", "trace", "check", "paths", "symbolic", "hessian")
KINDS: dict[str, Callable[[int], str]] = {
    "sum of ones": lambda n: "+".join(["1"] * n),
    "sum of one input": lambda n: "+".join(["x"] * n),
    "sum of inputs": lambda n: "+".join(f"x{i}" for i in range(n)),
    "product": lambda n: "*".join(["x"] * n),
    "products of sums": lambda n: "*".join(f"(a{i}+b{i})" for i in range(n // 4)),
    "matrix products": lambda n: "@".join(["A"] * n),
    "chain of lines": lambda n: "\n".join(f"a{i} = a{i - 1} + 1" for i in range(1, n)),
    "growth beyond all numbers": lambda n: "x = x*x\n" * n,
    "one line of statements": lambda n: ";".join(["x=x+1"] * n),
    "parameters": lambda n: "\n".join(f"a{i} = {i}" for i in range(n)) + "\na1",
    "functions": lambda n: "\n".join(f"f(x) = x+{i}" for i in range(n)) + "\nf(1)",
    "a vector": lambda n: "sum([" + ",".join(["x"] * n) + "])",
    "joined vectors": lambda n: "sum(concatenate([" + ",".join(["[x]"] * n) + "]))",
    "many arguments": lambda n: "max(" + ",".join(["x"] * n) + ")",
    "powers": lambda n: "2" + "^2" * n,
    "signs": lambda n: "-" * n + "x",
    "brackets": lambda n: "(" * n + "x" + ")" * n,
    "open brackets": lambda n: "(" * n,
    "calls in calls": lambda n: "sin(" * n + "x" + ")" * n,
    "transposes": lambda n: "A" + ".T" * n,
    "faulty lines": lambda n: "1 2\n" * n,
    "digits": lambda n: "1" * n,
    "an exponent": lambda n: "1e" + "9" * n,
    "a name": lambda n: "x" * n,
    "unseen characters": lambda n: "a\u200d" * n,
    "marks on a letter": lambda n: "a" + "\u0301" * n,
    "lone surrogates": lambda n: "\ud800" * n,
    "rounds": lambda n: f"repeat {n} as t:\n x = x + sin(x)*x\nx",
    "rounds in rounds": lambda n: (
        f"repeat {n} as i:\n repeat {n} as j:\n  repeat {n} as k:\n   x = x + 1\nx"
    ),
    "doubling functions": lambda n: (
        ("f0(x)=x+x\n" + "\n".join(f"f{i}(x)=f{i - 1}(f{i - 1}(x))" for i in range(1, n // 1_000)))
        + "\nf9(x)"
    ),
    "a square matrix": lambda n: f"sum(inv(eye({n // 50})))",
    "a tensor": lambda n: f"sum(zeros(({n}, {n})))",
    "a large kernel": lambda n: f"sum(conv2d(ones(({n // 20}, {n // 20})), ones((200, 200))))",
}


def seconds_of(server: Running) -> float:
    """What its processes have computed so far."""
    total = 0
    for pid in server.family:
        fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
        total += int(fields[11]) + int(fields[12])
    return total / os.sysconf("SC_CLK_TCK")


def texts() -> Iterator[tuple[str, str]]:
    """The published hostile texts, then each kind in each size."""
    for row in rows("hostile"):
        yield row["id"], row["text"]
    for kind, made in KINDS.items():
        for size in SIZES:
            yield f"{kind} of {size}", made(size)


def main() -> None:
    slow, broken, asked = 0, 0, 0
    with running() as server, httpx.Client(base_url=server.address, timeout=120) as client:
        for call in CALLS:
            extra = {"from": 0} if call == "paths" else {}
            for what, text in texts():
                before = seconds_of(server)
                told = json.dumps({"source": text} | extra)  # so that lone surrogates arrive
                answer = client.post(f"/api/v1/{call}", content=told, headers=JSON)
                took = seconds_of(server) - before
                asked += 1
                slow += took > MOST_SECONDS
                broken += answer.status_code >= 500
                if took > MOST_SECONDS or answer.status_code >= 500:
                    print(f"{call:9} {what}: {answer.status_code}, {took:.1f} s")
    print(f"{asked} requests, {broken} broken, {slow} longer than {MOST_SECONDS} s of computing")


if __name__ == "__main__":
    main()
