"""What things cost, as ratios to the limit within one run; for those who work on the program."""
