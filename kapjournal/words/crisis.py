"""The words around crisis lines: what a number is, how it is reached, and since when it is known."""

from __future__ import annotations

from kapjournal.guidance.crisis_lines import ELSEWHERE, EUROPEAN_UNION, Country, CrisisLine, How
from kapjournal.words.language import _, current


def country_name(code: str) -> str:
    """The name of a country in the person's language."""
    if code == ELSEWHERE:
        return _("Another country")
    if code == EUROPEAN_UNION:
        return _("Elsewhere in the European Union")
    return str(current().territories.get(code, code))


def emergency_note(country: Country) -> str:
    """What stands under the emergency number."""
    if not country.emergency:
        return _("When life is in danger, the emergency number of the place where you are.")
    if len(country.emergency) == 1:
        return _("When life is in danger.")
    return _("When life is in danger. {number} works too.").format(number=country.emergency[1])


def line_name(line: CrisisLine) -> str:
    """The line's own name, or what it is; with the language or place that it is for."""
    name = line.name or _("Crisis line")
    part = _part_name(line.part)
    return _("{line}, {part}").format(line=name, part=part) if part else name


def line_number(line: CrisisLine) -> str:
    """What is dialled, sent or opened: '116 123', 'SHOUT to 85258', '111, option 2'."""
    if line.text:
        return _("{word} to {number}").format(word=line.text, number=line.number)
    if line.option:
        return _("{number}, option {option}").format(number=line.number, option=line.option)
    return line.number


def line_note(line: CrisisLine) -> str:
    """How it is reached, and what else works."""
    how = {
        How.CALL: _("By phone."),
        How.TEXT: _("By text message."),
        How.CALL_OR_TEXT: _("By phone or text message."),
        How.WEB: _("A web page, with lines by country."),
    }[line.how]
    if line.also:
        also = _(" or ").join(line.also)
        return _("{how} {numbers} works too.").format(how=how, numbers=also)
    if line.web:
        return _("{how} Also {web}.").format(how=how, web=line.web)
    return how


def known_note(country: Country) -> str:
    """Since when the numbers are known, and that nobody has checked them since, where that is so."""
    checked = [line.checked for line in country.lines]
    if checked and all(checked):
        return _("Checked on {day}.").format(day=min(checked))
    known = sorted({line.known for line in country.lines if line.known})
    if not known:
        return _("Not checked for this version. Your clinic can tell you which numbers to use.")
    text = _(
        "Known as of {when}; not checked for this version. Your clinic can tell you which numbers to use."
    )
    when = _(" and ").join(known)
    if not all(line.known for line in country.lines):
        when = _("{when}, some without a date").format(when=when)
    return text.format(when=when)


def _part_name(part: str) -> str:
    if part in ("nl", "fr"):
        return str(current().languages.get(part, part))
    return {"several_countries": _("in several countries"), "CABA": _("in Buenos Aires")}.get(part, part)
