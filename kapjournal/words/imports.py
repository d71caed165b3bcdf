"""What an import says: why a row stays out, what is wrong in a mapping, and how the rows add up."""

from __future__ import annotations

from kapjournal.domain.importing import ImportReport, RefusedRow
from kapjournal.words.language import _, ngettext
from kapjournal.words.numbers import number


def file_kind(wanted: str) -> str:
    """The words for the kind of file that was expected; an unknown kind stands for itself."""
    return {
        "table": _("a table (CSV)"),
        "mapping": _("a mapping (a TOML file)"),
        "backup": _("a backup of Kap Journal"),
        "passphrase": _("a passphrase (one line of text)"),
    }.get(wanted, wanted)


def refusal(row: RefusedRow) -> str:
    """Why a row stays out, with its line: 'Line 88: column “mood” holds “14”, which is outside its scale'."""
    text = {
        "number_of_cells": _("Line {line}: it has {value} cells, unlike the first line."),
        "no_date": _("Line {line}: no date stands in column “{column}”."),
        "not_a_date": _(
            "Line {line}: column “{column}” holds “{value}”, which is no date of the given form."
        ),
        "far_away": _("Line {line}: column “{column}” holds “{value}”, a date too far away."),
        "no_time": _("Line {line}: no time stands in column “{column}”."),
        "not_a_time": _(
            "Line {line}: column “{column}” holds “{value}”, which is no time of the given form."
        ),
        "not_a_number": _("Line {line}: column “{column}” holds “{value}”, which is no number."),
        "outside_scale": _("Line {line}: column “{column}” holds “{value}”, which is outside its scale."),
        "nothing_to_keep": _("Line {line}: it holds nothing that the mapping keeps."),
        "filtered": _("Line {line}: the mapping leaves it out, by column “{column}”."),
        "too_long": _("Line {line}: with column “{column}” it becomes longer than an entry may be."),
        "too_many_tags": _("Line {line}: column “{column}” gives it {value} tags, more than an entry has."),
    }.get(row.reason, _("Line {line}: {reason}"))
    return text.format(line=row.line, column=row.column, value=row.value, reason=row.reason)


def report_lines(report: ImportReport, *, rehearsed: bool) -> tuple[str, ...]:
    """How the rows of a file add up: in all, added (or to be added), already there, refused."""
    added = (
        ngettext("{n} would be added", "{n} would be added", report.added)
        if rehearsed
        else ngettext("{n} added", "{n} added", report.added)
    )
    return (
        ngettext("{n} row in the file", "{n} rows in the file", report.rows).format(n=number(report.rows)),
        added.format(n=number(report.added)),
        _("{n} already there").format(n=number(report.already_there)),
        _("{n} refused").format(n=number(len(report.refused))),
    )


def mapping_problem(code: str) -> str:
    """What is wrong at a place of a mapping file; an unknown code stands for itself."""
    return (_about_keys() | _about_meaning()).get(code, code)


def _about_keys() -> dict[str, str]:
    return {
        "unknown_key": _("this key is not known"),
        "missing_key": _("it is needed here"),
        "empty": _("it is empty"),
        "not_a_text": _("a text is needed"),
        "not_a_number": _("a number is needed"),
        "not_true_or_false": _("true or false is needed"),
        "not_a_list_of_texts": _("a list of texts is needed"),
        "not_a_list_of_tables": _("it is written with double brackets, once for each column"),
        "not_a_table": _("a table is needed"),
        "unknown_word": _("this word is not one of those that are known here"),
        "not_one_sign": _("a single character is needed"),
        "text_too_long": _("a text is at most 2,000 letters long here"),
        "too_many_tables": _("at most 200 of these stand in a mapping"),
        "same_sign": _("the delimiter and the quotation mark are the same"),
    }


def _about_meaning() -> dict[str, str]:
    return {
        "unknown_encoding": _("this encoding is not known"),
        "unknown_zone": _("this time zone is not known"),
        "unknown_measure": _("this measure is neither built in nor defined in the mapping"),
        "unknown_place": _("only {now} and, where something changes, {before} can be filled in"),
        "not_a_format": _("dates and times cannot be read by this format"),
        "not_a_date_format": _("year, month and day are needed in this format"),
        "not_a_time_format": _("the hour of the day is needed in this format"),
        "not_a_time": _("a time before noon is needed, like 03:00"),
        "time_twice": _("the date’s format has the time already"),
        "not_a_key": _("a short name of small letters, figures and underscores is needed"),
        "not_a_scale": _("the high end has to be above the low end"),
        "not_a_step": _("the step has to fit into the scale"),
        "outside_scale": _("a number is outside the scale"),
        "taken_twice": _("it is taken already"),
        "nothing_mapped": _("no column becomes anything"),
        "too_many_places": _("{now} and {before} stand in it ten times at most, together"),
        "too_much": _(
            "all rows together would become more than fits into memory; with fewer rows it can be read"
        ),
        "column_missing": _("the file has no such column"),
        "column_twice": _("the file has more than one such column"),
    }
