"""What was written in Markdown, as blocks of words: its signs become form, everything else stays as it was typed."""

from __future__ import annotations

from kapjournal.summary.document import Block, BlockForm, Run
from kapjournal.summary.line_keys import line_key
from kapjournal.words.markdown import Line, LineKind, read_line, spans

_FORMS: dict[LineKind, BlockForm] = {
    LineKind.HEADING: "heading",
    LineKind.BULLET: "item",
    LineKind.NUMBER: "item",
    LineKind.QUOTE: "quote",
}


def blocks(text: str, key: str = "") -> tuple[Block, ...]:
    """Return the blocks of a text; lines of one paragraph or quotation stay lines, each with a key below `key`."""
    found: list[Block] = []
    gathered: list[tuple[Run, ...]] = []
    form: BlockForm = "paragraph"

    def close() -> None:
        if gathered:
            found.append(Block(form, tuple(gathered), keys=_keys(key, len(found), gathered)))
            gathered.clear()

    for raw in text.replace("\r\n", "\n").split("\n"):
        line = read_line(raw)
        kind = _FORMS.get(line.kind, "paragraph")
        if kind in ("heading", "item"):
            close()
            runs = _runs(line)
            found.append(Block(kind, (runs,), _marker(line), _keys(key, len(found), [runs])))
        elif line.kind is LineKind.RULE or not line.words.strip():
            close()
        else:
            if kind != form:
                close()
            form = kind
            gathered.append(_runs(line))
    close()
    return tuple(found)


def _runs(line: Line) -> tuple[Run, ...]:
    return tuple(
        Run(line.words[span.start : span.start + span.length], span.bold, span.italic)
        for span in spans(line.words)
        if not span.is_sign
    )


def _keys(key: str, block: int, lines: list[tuple[Run, ...]]) -> tuple[str, ...]:
    return tuple(
        line_key(key, f"{block}.{place}", "".join(run.text for run in line))
        for place, line in enumerate(lines)
    )


def _marker(line: Line) -> str:
    if line.kind is LineKind.NUMBER:
        return line.signs.strip()
    return "•" if line.kind is LineKind.BULLET else ""
