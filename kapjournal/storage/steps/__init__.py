"""The numbered steps that make a journal's tables; a step that was released is never changed."""
