"""What to ask, and when: pure functions that take the clock as an argument."""
