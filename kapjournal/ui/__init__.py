"""What a person sees: windows, pages and the pieces they have in common."""
