"""The reading of Markdown for widgets; the document reads it with the same words/markdown."""

from kapjournal.words.markdown import Line, LineKind, Span, plain, read_line, spans

__all__ = ["Line", "LineKind", "Span", "plain", "read_line", "spans"]
