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
    say,
    slider,
    text,
    tick,
)

SETTINGS = ("key:ctrl+1", "Settings")
DOOR = "Import from a table: choose a file"
IMPORT = (*SETTINGS, "Look", DOOR, "set:File name:=diary.csv", "key:Return")
EYE = press(
    "check box:Show: New passphrase", "check box:Hide: New passphrase", "check box:Hide: New passphrase"
)
NEEDED = "label:Both are needed: the passphrase as it is, and the new one."
SECTIONS = (
    "Look|Measures|Scales|Questions|Reminders|Language|Security|Backups|Import and export|Erase|About",
)
RULE = "Change “Before the first dose”"


def asking(name: str, door: str, title: str, *acts: Act, made_by: str, alike: tuple[str, ...] = ()) -> Place:
    """A dialog that a button of the settings opens; Close is in each."""
    return Place(
        name,
        (*SETTINGS, door),
        f"dialog:{title}",
        (press("Close", gone="dialog:*"), *acts),
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
            press("See it: the page for after a session", "Enough for now", "key:Escape"),
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
            dialog("Try it: the recovery code", "Is the recovery code at hand?"),
            dialog("Make a new code", "A new recovery code|Make a new code"),
            dialog("Encrypt anew", "Someone may know my passphrase|Encrypt anew"),
            *tick("By itself"),
            file_dialog("Choose a folder"),
            say("Check it: the journal", "*all of it is whole."),
            press("Back up now", "label:The backup is made and proved."),
            press("More about the backup of Today*", "menu item:Prove it again", "key:Escape"),
            file_dialog(DOOR),
            file_dialog("Export everything: choose where"),
            dialog("Erase the journal", "Erase the journal?"),
        ),
        alike=(
            *SECTIONS,
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
        *text("Days"),
        LEAVE,
        press("Keep", gone="dialog:*"),
        made_by="RuleDialog",
        alike=("check box:GAD-7|PHQ-2|GAD-2|PCL-5|Long-term check",),
    ),
    asking(
        "another passphrase",
        "Change the passphrase",
        "Change the passphrase",
        LEAVE,
        press("Change", NEEDED),
        EYE,
        Act("password text:Passphrase as it is"),
        Act("password text:New passphrase"),
        Act("password text:New passphrase, once more"),
        made_by="PassphraseDialog",
        alike=("check box:Show: *",),
    ),
    asking(
        "the code, tried",
        "Try it: the recovery code",
        "Is the recovery code at hand?",
        LEAVE,
        press("Try it", "label:The code is needed here."),
        *text("Recovery code"),
        made_by="RehearseCodeDialog",
        alike=("check box:Hide: Recovery code",),
    ),
    asking(
        "a new code",
        "Make a new code",
        "*",
        LEAVE,
        press("Make a new code", "label:The passphrase is needed here."),
        Act("password text:Passphrase"),
        made_by="NewCodeDialog",
        alike=("check box:Show: *",),
    ),
    asking(
        "the journal encrypted anew",
        "Encrypt anew",
        "*",
        LEAVE,
        press("Encrypt anew", NEEDED),
        Act("password text:Passphrase as it is"),
        made_by="NewKeyDialog",
        alike=("check box:Show: *", "password text:New passphrase|New passphrase, once more"),
    ),
    asking(
        "a backup restored",
        "Restore",
        "Restore this backup?",
        LEAVE,
        made_by="RestoreDialog",
        alike=("Restore",),
    ),
    asking(
        "the journal erased",
        "Erase the journal",
        "Erase the journal?",
        press("Keep it", gone="dialog:*"),
        *tick("Erase its backups too"),
        press("Go on", "text:Type erase to go on"),
        press("Erase it for good", "label:The word is not there yet. Nothing was erased."),
        made_by="EraseJournalDialog",
    ),
    Place(
        "a backup erased",
        (*SETTINGS, "More about the backup*", "menu item:Erase it"),
        "dialog:Erase this backup?",
        (
            press("Close", gone="dialog:*"),
            press("Keep it", gone="dialog:*"),
            press("Erase it", "label:The backup is erased."),
        ),
        made_by=("EraseBackupDialog",),
    ),
    Place(
        "a look before importing",
        IMPORT,
        "Columns",
        (
            press("Back to the settings", "slider:Text size"),
            *choice("choose a number"),
            file_dialog("Save this list"),
            dialog("Columns", "What the columns become"),
            Act(
                "Import 1 entry",
                "label:The import is taken back.",
                then=("label:1 entry was imported", "Undo"),
            ),
        ),
        alike=SECTIONS,
    ),
    Place(
        "what the columns become",
        (*IMPORT, "Columns"),
        "dialog:What the columns become",
        (
            press("Close", gone="dialog:*"),
            *choice("2026-10-23", "Sleep"),
            *text("Lowest of “mood”"),
            press("Leave it", gone="dialog:*"),
            press("Read it like this", gone="dialog:*"),
            Act(
                "Use a mapping file",
                "label:diary.csv by diary.toml,*",
                then=("text:File name:", "type:diary.toml", "key:Return"),
            ),
        ),
        alike=("combo box:the day|the time|19:42|Mood", "text:Lowest of *|Highest of *"),
        leave=("Back to the settings",),
        made_by=("ColumnsDialog",),
    ),
)
