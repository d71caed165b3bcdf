"""A language that nobody speaks: every text a third longer, with accents and in brackets.

What stays plain on a page drawn in it was never marked for translation; what is cut has no room for German.
"""

from __future__ import annotations

import gettext
import re

from kapjournal.words import language

_ACCENTS = str.maketrans("aeiouAEIOUcnsy", "áéíóúÁÉÍÓÚçñšý")
_FROM_RIGHT = str.maketrans("abcdefghijklmnopqrstuvwxyz", "אבגדהוזחטיכלמנסעפצקרשתםןףץ")
_HELD = re.compile(r"(\{[^}]*\})")
_LONGER = 0.35


class Pseudo(gettext.NullTranslations):
    """Makes its words from the English ones; what stands in braces is left alone."""

    def gettext(self, message: str) -> str:
        """Return the text as it might be in a language of longer words."""
        if not message.strip() or "\n" in message:
            return message
        parts = _HELD.split(message)
        words = "".join(part if n % 2 else part.translate(_ACCENTS) for n, part in enumerate(parts))
        more = max(1, round(len(message) * _LONGER))
        return f"[{words} {('wöörd ' * more)[:more].strip()}]"

    def pgettext(self, context: str, message: str) -> str:
        """Return the text, whatever its sense."""
        return self.gettext(message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """Return the text for one or for many."""
        return self.gettext(msgid1 if n == 1 else msgid2)


class PseudoFromRight(Pseudo):
    """The same in letters that run from right to left, as long as the English ones."""

    def gettext(self, message: str) -> str:
        """Return the text as it might be in Hebrew."""
        parts = _HELD.split(message)
        return "".join(part if n % 2 else part.lower().translate(_FROM_RIGHT) for n, part in enumerate(parts))


def speak(*, from_right: bool = False) -> None:
    """Speak it from now on; dates and numbers stay British."""
    language.use("en_GB")
    language._Spoken.catalogue = PseudoFromRight() if from_right else Pseudo()
