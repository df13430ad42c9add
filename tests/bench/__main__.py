"""`python -m tests.bench turn [--times 3] [--json]`, from the root of the repository."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Mapping
from datetime import UTC, datetime
from importlib import import_module
from pathlib import Path
from typing import Any

# The tests' own modules (the played messenger, the world on a database) are found here, as pytest does.
sys.path.insert(0, str(Path(__file__).parents[1]))


def main() -> None:
    """Measure, and print one JSON object on the last line."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("what", choices=("startup", "turn", "groups", "cards", "replay"))
    parser.add_argument("--times", type=int, default=3, help="rounds; medians are given")
    parser.add_argument("--json", action="store_true", help="the JSON object alone")
    given = parser.parse_args()
    load = os.getloadavg()[0]
    found = import_module(f"tests.bench.{given.what}").measure(given.times)
    about = {
        "what": given.what,
        "at": datetime.now(UTC).isoformat(timespec="seconds"),
        "cores": os.cpu_count(),
        "python": sys.version.split()[0],
        "load_before": round(load, 2),
        "load_after": round(os.getloadavg()[0], 2),
        "times": given.times,
    }
    if not given.json:
        _show({**about, **found})
    print(json.dumps({**about, **found}))


def _show(found: Mapping[str, Any], margin: str = "") -> None:
    for name, value in found.items():
        if isinstance(value, Mapping):
            print(f"{margin}{name}")
            _show(value, margin + "    ")
        else:
            print(f"{margin}{name:32}{value}")


if __name__ == "__main__":
    main()
