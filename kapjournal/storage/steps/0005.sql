-- Schema 5: practices and struck lines in the choice for a summary; a share keeps all that was chosen. Frozen: a
-- released journal depends on it.

ALTER TABLE summary_choice ADD COLUMN practice_ids TEXT NOT NULL DEFAULT '[]';
ALTER TABLE summary_choice ADD COLUMN struck TEXT NOT NULL DEFAULT '[]';
ALTER TABLE share ADD COLUMN choice TEXT;
ALTER TABLE share ADD COLUMN name TEXT NOT NULL DEFAULT '';
ALTER TABLE share ADD COLUMN record_ids TEXT NOT NULL DEFAULT '[]';
