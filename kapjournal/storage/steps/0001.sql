-- Schema 1. Frozen: a released journal depends on it.
-- Days are proleptic ordinals (1 = 1 January of year 1), instants whole seconds since 1970 in UTC, moments ISO 8601.

CREATE TABLE meta (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE measure (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    key TEXT NOT NULL UNIQUE,
    low REAL NOT NULL,
    high REAL NOT NULL,
    step REAL NOT NULL,
    direction TEXT NOT NULL,
    unit TEXT NOT NULL,
    name TEXT NOT NULL,
    low_word TEXT NOT NULL,
    high_word TEXT NOT NULL,
    in_use INTEGER NOT NULL,
    position INTEGER NOT NULL
) STRICT;

CREATE TABLE course (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    label TEXT NOT NULL,
    started TEXT,
    ended TEXT,
    status TEXT NOT NULL,
    conditions TEXT NOT NULL,
    phases TEXT NOT NULL,
    sessions_planned INTEGER,
    clinic TEXT NOT NULL,
    clinic_phone TEXT NOT NULL,
    prescriber TEXT NOT NULL,
    therapist TEXT NOT NULL,
    therapist_phone TEXT NOT NULL,
    notes TEXT NOT NULL
) STRICT;

-- Every dated record. `place` orders the time line: day, then second of the day, then id (storage/entries.py).
CREATE TABLE entry (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL,
    detail TEXT NOT NULL,
    place INTEGER NOT NULL,
    day INTEGER NOT NULL,
    local TEXT NOT NULL,
    utc_offset_min INTEGER NOT NULL,
    zone TEXT NOT NULL,
    has_time INTEGER NOT NULL,
    instant INTEGER NOT NULL,
    written TEXT NOT NULL,
    edited TEXT NOT NULL,
    added_later INTEGER NOT NULL,
    to_share INTEGER NOT NULL,
    trashed TEXT
) STRICT;
CREATE UNIQUE INDEX entry_shown ON entry (place) WHERE trashed IS NULL;
CREATE INDEX entry_trash ON entry (place) WHERE trashed IS NOT NULL;
CREATE INDEX entry_kind ON entry (kind, place) WHERE trashed IS NULL;
CREATE INDEX entry_to_share ON entry (place) WHERE to_share = 1 AND trashed IS NULL;

CREATE TABLE entry_tag (
    entry_id INTEGER NOT NULL REFERENCES entry (id),
    position INTEGER NOT NULL,
    tag TEXT NOT NULL,
    PRIMARY KEY (entry_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX entry_tag_tag ON entry_tag (tag, entry_id);

CREATE TABLE check_in (
    entry_id INTEGER PRIMARY KEY REFERENCES entry (id),
    type TEXT NOT NULL,
    note TEXT NOT NULL
) STRICT;

-- One row for each value that was set. The columns from `day` on repeat the entry's, so that one index answers a chart.
CREATE TABLE check_in_value (
    entry_id INTEGER NOT NULL REFERENCES entry (id),
    measure TEXT NOT NULL REFERENCES measure (key),
    position INTEGER NOT NULL,
    value REAL NOT NULL,
    source_value REAL,
    source_low REAL,
    source_high REAL,
    day INTEGER NOT NULL,
    minute INTEGER NOT NULL,
    ordinary INTEGER NOT NULL,
    added_later INTEGER NOT NULL,
    shown INTEGER NOT NULL,
    PRIMARY KEY (entry_id, measure)
) STRICT, WITHOUT ROWID;
CREATE INDEX value_over_time ON check_in_value (measure, day, minute, entry_id, value, ordinary, added_later)
    WHERE shown = 1;

CREATE TABLE check_in_feeling (
    entry_id INTEGER NOT NULL REFERENCES entry (id),
    position INTEGER NOT NULL,
    feeling TEXT NOT NULL,
    PRIMARY KEY (entry_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE kap_session (
    entry_id INTEGER PRIMARY KEY REFERENCES entry (id),
    kind TEXT NOT NULL,
    status TEXT NOT NULL,
    status_reason TEXT NOT NULL,
    course_id INTEGER REFERENCES course (id),
    duration_min INTEGER,
    route TEXT,
    medicine TEXT,
    dose_text TEXT NOT NULL,
    setting TEXT,
    companions TEXT NOT NULL,
    music TEXT NOT NULL,
    intention TEXT NOT NULL,
    depth INTEGER,
    difficulty INTEGER,
    meaningfulness INTEGER,
    side_effects TEXT NOT NULL,
    with_whom TEXT NOT NULL,
    topics TEXT NOT NULL,
    agreed_step TEXT NOT NULL,
    notes TEXT NOT NULL
) STRICT;
CREATE INDEX kap_session_course ON kap_session (course_id);

CREATE TABLE reflection (
    entry_id INTEGER PRIMARY KEY REFERENCES entry (id),
    title TEXT NOT NULL,
    text TEXT NOT NULL,
    kap_session_id INTEGER REFERENCES kap_session (entry_id),
    prompt_id TEXT,
    question TEXT,
    domain TEXT,
    window TEXT,
    left_open INTEGER NOT NULL
) STRICT;
CREATE INDEX reflection_session ON reflection (kap_session_id) WHERE kap_session_id IS NOT NULL;
CREATE INDEX reflection_prompt ON reflection (prompt_id) WHERE prompt_id IS NOT NULL;
CREATE INDEX reflection_open ON reflection (entry_id) WHERE left_open = 1;

CREATE TABLE fragment (
    entry_id INTEGER PRIMARY KEY REFERENCES entry (id),
    kind TEXT NOT NULL,
    text TEXT NOT NULL,
    kap_session_id INTEGER REFERENCES kap_session (entry_id)
) STRICT;
CREATE INDEX fragment_session ON fragment (kap_session_id) WHERE kap_session_id IS NOT NULL;

CREATE TABLE reflection_fragment (
    reflection_id INTEGER NOT NULL REFERENCES reflection (entry_id),
    position INTEGER NOT NULL,
    fragment_id INTEGER NOT NULL REFERENCES fragment (entry_id),
    PRIMARY KEY (reflection_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX reflection_fragment_fragment ON reflection_fragment (fragment_id);

CREATE TABLE event (
    entry_id INTEGER PRIMARY KEY REFERENCES entry (id),
    kind TEXT NOT NULL,
    text TEXT NOT NULL
) STRICT;

CREATE TABLE prompt_offer (
    day INTEGER NOT NULL,
    slot INTEGER NOT NULL,
    prompt_id TEXT NOT NULL,
    window TEXT NOT NULL,
    set_aside INTEGER NOT NULL,
    PRIMARY KEY (day, slot)
) STRICT, WITHOUT ROWID;

CREATE TABLE prompt_mark (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    prompt_id TEXT NOT NULL UNIQUE,
    favourite INTEGER NOT NULL,
    hidden INTEGER NOT NULL
) STRICT;

CREATE TABLE person (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    name TEXT NOT NULL,
    trauma_care INTEGER NOT NULL,
    home_not_safe INTEGER NOT NULL
) STRICT;

CREATE TABLE share (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    moment TEXT NOT NULL,
    form TEXT NOT NULL,
    first TEXT NOT NULL,
    last TEXT NOT NULL,
    parts TEXT NOT NULL,
    entry_ids TEXT NOT NULL,
    for_whom TEXT NOT NULL,
    sha256 TEXT NOT NULL
) STRICT;

CREATE TABLE summary_choice (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    first TEXT,
    last TEXT,
    parts TEXT NOT NULL,
    entry_ids TEXT NOT NULL,
    talking_points TEXT NOT NULL,
    for_whom TEXT NOT NULL,
    page_size TEXT NOT NULL
) STRICT;

-- Which row of which source an imported entry came from.
CREATE TABLE import_source (
    source_key TEXT PRIMARY KEY,
    entry_id INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- What each change found: undo, the trash and earlier versions all read this.
CREATE TABLE step (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    at INTEGER NOT NULL,
    asked_by TEXT NOT NULL,
    undone INTEGER
) STRICT;
CREATE INDEX step_undone ON step (undone) WHERE undone IS NOT NULL;

CREATE TABLE version (
    step_id INTEGER NOT NULL REFERENCES step (id),
    kind TEXT NOT NULL,
    record_id INTEGER NOT NULL,
    at TEXT NOT NULL,
    before TEXT,
    after TEXT,
    PRIMARY KEY (step_id, kind, record_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX version_of ON version (kind, record_id, step_id);

-- Every word, accents folded. The rowid is the entry's place on the time line, so that hits come in order of date;
-- what lies in the trash stands at the negative of its place.
CREATE VIRTUAL TABLE search USING fts5 (
    title, text, words,
    tokenize = "unicode61 remove_diacritics 2",
    prefix = '2 3'
);
INSERT INTO search (search, rank) VALUES ('secure-delete', 1);
