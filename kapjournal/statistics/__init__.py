"""Numbers from entries: pure functions on arrays, each with its source."""
