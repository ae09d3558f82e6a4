"""An HTML page of its own: what changed, with the words marked."""

from __future__ import annotations

from html import escape

from stratkit.diagnostics.visible import visible
from stratkit.diff.change import Change
from stratkit.diff.formats.markdown import HEAD, NOT_COMPARED
from stratkit.diff.formats.report import SIGNS, Report, is_text, summary
from stratkit.diff.wording import redline

_STYLE = (
    "body{font:16px/1.5 system-ui,sans-serif;margin:2rem;max-width:80rem}"
    "table{border-collapse:collapse;width:100%}th,td{border:1px solid #767676;padding:.4rem;text-align:start;"
    "vertical-align:top;overflow-wrap:anywhere}del{background:#fdd}ins{background:#dfd}"
    ".down{color:#a40000}.up{color:#005a1e}"
)


def render(report: Report) -> str:
    """One page, without scripts or anything from elsewhere."""
    title = _safe(summary(report))
    body = "".join(_region(report, name, changes) for name, changes in report.regions.items())
    label = _safe(report.translate(NOT_COMPARED))
    notes = "".join(f"<p>{label}: {_safe(report.words(one))}</p>" for one in report.trouble)
    return (
        f'<!DOCTYPE html>\n<html lang="{_safe(report.language)}">\n<head>\n<meta charset="utf-8">\n<title>{title}</title>\n'
        f"<style>{_STYLE}</style>\n</head>\n<body>\n<h1>{title}</h1>\n{body}{notes}</body>\n</html>\n"
    )


def _region(report: Report, name: str, changes: list[Change]) -> str:
    head = "".join(f'<th scope="col">{_safe(report.translate(one))}</th>' for one in HEAD)
    rows = "".join(_row(report, one) for one in changes)
    table = f"<table>\n<thead><tr>{head}</tr></thead>\n<tbody>\n{rows}</tbody>\n</table>\n"
    return f"<h2>{_safe(name)}</h2>\n{table}"


def _row(report: Report, one: Change) -> str:
    sign = f'<span class="{one.direction.value}">{SIGNS[one.direction]}</span>'
    kind = f"{sign} {_safe(report.sentence(one))} <code>{one.fingerprint}</code>"
    old, new = _safe(report.value(one, one.old)), _safe(report.value(one, one.new))
    if is_text(one):
        steps = redline(one.old, one.new)
        old = "".join(_marked(words, "del", step == "removed") for step, words in steps if step != "added")
        new = "".join(_marked(words, "ins", step == "added") for step, words in steps if step != "removed")
    cells = (_safe(report.heading(one)), kind, old, new, _safe(one.reason or ""))
    return f"<tr>{''.join(f'<td>{cell}</td>' for cell in cells)}</tr>\n"


def _marked(words: str, tag: str, wanted: bool) -> str:
    return f"<{tag}>{_safe(words)}</{tag}>" if wanted else _safe(words)


def _safe(text: str) -> str:
    return escape(visible(text.replace("\n", " ")))
