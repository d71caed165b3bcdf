"""Support: lines and people to reach, also when the journal is locked."""
