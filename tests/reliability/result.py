"""What an experiment found."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass
class Result:
    """How often something was tried, and what went wrong."""

    runs: int = 0
    faults: list[str] = field(default_factory=list)
    facts: dict[str, int] = field(default_factory=dict)

    def fault(self, text: str) -> None:
        """Note one."""
        self.faults.append(text)

    def count(self, fact: str, by: int = 1) -> None:
        """Count something worth telling."""
        self.facts[fact] = self.facts.get(fact, 0) + by

    def add(self, other: Result) -> None:
        """Take in what a part of the experiment found."""
        self.runs += other.runs
        self.faults += other.faults
        for fact, number in other.facts.items():
            self.count(fact, number)
