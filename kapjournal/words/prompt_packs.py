"""What is said of a therapist's pack of questions: its faults, line by line."""

from __future__ import annotations

from kapjournal.guidance.library_checks import LONGEST_TEXT, SKIP_CODES
from kapjournal.guidance.prompt_pack import LONGEST_NAME, MOST_PROMPTS, PackFault, PackProblem
from kapjournal.words.language import _
from kapjournal.words.numbers import number


def pack_problem(problem: PackProblem) -> str:
    """A fault as a sentence: 'Line 3: longer than 240 characters.'."""
    reason = pack_fault(problem.fault)
    if problem.what:
        reason = _("{reason} (“{what}”)").format(reason=reason, what=problem.what)
    if not problem.line:
        return _("{reason}.").format(reason=reason[:1].upper() + reason[1:])
    return _("Line {line}: {reason}.").format(line=number(problem.line), reason=reason)


def pack_fault(fault: PackFault) -> str:
    """The reason alone."""
    return {
        PackFault.NOT_TEXT: _("this is not plain text"),
        PackFault.TOO_LARGE: _("the file is larger than a pack of questions can be"),
        PackFault.NOT_TOML: _("this is not TOML"),
        PackFault.EMPTY: _("there is no question in it"),
        PackFault.TOO_MANY: _("more than {count} questions").format(count=number(MOST_PROMPTS)),
        PackFault.UNKNOWN_KEY: _("a key that a pack does not have"),
        PackFault.NO_QUESTION: _("there is no question here"),
        PackFault.TOO_LONG: _("longer than {count} characters").format(count=number(LONGEST_TEXT)),
        PackFault.TWICE: _("the same question is there twice"),
        PackFault.UNKNOWN_SKIP: _("skip_when knows only {codes}").format(codes=", ".join(SKIP_CODES)),
        PackFault.DOSE_WORDS: _("it speaks of an amount of medicine"),
        PackFault.NAME_TOO_LONG: _("the name is longer than {count} characters").format(
            count=number(LONGEST_NAME)
        ),
    }[fault]
