"""Draw the official document: one resolved view, one writer for each format."""
