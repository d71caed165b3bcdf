"""The first start, in three steps."""
