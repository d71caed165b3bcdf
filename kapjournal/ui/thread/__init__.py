"""The thread: what each session was meant for, what was met, understood, committed and kept."""
