"""Strategies in an editor: findings while one types, completion, places, names, corrections.

Only :mod:`stratkit.lsp.server`, ``service`` and ``convert`` know the protocol; the rest takes texts and
gives places and edits.
"""
