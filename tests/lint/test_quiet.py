"""What lint says of a correct strategy by which no rule was written: nothing but what is written down here.

The strategies of invented regions in ``quiet/`` were written before anybody looked at what lint says of them, in three goes:
other industries, years, sentences and words than those of the real strategies. A rule that now speaks of one is wrong, or the
strategy is: then it is mended, or the finding is written down with the reason why it is right.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
import yaml

from stratkit.lint.checking import Means, Request, check
from stratkit.lint.dictionary import is_installed
from tests.lint.seeded.trial import Files, Trial, place_of

HERE = Path(__file__).parent
BEFORE = Files.read_from(HERE / "quiet")

RIGHT = {
    "ACT024 taidan/strategy.yaml approval/kind": (1, "A council only endorsed it."),
    "IND028 taidan/projects/energy/smart-meters.yaml milestones/*/text": (
        1,
        "The meters of the capital are counted nowhere.",
    ),
    "TRC029 taidan/technologies.yaml technologies": (1, "Tourism has no technology."),
    "TRC046 taidan/card.yaml effects/*/text": (1, "Nor is it measured whether they stay."),
    "TRC041 zaozerye/card.yaml effects/*/text": (1, "No project speaks of damage, which is to become less."),
    "TRC046 zaozerye/card.yaml effects/*/text": (3, "No indicator measures equal terms, damage and lawful trade."),
}
WRONG = {
    "TRC039 taidan/industries/government.yaml problems": (
        1,
        "The archive that answers in a month is put into figures.",
    ),
    "TRC039 zaozerye/industries/forestry.yaml problems": (1, "Forests planted anew are registered."),
}
"""What a rule that counts the words of a problem and of a project cannot know; nothing may be added."""


def found(files: Files, *select: str, base: Files | None = None) -> Counter[str]:
    """How often something is found in which places."""
    return Counter(place_of(one) for one in check(files, Request(select=select, base=base), Means()).findings)


def test_nothing_but_what_is_written_down() -> None:
    assert found(BEFORE) == {place: count for place, (count, _) in (RIGHT | WRONG).items()}


def test_of_what_has_to_be_asked_for_only_lines_that_may_break() -> None:
    assert {place.split()[0] for place in found(BEFORE, "pack:strict")} == {"TXT016"}


@pytest.mark.skipif(not is_installed(), reason="the extra 'words' is not installed")
def test_the_dictionary_has_nothing_to_say() -> None:
    assert found(BEFORE, "pack:language") == {}


def test_what_a_careful_editor_hears_a_year_later_is_right() -> None:
    update = yaml.safe_load((HERE / "quiet_update.yaml").read_text("utf-8"))
    after = BEFORE.changed(Trial("update", update["says"], tuple(update["edits"])))
    right = {
        # The indicator was lowered, its project did not change: somebody should look at it.
        "HIS005 zaozerye/projects/forestry/forest-map.yaml indicators/id=forest-up-to-date": 1,
        # With the visits went what had measured the burden.
        "TRC060 zaozerye/industries/government.yaml challenges/id=lighter-inspections/title": 1,
    }
    assert found(after, base=BEFORE) - found(BEFORE) == right
