"""Does the server keep what its own description promises? python -m tests.load.contract [examples]

Schemathesis makes requests from the OpenAPI document and applies all its checks to the answers.
The contract's own refusals are answers: a text that cannot be read is well-formed JSON too.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tests.load.server import running

EXAMPLES = "60"  # for each call and each way of making requests: about 4,000 requests
CONFIG = Path(__file__).with_name("schemathesis.toml")


def main() -> int:
    tool = Path(sys.executable).with_name("schemathesis")
    examples = sys.argv[1] if len(sys.argv) > 1 else EXAMPLES
    with running() as server:
        document = f"{server.address}/api/v1/openapi.json"
        options = ["--checks", "all", "--max-examples", examples, "--no-color"]
        command = [str(tool), "--config-file", str(CONFIG), "run", document, *options]
        return subprocess.run(command, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
