"""The pieces all pages have in common."""
