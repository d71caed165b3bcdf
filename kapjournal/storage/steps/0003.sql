-- Schema 3: scales and the support plan. Frozen: a released journal depends on it.

CREATE TABLE scale_form (
    entry_id INTEGER PRIMARY KEY REFERENCES entry (id),
    instrument TEXT NOT NULL,
    name TEXT NOT NULL,
    version TEXT NOT NULL,
    language TEXT NOT NULL,
    answers TEXT NOT NULL,
    finished TEXT,
    support_shown TEXT
) STRICT;
CREATE INDEX scale_form_instrument ON scale_form (instrument);
CREATE INDEX scale_form_open ON scale_form (entry_id) WHERE finished IS NULL;

-- Definitions that the person added, as their files were.
CREATE TABLE scale_file (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    key TEXT NOT NULL,
    text TEXT NOT NULL
) STRICT;

CREATE TABLE scale_choice (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    switched_on TEXT NOT NULL,
    switched_off TEXT NOT NULL,
    rules TEXT NOT NULL,
    all_on_one_page INTEGER NOT NULL
) STRICT;

CREATE TABLE support_plan (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    noticing TEXT NOT NULL,
    steadying TEXT NOT NULL,
    places TEXT NOT NULL,
    people TEXT NOT NULL,
    professionals TEXT NOT NULL,
    surroundings TEXT NOT NULL,
    here_for TEXT NOT NULL,
    next_day TEXT NOT NULL,
    reviewed TEXT
) STRICT;
