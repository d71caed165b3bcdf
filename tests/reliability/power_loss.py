"""Power cuts: a traced writer replayed up to some moment, what was not flushed kept, dropped or torn at 512 bytes."""

from __future__ import annotations

import random
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from kapjournal.errors import KapjournalError
from tests.reliability import small_journal
from tests.reliability.result import Result

SECTOR = 512
FILES = ("journal.db", "journal.db-journal")
WRITER = """
import sys, pathlib, dataclasses
from tests.reliability import small_journal as small
from kapjournal.domain.check_in import CheckIn
from kapjournal.domain.measure import MeasureValue
from kapjournal.domain.moment import moment_at
from kapjournal.domain.reflection import Reflection
from kapjournal.storage import engine

if sys.argv[3] == "control":
    engine.PRAGMAS = tuple(("synchronous", "OFF", "0") if p[0] == "synchronous" else p for p in engine.PRAGMAS)
journal = small.by_code(pathlib.Path(sys.argv[1]), sys.argv[2])
moment = moment_at(small.CLOCK.now())
reflection = journal.reflections.keep(Reflection(moment=moment, text="0"), by="writer")
sys.stdout.write("began\\n"); sys.stdout.flush()
for number in range(1, int(sys.argv[4]) + 1):
    kept = journal.check_ins.keep(
        CheckIn(moment=moment, values=(MeasureValue("mood", 6.0),), note=f"note {number} " + "stone " * (number % 50)),
        by=str(number),
    )
    text = f"{number} " + "river " * 30 * (number % 20)
    reflection = journal.reflections.keep(dataclasses.replace(reflection, text=text), by="writer")
    journal.drafts.hold("session", {"words": text})
    if number % 7 == 0:
        journal.timeline.erase([kept.id])
    sys.stdout.write(f"kept {reflection.id} {number}\\n"); sys.stdout.flush()
"""


@dataclass(frozen=True)
class Step:
    """Something that the writer did: `kind` is write, cut, flush or said."""

    kind: str
    file: str = ""
    offset: int = 0
    data: bytes = b""


def trace(folder: Path, code: str, saves: int, *, control: bool) -> list[Step]:
    """Let a writer save under strace, and return what it did to the files and what it said."""
    log = folder.parent / "trace"
    subprocess.run(
        [
            "strace", "-f", "-y", "-xx", "-s", "1000000", "-o", str(log),
            "-e", "trace=write,pwrite64,ftruncate,fsync,fdatasync",
            sys.executable, "-c", WRITER, str(folder), code, "control" if control else "real", str(saves),
        ],
        check=True,
        capture_output=True,
    )  # fmt: skip
    steps = []
    for line in log.read_text("ascii", "replace").splitlines():
        step = _step(line)
        if step is not None:
            steps.append(step)
    log.unlink()
    return steps


_WRITE = re.compile(r'(pwrite64|write)\((\d+)<([^>]*)>, "([^"]*)"(?:\.\.\.)?, (\d+)(?:, (\d+))?\)\s+= (\d+)')
_CUT = re.compile(r"ftruncate\(\d+<([^>]*)>, (\d+)\)\s+= 0")
_FLUSH = re.compile(r"(?:fsync|fdatasync)\(\d+<([^>]*)>\)\s+= 0")


def _name(path: str) -> str:
    text = bytes.fromhex(path.replace("\\x", "")).decode() if path.startswith("\\x") else path
    return text.rsplit("/", 1)[-1]


def _step(line: str) -> Step | None:
    if found := _WRITE.search(line):
        call, handle, path, hexed, _, offset, done = found.groups()
        data = bytes.fromhex(hexed.replace("\\x", ""))[: int(done)]
        if handle == "1" and call == "write":
            return Step("said", data=data)
        if _name(path) in FILES:
            return Step("write", _name(path), int(offset or 0), data)
    elif (found := _CUT.search(line)) and _name(found[1]) in FILES:
        return Step("cut", _name(found[1]), int(found[2]))
    elif (found := _FLUSH.search(line)) and _name(found[1]) in FILES:
        return Step("flush", _name(found[1]))
    return None


def apply(image: bytearray, step: Step) -> None:
    """Do one step to a file's bytes."""
    if step.kind == "cut":
        del image[step.offset :]
        image.extend(bytes(step.offset - len(image)))
        return
    if len(image) < step.offset:
        image.extend(bytes(step.offset - len(image)))
    image[step.offset : step.offset + len(step.data)] = step.data


def after_a_cut(
    before: dict[str, bytes], steps: list[Step], moment: int, chance: random.Random
) -> dict[str, bytearray]:
    """The files as a power cut at that step may leave them."""
    images = {name: bytearray(before[name]) for name in FILES}
    for name in FILES:
        mine = [(index, s) for index, s in enumerate(steps[:moment]) if s.file == name]
        flushed = max((index for index, s in mine if s.kind == "flush"), default=-1)
        for index, step in mine:
            if step.kind == "flush":
                continue
            if index < flushed:
                apply(images[name], step)
                continue
            fate = chance.random()
            if fate < 0.4:
                apply(images[name], step)
            elif fate < 0.7 and step.kind == "write":
                for begin in range(0, len(step.data), SECTOR):
                    if chance.random() < 0.5:
                        part = step.data[begin : begin + SECTOR]
                        apply(images[name], Step("write", name, step.offset + begin, part))
    return images


def run(place: Path, images: int, *, control: bool = False, seed: int = 1, saves: int = 40) -> Result:
    """Make so many images, and open each."""
    result = Result()
    chance = random.Random(seed)
    origin = place / "origin"
    code = small_journal.make(origin)
    before = {name: (origin / name).read_bytes() for name in FILES}
    running = small_journal.copy(origin, place / "running")
    steps = trace(running, code, saves, control=control)
    first = next(i for i, s in enumerate(steps) if s.kind == "said")
    for number in range(images):
        moment = chance.randrange(first + 1, len(steps) + 1)
        files = after_a_cut(before, steps, moment, chance)
        said = [s.data.split() for s in steps[:moment] if s.kind == "said" and s.data.startswith(b"kept")]
        _judge(place / f"image-{number}", origin, code, files, said, result)
    return result


def _judge(
    folder: Path,
    origin: Path,
    code: str,
    files: dict[str, bytearray],
    said: list[list[bytes]],
    result: Result,
) -> None:
    result.runs += 1
    folder.mkdir()
    for name in ("keyslots.json", "keyslots.backup.json", "reserve"):
        (folder / name).hardlink_to(origin / name)
    for name, data in files.items():
        (folder / name).write_bytes(data)
    result.count("hot journals", int(len(files[FILES[1]]) > 0))
    try:
        journal = small_journal.by_code(folder, code)
        try:
            found = journal.verify()
            result.count("unused-page alarms", int(found.unused_pages > 0))
            if not found.healthy:
                result.fault(f"not whole: {found.problems}")
            elif said:
                text = journal.reflections.get(int(said[-1][1])).text
                if int(text.split()[0]) < int(said[-1][2]):
                    result.fault("a saved text is lost")
                draft = journal.drafts.held("session")
                if draft is None or int(draft.fields["words"].split()[0]) < int(said[-1][2]):
                    result.fault("what stood in a form is lost")
                result.count("acknowledged saves", 3 * int(said[-1][2]))
        finally:
            journal.close()
    except (KapjournalError, KeyError) as error:
        result.fault(f"does not open: {type(error).__name__}")
    finally:
        shutil.rmtree(folder)
