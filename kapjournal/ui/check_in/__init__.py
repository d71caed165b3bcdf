"""The check-in dialog: mood, feelings, measures, sleep, what happened, a note; nothing is needed."""
