"""The editions of strategies, without loading the strategies themselves."""

from __future__ import annotations

from stratkit.load.documents import load_documents
from stratkit.model.kinds import KINDS
from stratkit.model.strategy import Strategy
from stratkit.source.tree import Tree


def frames(tree: Tree) -> dict[str, Strategy]:
    """The file ``strategy.yaml`` of each region, by folder; broken ones are left out: loading reports them."""
    kind = KINDS["strategy"]
    documents, _ = load_documents(tree, [path for path in tree.paths if kind.stands_at(path)])
    return {one.path.split("/")[0]: one.model for one in documents if isinstance(one.model, Strategy)}
