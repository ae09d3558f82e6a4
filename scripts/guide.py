"""The pages of the user guide that are made from the code: the rules, one page each, and their table.

With ``--check`` nothing is written: exit code 1 if a page differs from the code.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from stratkit.diagnostics.language import translations
from stratkit.lint.documentation import as_markdown, table_as_markdown
from stratkit.lint.rules import RULES

RULE_PAGES = Path(__file__).parent.parent / "docs/rules"


def pages() -> dict[Path, str]:
    """Every generated page with its text."""
    translate = translations("ru").gettext
    table = table_as_markdown(translate, RULES)
    for rule in RULES:
        table = table.replace(f"| {rule.code} |", f"| [{rule.code}]({rule.code}.md) |")
    intro = translate("All rules. The same text is shown by 'stratkit explain CODE'.")
    made = {RULE_PAGES / f"{rule.code}.md": as_markdown(rule, translate) for rule in RULES}
    return {**made, RULE_PAGES / "index.md": f"# {translate('Rules')}\n\n{intro}\n\n{table}"}


def main() -> int:
    """Write the pages, or check them."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("--check", action="store_true")
    check = parser.parse_args().check
    wanted = pages()
    stale = [path for path, text in wanted.items() if not path.exists() or path.read_text(encoding="utf-8") != text]
    stale += [path for path in RULE_PAGES.glob("*.md") if path not in wanted]
    if check:
        for path in stale:
            print(f"not up to date: docs/rules/{path.name}; run 'make messages'")
        return 1 if stale else 0
    RULE_PAGES.mkdir(parents=True, exist_ok=True)
    for path in stale:
        if path in wanted:
            path.write_text(wanted[path], encoding="utf-8")
        else:
            path.unlink()
    return 0


if __name__ == "__main__":
    sys.exit(main())
