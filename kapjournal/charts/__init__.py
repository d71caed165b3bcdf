"""Pictures from numbers: a chart becomes a list of lines, areas, marks and words in page units; no Qt."""
