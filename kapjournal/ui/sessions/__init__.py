"""The course as a line, and the page of each session."""
