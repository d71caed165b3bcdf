"""A document from entries: what goes in, in which order, in which words; then pages by Typst."""
