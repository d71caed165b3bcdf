-- Schema 8: from which entry each line of what to talk about was starred. Frozen: a released journal depends on it.

ALTER TABLE summary_choice ADD COLUMN talking_sources TEXT NOT NULL DEFAULT '[]';
