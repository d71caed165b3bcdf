"""The sample journal: an invented life, for looking around."""
