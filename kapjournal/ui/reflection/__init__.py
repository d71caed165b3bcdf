"""The page on which a reflection is written."""
