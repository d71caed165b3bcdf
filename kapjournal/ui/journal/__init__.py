"""The journal page: everything that was kept, on one time line."""
