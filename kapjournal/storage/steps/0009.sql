-- Schema 9: how a shared summary numbered the dosing sessions. Frozen: a released journal depends on it.

ALTER TABLE share ADD COLUMN doses TEXT NOT NULL DEFAULT '[]';
