"""The page one comes back to: how you are, where you are, what may be written about."""
