"""The sample's practices, its own question and its therapist's pack, as steps of the telling."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta

from kapjournal.demo.sample_words import Raw
from kapjournal.domain.practice import Practice, PracticeDay, PracticeKind, Rhythm, Spell
from kapjournal.domain.prompt import OwnPrompt, PromptPack
from kapjournal.guidance.prompt_pack import read_pack_bytes
from kapjournal.journal import Journal
from kapjournal.paths import resource

Step = tuple[datetime, Callable[[], None]]
PRACTICES = "sample/practices.toml"
PACK = "sample/therapist_pack.toml"


def practice_steps(
    journal: Journal, ids: Mapping[str, int], moved: timedelta, to_share: list[int]
) -> list[Step]:
    """Every practice, tick and question as a step at its own time; `ids` are filled as sessions are told.

    Of a practice that goes into the summary the id is added to `to_share`.
    """
    raw = tomllib.loads(resource(PRACTICES).read_text("utf-8"))
    steps: list[Step] = []
    for told in raw["practice"]:
        steps.extend(_practice(journal, ids, moved, told, to_share))
    steps.extend((own["at"], _own(journal, own["text"])) for own in raw["own_prompts"])
    at: datetime = raw["pack_at"]
    steps.append((at, _pack(journal, at + moved)))
    return steps


def _practice(
    journal: Journal, ids: Mapping[str, int], moved: timedelta, raw: Raw, to_share: list[int]
) -> list[Step]:
    made: list[Practice] = []
    began: datetime = raw["began"]

    def keep() -> None:
        practice = Practice(
            name=raw["name"],
            kind=PracticeKind(raw["kind"]),
            rhythm=Rhythm(raw["rhythm"]),
            spells=(Spell((began + moved).date()),),
            kap_session_id=ids[raw["session"]],
        )
        made.append(journal.practices.keep(practice))
        if raw.get("to_share"):
            to_share.append(made[0].id)

    def note(kept: Raw) -> Callable[[], None]:
        def keep_day() -> None:
            day = PracticeDay(
                practice_id=made[0].id,
                day=(kept["at"] + moved).date(),
                minutes=kept.get("minutes"),
                helped=kept.get("helped"),
                note=kept.get("note", ""),
            )
            journal.practices.note(day)

        return keep_day

    return [(began, keep), *((kept["at"], note(kept)) for kept in raw["kept"])]


def _own(journal: Journal, text: str) -> Callable[[], None]:
    def keep() -> None:
        journal.own_prompts.keep(OwnPrompt(text=text))

    return keep


def _pack(journal: Journal, at: datetime) -> Callable[[], None]:
    def keep() -> None:
        reading = read_pack_bytes(resource(PACK).read_bytes())
        questions = [OwnPrompt(text=q.text, skip_when=q.skip_when) for q in reading.questions]
        journal.own_prompts.add_pack(PromptPack(name=reading.name, added=at.date()), questions)

    return keep
