"""Share: what goes into a summary, its pages as they will be, and what was shared before."""
