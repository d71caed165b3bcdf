"""Finding any action by its name."""
