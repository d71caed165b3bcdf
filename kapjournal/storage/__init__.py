"""The encrypted journal: keys, engine, tables, one store per record, history, search. Only this room knows SQL."""
