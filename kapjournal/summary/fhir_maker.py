"""The entries of a Bundle in the making, and how they name each other."""

from __future__ import annotations

import secrets
from uuid import NAMESPACE_URL, uuid4, uuid5

from kapjournal.summary.fhir_codes import LOCAL, Json

_LETTERS = "23456789ABCDEFGHJKLMNPQRSTVWXYZ"


class Maker:
    """Begins with the person, under a name that means nothing and is made anew for each Bundle."""

    def __init__(self) -> None:
        pseudonym = _pseudonym()
        self._space = uuid5(NAMESPACE_URL, f"{LOCAL}:{pseudonym}:{uuid4()}")
        self.entries: list[Json] = []
        identifier = [{"system": "urn:kap-journal:pseudonym", "value": pseudonym}]
        patient: Json = {"resourceType": "Patient", "id": "p1", "identifier": identifier}
        self.person: Json = {"reference": self.add("p1", patient)}

    def url(self, name: str) -> str:
        """Return the address of a resource within this Bundle."""
        return f"urn:uuid:{uuid5(self._space, name)}"

    def add(self, name: str, resource: Json) -> str:
        """Add a resource and return its address."""
        self.entries.append({"fullUrl": self.url(name), "resource": {**resource, "id": name}})
        return self.url(name)


def _pseudonym() -> str:
    letters = "".join(secrets.choice(_LETTERS) for _place in range(6))
    return f"{letters[:4]}-{letters[4:]}"
