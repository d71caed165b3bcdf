"""What is showing in a program, and what one node of its accessibility tree is, does and is called.

Runs under Debian's own Python, as `reader.py` does.
"""

from __future__ import annotations

import fnmatch
import time

import pyatspi
from gi.repository import Atspi

ROWS = ("list item", "table cell", "tree item")
ITEMS = (*ROWS, "page tab", "menu item")
ONE_OF = ("radio button",)
PRESSED_S = 5.0
PRESSES = ("press", "toggle", "click", "activate", "select", "showmenu")
ROLES = {
    Atspi.role_get_name(Atspi.Role(number)): Atspi.Role(number) for number in range(Atspi.Role.LAST_DEFINED)
}


def showing_in(app, roles=(), states=()):
    """All that is showing in a program, top down, of any of these roles and in all of these states.

    It is one question to the program, which answers from its own tree: a walk asks some five questions for each node,
    and each of them waits its turn on a busy machine.
    """
    every, any_of = Atspi.CollectionMatchType.ALL, Atspi.CollectionMatchType.ANY
    rule = Atspi.MatchRule.new(
        Atspi.StateSet.new([pyatspi.STATE_SHOWING, *states]), every, {}, every,
        [ROLES[name] for name in roles], any_of if roles else every, [], every, False,
    )  # fmt: skip
    return Atspi.Collection.get_matches(app, rule, Atspi.CollectionSortOrder.CANONICAL, 0, True)


def list_shows(row):
    """Whether the list in which a row stands is showing."""
    holder = row.parent
    while role(holder) in ROWS:
        holder = holder.parent
    return has(holder, pyatspi.STATE_SHOWING)


def children(node):
    for index in range(node.childCount):
        try:
            child = node.getChildAtIndex(index)
        except Exception:  # it went away
            continue
        if child is not None:
            yield child


def press(node):
    """Does what the control offers to have done, and waits until it is; whether it offers anything."""
    try:
        actions = node.queryAction()
    except NotImplementedError:
        return False
    offered = [actions.getName(i).lower() for i in range(actions.nActions)]
    for action in PRESSES:
        if action in offered:
            done = actions.doAction(offered.index(action))
            deadline = time.monotonic() + PRESSED_S
            while is_down(node) and time.monotonic() < deadline:
                time.sleep(0.01)
            return bool(done)
    return False


def is_down(button):
    """Whether it has yet to be clicked: it is down a tenth of a second before, and then while its menu is open."""
    return has(button, pyatspi.STATE_PRESSED) and not showing_in(button.getApplication(), ["popup menu"])


def says_what_for(box):
    """Whether a box to choose from says what is chosen there: its name is what is chosen."""
    return bool(box.description) or any(
        relation.getRelationType() == pyatspi.RELATION_LABELLED_BY for relation in box.getRelationSet()
    )


def rows_of(box):
    """The rows that a box to choose from shows while it is open."""
    box.clear_cache()  # nothing is told of a list that opens or closes
    return (
        [row for within in children(box) for row in children(within)]
        if has(box, pyatspi.STATE_EXPANDED)
        else []
    )


def stop_of(node):
    """What Tab stops at for a node: its list, its choice, or itself."""
    return node.parent if role(node) in (*ITEMS, *ONE_OF) else node


def spoken(stop):
    if stop is None:
        return "nothing is told"
    return (
        f"{role(stop)} {stop.name!r}"
        if stop.name
        else f"{role(stop)} of {[c.name for c in children(stop)][:3]}"
    )


def trail_to(node):
    """The names, or roles, of what holds a node, from the program on."""
    trail = []
    while (node := node.parent) is not None and role(node) != "desktop frame":
        trail.insert(0, node.name or role(node))
    return trail


def role(node):
    try:
        return node.getRoleName()
    except Exception:
        return ""


def has(node, state):
    try:
        return node.getState().contains(state)
    except Exception:
        return False


def is_on(node):
    node.clear_cache()  # of a tab that is no longer chosen nothing is told
    return has(node, pyatspi.STATE_CHECKED) or has(node, pyatspi.STATE_SELECTED)


def matches(name, wanted):
    """Whether a name is the wanted one, or one of several with '|' between; '*' stands for anything."""
    plain = (name or "").replace("&", "")
    return any(fnmatch.fnmatchcase(plain, one) for one in wanted.split("|"))
