"""The pages of a summary in a FHIR R4 collection: a DocumentReference and the PDF itself as a Binary."""

from __future__ import annotations

import base64
import hashlib

from kapjournal.summary.document import Summary
from kapjournal.summary.fhir_codes import PATIENT_NOTE, Json, concept
from kapjournal.summary.fhir_maker import Maker
from kapjournal.summary.json_writing import written


def fhir_pdf(summary: Summary, pdf: bytes) -> bytes:
    """Return the Bundle as UTF-8 JSON."""
    return written(pdf_bundle(summary, pdf))


def pdf_bundle(summary: Summary, pdf: bytes) -> Json:
    """Return the Bundle; its first entry says what the second holds."""
    maker = Maker()
    made = summary.made.replace(microsecond=0).isoformat()
    title = f"{summary.opening}, {summary.title}"
    binary = {
        "resourceType": "Binary",
        "contentType": "application/pdf",
        "data": base64.b64encode(pdf).decode(),
    }
    attachment = {
        "contentType": "application/pdf",
        "language": summary.language,
        "url": maker.url("pdf"),
        "size": len(pdf),
        # FHIR asks for SHA-1 here; what proves the file is the SHA-256 in the list of what was shared.
        "hash": base64.b64encode(hashlib.sha1(pdf, usedforsecurity=False).digest()).decode(),
        "title": title,
        "creation": made,
    }
    reference: Json = {
        "resourceType": "DocumentReference",
        "status": "current",
        "docStatus": "final",
        "type": concept("Patient-authored summary", PATIENT_NOTE),
        "subject": maker.person,
        "date": made,
        "author": [maker.person],
        "description": title,
        "content": [{"attachment": attachment}],
    }
    maker.add("summary", reference)
    maker.add("pdf", binary)
    return {
        "resourceType": "Bundle",
        "id": "summary-pdf-bundle",
        "type": "collection",
        "timestamp": made,
        "entry": maker.entries,
    }
