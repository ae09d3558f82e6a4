"""Known flaws of installed packages: ``python scripts/audit.py FOLDER``, a folder of packages (site-packages).

Asks the advisory services that pip-audit knows. Where they do not answer, the list of the package ``safety-db`` is
searched instead; it is years old, so finding nothing in it is no clean bill: the exit code is 2 then.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from datetime import UTC, datetime
from importlib import metadata
from pathlib import Path
from typing import Any

from packaging.specifiers import SpecifierSet
from packaging.utils import canonicalize_name


def asked(folder: str) -> list[dict[str, Any]] | None:
    """What the services say of each package in *folder*; None if one of them is not answered for."""
    command = [sys.executable, "-m", "pip_audit", "--path", folder, "--format", "json", "--progress-spinner", "off"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - fixed words
    try:
        found: list[dict[str, Any]] = json.loads(done.stdout)["dependencies"]
    except (ValueError, KeyError):
        return None
    return found if found and not any("skip_reason" in one for one in found) else None


def listed(folder: str) -> tuple[str, int, list[str]]:
    """The day of the list that a package ships, how many packages it was asked about, and the flaws that it names."""
    # The package itself cannot be imported: it looks for its data where the program runs.
    file = metadata.distribution("safety-db").locate_file("safety_db/insecure_full.json")
    known: dict[str, Any] = json.loads(Path(str(file)).read_text("utf-8"))
    day = datetime.fromtimestamp(known.pop("$meta")["timestamp"], UTC).date().isoformat()
    flaws = {canonicalize_name(name): entries for name, entries in known.items()}
    installed = {
        (canonicalize_name(one.metadata["Name"]), one.version) for one in metadata.distributions(path=[folder])
    }
    found = [
        f"{name} {version}: {entry['cve'] or entry['id']} ({entry['v']})"
        for name, version in sorted(installed)
        for entry in flaws.get(name, ())
        if any(SpecifierSet(one).contains(version, prereleases=True) for one in entry["specs"])
    ]
    return day, len(installed), found


def main() -> int:
    """Say what is known."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("folder")
    folder = parser.parse_args().folder
    answers = asked(folder)
    if answers is not None:
        flaws = [f"{one['name']} {one['version']}: {flaw['id']}" for one in answers for flaw in one["vulns"]]
        print(*flaws, f"packages asked about: {len(answers)}, flaws: {len(flaws)}", sep="\n")
        return 1 if flaws else 0
    day, count, flaws = listed(folder)
    print("no advisory service answers for all packages; the list of the package safety-db is searched instead")
    print(*flaws, f"list of {day}, packages: {count}, flaws: {len(flaws)}; later flaws are not in it", sep="\n")
    return 1 if flaws else 2


if __name__ == "__main__":
    sys.exit(main())
