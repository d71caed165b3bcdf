"""Other programs' formats: readers that account for every row."""
