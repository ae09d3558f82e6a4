"""The amending act: from two editions of a document, and back from its words to the new edition."""
