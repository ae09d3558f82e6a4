"""Markdown, for a note on a pull request or a list of changes of an edition."""

from __future__ import annotations

from stratkit.diagnostics import mark
from stratkit.diagnostics.escape import markdown
from stratkit.diff.change import Change
from stratkit.diff.formats.report import SIGNS, Report, is_text, summary
from stratkit.diff.wording import redline

NOT_COMPARED = mark("not compared")
HEAD = (mark("Entity"), mark("Change"), mark("Was"), mark("Is"), mark("Reason"))


def render(report: Report) -> str:
    """The summary, then a table for each region."""
    lines = [markdown(summary(report))]
    for region, changes in report.regions.items():
        lines += ["", f"## {markdown(region)}", "", _row(*map(report.translate, HEAD)), _row(*["---"] * len(HEAD))]
        lines += [_change(report, one) for one in changes]
    notes = [*(report.words(one) for one in report.trouble)]
    lines += ["", *(f"- {report.translate(NOT_COMPARED)}: {markdown(one)}" for one in notes)] if notes else []
    return "\n".join(lines) + "\n"


def _change(report: Report, one: Change) -> str:
    kind = f"{SIGNS[one.direction]} {markdown(report.sentence(one))} `{one.fingerprint}`"
    old, new = markdown(report.value(one, one.old)), markdown(report.value(one, one.new))
    if is_text(one):
        steps = redline(one.old, one.new)
        old = "".join(_marked(words, "~~", step == "removed") for step, words in steps if step != "added")
        new = "".join(_marked(words, "**", step == "added") for step, words in steps if step != "removed")
    return _row(markdown(report.heading(one)), kind, old, new, markdown(one.reason or ""))


def _marked(words: str, sign: str, wanted: bool) -> str:
    """*words* between signs, which must stand at letters and not at blanks."""
    core = words.strip()
    if not wanted or not core:
        return markdown(words)
    start = words.index(core)
    return f"{markdown(words[:start])}{sign}{markdown(core)}{sign}{markdown(words[start + len(core) :])}"


def _row(*cells: str) -> str:
    return f"| {' | '.join(cells)} |"
