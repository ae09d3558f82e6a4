"""The search index, and what it finds."""
