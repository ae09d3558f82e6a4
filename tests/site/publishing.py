"""Editions of given files, put in place as a build does it, and builds that are killed on their way."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

from stratkit.site.file import checked
from stratkit.site.writing.manifest import Manifest
from stratkit.site.writing.write import drafted, write_file

ROOT = Path(__file__).parents[2]
KILLS = int(os.environ.get("STRATKIT_KILLS", "12"))


def publish(files, target, inputs="", write=write_file):
    with drafted(target, write) as draft:
        return draft.publish(Manifest({one.path: draft.put(one.path, one.make()) for one in checked(files)}, inputs))


def killed_builds(program, site):
    """*program* builds *site* again and again and is killed at a random moment: after each kill it is time to look."""
    moments = random.Random(20240817)
    for _ in range(KILLS):
        builder = subprocess.Popen([sys.executable, "-c", program, str(site)], cwd=ROOT, stdout=subprocess.PIPE)
        builder.stdout.readline()
        time.sleep(moments.uniform(0, 0.12))
        builder.send_signal(signal.SIGKILL)
        builder.communicate()
        yield
