"""A summary in each of its forms, as bytes."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from kapjournal.domain.share import ShareForm, SummaryChoice
from kapjournal.summary.contents import Material, gather
from kapjournal.summary.document import Summary
from kapjournal.summary.telling import Tell, beside, part, quietly

ENDINGS = {
    ShareForm.PDF: ".pdf",
    ShareForm.PRINT: ".pdf",
    ShareForm.HTML: ".html",
    ShareForm.TEXT: ".txt",
    ShareForm.CSV: ".zip",
    ShareForm.JSON: ".json",
    ShareForm.FHIR: ".fhir.json",
    ShareForm.FHIR_PDF: ".pdf.fhir.json",
}
DATA = (ShareForm.CSV, ShareForm.JSON, ShareForm.FHIR)
"""The forms that hold the records themselves: their material is read whole."""


class Made(NamedTuple):
    """A form of a summary, and the summary that it is of."""

    summary: Summary
    form: ShareForm
    data: bytes


def make(
    form: ShareForm,
    choice: SummaryChoice,
    material: Material,
    now: datetime,
    password: str = "",
    tell: Tell = quietly,
) -> Made:
    """Return a summary in a form; may run behind the interface. A password locks a PDF and nothing else.

    Raises what `tell` raises.
    """
    tell(0.0)
    summary = gather(choice, material, now)
    tell(0.1)
    made = _data(form, choice, material, now, tell) if form in DATA else _pages(form, summary, password, tell)
    tell(1.0)
    return Made(summary, form, made)


def _pages(form: ShareForm, summary: Summary, password: str, tell: Tell) -> bytes:
    if form is ShareForm.HTML:
        from kapjournal.summary.web_page import web_page

        return web_page(summary)
    if form is ShareForm.TEXT:
        from kapjournal.summary.reading_text import whole_text

        return whole_text(summary).encode("utf-8", "replace")
    from kapjournal.summary.typeset import pdf

    data = beside(lambda: pdf(summary), tell, 0.1)
    if form is ShareForm.FHIR_PDF:
        from kapjournal.summary.fhir_pdf import fhir_pdf

        tell(0.8)
        return fhir_pdf(summary, data)
    if not password:
        return data
    from kapjournal.summary.password import under_password

    tell(0.8)
    return under_password(data, password)


def _data(form: ShareForm, choice: SummaryChoice, material: Material, now: datetime, tell: Tell) -> bytes:
    from kapjournal.summary.records import records

    found = records(choice, material, now)
    rest = part(tell, 0.2, 1.0)
    rest(0.0)
    if form is ShareForm.CSV:
        from kapjournal.summary.csv_files import csv_archive

        return csv_archive(found, rest)
    if form is ShareForm.JSON:
        from kapjournal.summary.json_file import json_file

        return json_file(found, rest)
    from kapjournal.summary.fhir_bundle import fhir_file

    return fhir_file(found, rest)
