"""A page and its template become HTML in all languages."""
