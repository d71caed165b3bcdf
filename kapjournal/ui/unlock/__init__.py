"""The locked journal."""
