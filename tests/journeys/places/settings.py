"""Settings, section by section, and what their dialogs ask."""

from __future__ import annotations

from tests.journeys.acts import (
    Act,
    Place,
    choice,
    dialog,
    file_dialog,
    one_of,
    press,
    slider,
    text,
    tick,
)

SETTINGS = ("key:ctrl+1", "Settings")
RULE = "Change “Before the first dose”"


def asking(name: str, door: str, title: str, *acts: Act, made_by: str, alike: tuple[str, ...] = ()) -> Place:
    """A dialog that a button of the settings opens; Close, Support and Leave it are in each."""
    return Place(
        name,
        (*SETTINGS, door),
        f"dialog:{title}",
        (press("Close", gone="dialog:*"), press("Support", "Copy 999"), *acts),
        alike=alike,
        made_by=(made_by,),
    )


LEAVE = press("Leave it", gone="dialog:*")

PLACES = (
    Place(
        "settings",
        SETTINGS,
        "slider:Text size",
        (
            press("Look", "slider:Text size"),
            press("Erase", "Erase the journal"),
            *slider("Text size"),
            *choice("Source Serif 4"),
            *tick("Less motion"),
            press("See the page for after a session", "Enough for now", "key:Escape"),
            *tick("After a session"),
            *one_of("Dark"),
            dialog("Rename Anxiety", "Rename"),
            *tick("Pain"),
            *text("Your own measure", "Word at 0", "Word at 10"),
            *tick("PCL-5"),
            dialog(RULE, "*Before the first dose*"),
            file_dialog("Add a scale from a file"),
            *tick("Trauma care", "Home is not safe", "Remind me at these times"),
            *choice("As the system"),
            *choice("5 minutes"),
            dialog("Change the passphrase", "Change the passphrase"),
            dialog("Try the recovery code", "Is the recovery code at hand?"),
            dialog("Make a new code", "A new recovery code|Make a new code"),
            dialog("Encrypt anew", "Someone may know my passphrase|Encrypt anew"),
            *tick("By itself"),
            file_dialog("Choose a folder"),
            press("Check the journal", "label:*whole*"),
            press("Back up now", "label:The backup is made and proved."),
            press("More about the backup of Today*", "menu item:Prove it again", "key:Escape"),
            file_dialog("Import from a table: choose a file"),
            file_dialog("Export everything: choose where"),
            dialog("Erase the journal", "Erase the journal?"),
        ),
        alike=(
            "Measures",
            "Scales",
            "Questions",
            "Reminders",
            "Language",
            "Security",
            "Backups",
            "Import and export",
            "About",
            "Rename *",
            "check box:*",
            "Change “*",
            "Add",
            "radio button:*",
            "More about the backup*",
            "Restore",
        ),
        made_by=("SettingsPage",),
    ),
    asking(
        "a measure's name",
        "Rename Anxiety",
        "Rename",
        *text("Name"),
        LEAVE,
        made_by="RenameDialog",
        alike=("Rename", "text:*"),
    ),
    asking(
        "when scales are offered",
        RULE,
        "*",
        *tick("Offer scales then", "PHQ-9"),
        LEAVE,
        made_by="RuleDialog",
        alike=(":*",),
    ),
    asking(
        "another passphrase",
        "Change the passphrase",
        "Change the passphrase",
        LEAVE,
        Act("password text:Passphrase as it is"),
        Act("password text:New passphrase"),
        made_by="PassphraseDialog",
        alike=(":*",),
    ),
    asking(
        "the code, tried",
        "Try the recovery code",
        "Is the recovery code at hand?",
        *text("Recovery code"),
        LEAVE,
        made_by="RehearseCodeDialog",
        alike=("Try it", "check box:* the passphrase"),
    ),
    asking(
        "a new code",
        "Make a new code",
        "*",
        Act("password text:Passphrase"),
        LEAVE,
        made_by="NewCodeDialog",
        alike=(":*",),
    ),
    asking(
        "the journal encrypted anew",
        "Encrypt anew",
        "*",
        Act("password text:Passphrase as it is"),
        LEAVE,
        made_by="NewKeyDialog",
        alike=(":*",),
    ),
    asking(
        "a backup restored", "Restore", "Restore this backup?", LEAVE, made_by="RestoreDialog", alike=(":*",)
    ),
    asking(
        "the journal erased",
        "Erase the journal",
        "Erase the journal?",
        made_by="EraseJournalDialog",
        alike=(":*",),
    ),
)
