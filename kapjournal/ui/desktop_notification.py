"""A notification of the desktop: one sentence, no sound of ours, not kept in any list."""

from __future__ import annotations

SHOWN_MS = 10_000
_ANSWER_S = 3.0


def notify_by_bus(words: str) -> bool:
    """Ask the desktop over its local message bus (Linux); return whether it took the words. Blocks for seconds at most.

    https://specifications.freedesktop.org/notification-spec/latest/
    """
    try:
        from jeepney import DBusAddress, new_method_call
        from jeepney.io.blocking import open_dbus_connection
    except ImportError:
        return False
    service = "org.freedesktop.Notifications"
    address = DBusAddress("/org/freedesktop/Notifications", bus_name=service, interface=service)
    # Without a name and a picture: whoever looks over a shoulder reads the sentence and nothing else.
    hints = {"transient": ("b", True), "urgency": ("y", 0)}
    asked = new_method_call(address, "Notify", "susssasa{sv}i", ("", 0, "", words, "", [], hints, SHOWN_MS))
    try:
        with open_dbus_connection(bus="SESSION") as connection:
            answer = connection.send_and_get_reply(asked, timeout=_ANSWER_S)
    except (OSError, KeyError, ValueError, TimeoutError):
        return False
    return str(answer.header.message_type.name) == "method_return"
