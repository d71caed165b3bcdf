-- Schema 4. What is typed after a session, later looks at it, and more fields of sessions and courses.

ALTER TABLE fragment ADD COLUMN layer TEXT;
ALTER TABLE fragment ADD COLUMN looks_at INTEGER REFERENCES fragment (entry_id);
CREATE INDEX fragment_looks_at ON fragment (looks_at) WHERE looks_at IS NOT NULL;

-- What is being typed, kept with every key; it is no entry until the person keeps it.
CREATE TABLE fragment_draft (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    moment TEXT NOT NULL,
    kind TEXT NOT NULL,
    text TEXT NOT NULL,
    kap_session_id INTEGER
) STRICT;

ALTER TABLE kap_session ADD COLUMN side_effects_later TEXT NOT NULL DEFAULT '[]';
ALTER TABLE kap_session ADD COLUMN preparation TEXT;
ALTER TABLE kap_session ADD COLUMN to_say TEXT NOT NULL DEFAULT '';
ALTER TABLE kap_session ADD COLUMN hours_since_food REAL;
ALTER TABLE kap_session ADD COLUMN prepared INTEGER;
ALTER TABLE kap_session ADD COLUMN aids TEXT NOT NULL DEFAULT '[]';
ALTER TABLE kap_session ADD COLUMN mode TEXT;
ALTER TABLE kap_session ADD COLUMN felt_safe INTEGER;
ALTER TABLE kap_session ADD COLUMN themes TEXT NOT NULL DEFAULT '[]';
ALTER TABLE kap_session ADD COLUMN vital_signs TEXT NOT NULL DEFAULT '[]';

ALTER TABLE course ADD COLUMN clinic_words TEXT NOT NULL DEFAULT '';
ALTER TABLE course ADD COLUMN clinic_limits TEXT NOT NULL DEFAULT '';
ALTER TABLE course ADD COLUMN medicines TEXT NOT NULL DEFAULT '[]';
