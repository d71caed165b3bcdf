"""After a session: the dim page on which what came up is caught."""
