"""Sentences: every text that a person reads, in their language."""
