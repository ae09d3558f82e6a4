"""A folder of files -> bytes -> values, every value with its place."""

from stratkit.source.git import GitRepository, GitTree
from stratkit.source.positions import Locator
from stratkit.source.reader import Parsed, parse
from stratkit.source.tree import FolderTree, Tree

__all__ = ["FolderTree", "GitRepository", "GitTree", "Locator", "Parsed", "Tree", "parse"]
