"""The writers: each draws a resolved document and knows nothing of strategies."""
