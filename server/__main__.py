"""`python -m server`: the same as `chainlight serve`."""

from __future__ import annotations

import sys

if __name__ == "__main__":
    from server.cli import main

    sys.exit(main(["serve", *sys.argv[1:]]))
