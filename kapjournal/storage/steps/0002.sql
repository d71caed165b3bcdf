-- Schema 2. Practices with their days; the person's own questions, and a therapist's packs of them.

CREATE TABLE practice (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    rhythm TEXT NOT NULL,
    spells TEXT NOT NULL,
    ended INTEGER NOT NULL,
    kap_session_id INTEGER,
    reflection_id INTEGER,
    question TEXT NOT NULL
) STRICT;

-- Days are ISO 8601, one row a day of a practice.
CREATE TABLE practice_day (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    practice_id INTEGER NOT NULL REFERENCES practice (id),
    day TEXT NOT NULL,
    kept INTEGER NOT NULL,
    minutes INTEGER,
    helped INTEGER,
    note TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX practice_day_of ON practice_day (practice_id, day);
CREATE INDEX practice_day_day ON practice_day (day);

CREATE TABLE prompt_pack (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL,
    added TEXT NOT NULL
) STRICT;

CREATE TABLE own_prompt (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    text TEXT NOT NULL,
    skip_when TEXT NOT NULL,
    pack_id INTEGER REFERENCES prompt_pack (id)
) STRICT;
CREATE INDEX own_prompt_pack ON own_prompt (pack_id) WHERE pack_id IS NOT NULL;
