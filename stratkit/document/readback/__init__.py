"""Reading a document back: what stands in a file, and where it differs from the data."""
