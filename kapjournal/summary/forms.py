"""A summary in each of its forms, as bytes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from kapjournal.domain.share import ShareForm, SummaryChoice
from kapjournal.summary.contents import Material, gather
from kapjournal.summary.document import Summary

ENDINGS = {
    ShareForm.PDF: ".pdf",
    ShareForm.PRINT: ".pdf",
    ShareForm.HTML: ".html",
    ShareForm.TEXT: ".txt",
    ShareForm.CSV: ".zip",
    ShareForm.JSON: ".json",
    ShareForm.FHIR: ".fhir.json",
}
DATA = (ShareForm.CSV, ShareForm.JSON, ShareForm.FHIR)
"""The forms that hold the records themselves: their material is read whole."""


@dataclass(frozen=True, slots=True)
class Made:
    """A form of a summary, and the summary that it is of."""

    summary: Summary
    form: ShareForm
    data: bytes


def make(
    form: ShareForm, choice: SummaryChoice, material: Material, now: datetime, password: str = ""
) -> Made:
    """Return a summary in a form; may run behind the interface. A password locks a PDF and nothing else."""
    summary = gather(choice, material, now)
    return Made(summary, form, _bytes(form, summary, choice, material, now, password))


def _bytes(
    form: ShareForm, summary: Summary, choice: SummaryChoice, material: Material, now: datetime, password: str
) -> bytes:
    if form in DATA:
        return _data(form, choice, material, now)
    if form is ShareForm.HTML:
        from kapjournal.summary.web_page import web_page

        return web_page(summary)
    if form is ShareForm.TEXT:
        from kapjournal.summary.reading_text import whole_text

        return whole_text(summary).encode("utf-8", "replace")
    from kapjournal.summary.typeset import pdf

    data = pdf(summary)
    if not password:
        return data
    from kapjournal.summary.password import under_password

    return under_password(data, password)


def _data(form: ShareForm, choice: SummaryChoice, material: Material, now: datetime) -> bytes:
    from kapjournal.summary.records import records

    found = records(choice, material, now)
    if form is ShareForm.CSV:
        from kapjournal.summary.csv_files import csv_archive

        return csv_archive(found)
    if form is ShareForm.JSON:
        from kapjournal.summary.json_file import json_file

        return json_file(found)
    from kapjournal.summary.fhir_bundle import fhir_file

    return fhir_file(found)
