"""What a journal is: frozen records and their rules; the standard library only."""
