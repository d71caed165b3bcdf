"""Asks a program about many nodes of its accessibility tree at once.

By themselves the questions wait for one another: on a busy machine a tree of two hundred nodes took seconds to read.
Runs under Debian's own Python, as `reader.py` does.
"""

from __future__ import annotations

from typing import NamedTuple

from gi.repository import Atspi, Gio, GLib

ACCESSIBLE = "org.a11y.atspi.Accessible"
PROPERTIES = "org.freedesktop.DBus.Properties"
PATIENCE_MS = 10_000
SILENT = (Gio.DBusError.NO_REPLY, Gio.DBusError.TIMEOUT, Gio.DBusError.TIMED_OUT)


class Seen(NamedTuple):
    """A node as it was told; what has just gone has neither role nor name."""

    node: object
    role: str
    name: str


class Asking:
    """The connection by which many questions are asked."""

    def __init__(self):
        address = Gio.bus_get_sync(Gio.BusType.SESSION).call_sync(
            "org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress", None, None, 0, -1
        )  # fmt: skip
        flags = Gio.DBusConnectionFlags
        self._bus = Gio.DBusConnection.new_for_address_sync(
            address.unpack()[0], flags.AUTHENTICATION_CLIENT | flags.MESSAGE_BUS_CONNECTION
        )

    def seen(self, nodes):
        """Each node with its role and its name."""
        roles, names = self.roles(nodes), self.names(nodes)
        return [Seen(*each) for each in zip(nodes, roles, names, strict=True)]

    def roles(self, nodes):
        told = self._all(nodes, ACCESSIBLE, "GetRole")
        return ["" if one is None else Atspi.role_get_name(Atspi.Role(one)) for one in told]

    def names(self, nodes):
        return [one or "" for one in self._properties(nodes, "Name")]

    def holders(self, nodes):
        """What tells the holders of nodes from each other."""
        return self._properties(nodes, "Parent")

    def _properties(self, nodes, name):
        return self._all(nodes, PROPERTIES, "Get", GLib.Variant("(ss)", (ACCESSIBLE, name)))

    def _all(self, nodes, interface, method, words=None):
        """The answer of each node; None of one that is no longer there. Raises GLib.Error where nobody answers."""
        answers, silent = {}, []
        context = GLib.MainContext()
        context.push_thread_default()

        def take(bus, result, number):
            answers[number] = None
            try:
                answers[number] = bus.call_finish(result).unpack()[0]
            except GLib.Error as fault:
                silent.extend(fault for code in SILENT if fault.matches(Gio.dbus_error_quark(), code))

        try:
            for number, node in enumerate(nodes):
                self._bus.call(
                    node.app.bus_name, node.path, interface, method, words, None, 0, PATIENCE_MS, None, take, number
                )  # fmt: skip
            while len(answers) < len(nodes):
                context.iteration(True)
        finally:
            context.pop_thread_default()
        if silent:
            raise silent[0]
        return [answers[number] for number in range(len(nodes))]
