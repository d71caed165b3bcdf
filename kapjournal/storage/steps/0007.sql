-- Schema 7: what belongs to a talk about a session, and how a course ended. Frozen: a released journal depends on it.

ALTER TABLE kap_session ADD COLUMN met_with TEXT;
ALTER TABLE kap_session ADD COLUMN meeting_format TEXT;
ALTER TABLE kap_session ADD COLUMN what_landed TEXT NOT NULL DEFAULT '';
ALTER TABLE kap_session ADD COLUMN step_due TEXT;
ALTER TABLE kap_session ADD COLUMN mood_before INTEGER;
ALTER TABLE kap_session ADD COLUMN mood_after INTEGER;

ALTER TABLE course ADD COLUMN stop_reason TEXT NOT NULL DEFAULT '';
ALTER TABLE course ADD COLUMN condition_source TEXT;
