-- Schema 6: pictures in reflections. Frozen: a released journal depends on it.

CREATE TABLE picture (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    format TEXT NOT NULL,
    width INTEGER NOT NULL,
    height INTEGER NOT NULL,
    data BLOB NOT NULL
) STRICT;

CREATE TABLE reflection_picture (
    reflection_id INTEGER NOT NULL REFERENCES reflection (entry_id),
    position INTEGER NOT NULL,
    picture_id INTEGER NOT NULL REFERENCES picture (id),
    alt TEXT NOT NULL,
    PRIMARY KEY (reflection_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX reflection_picture_picture ON reflection_picture (picture_id);
