/**
 * The schema, step by step. A step that has been released is never edited; a change is a new step at the end.
 * `PRAGMA user_version` counts the steps a file has seen.
 */
export const MIGRATIONS: readonly string[] = [
  `
  CREATE TABLE entry (
    number           TEXT PRIMARY KEY,
    instrument       TEXT NOT NULL,
    audience         TEXT NOT NULL,
    format           TEXT NOT NULL,
    template_hash    TEXT NOT NULL,
    status           TEXT NOT NULL CHECK (status IN ('reserved', 'sealed', 'voided')),
    reserved_at      TEXT NOT NULL,
    sealed_at        TEXT,
    sha256           TEXT CHECK (length(sha256) = 64),
    issuer           TEXT,
    dated_on         TEXT,
    variant          TEXT,
    voided_at        TEXT,
    void_reason      TEXT,
    idempotency_hash TEXT UNIQUE,
    fingerprint      TEXT,
    CHECK ((sealed_at IS NULL) = (sha256 IS NULL)),
    CHECK ((voided_at IS NULL) = (status <> 'voided'))
  ) STRICT;
  CREATE INDEX entry_reserved ON entry (number) WHERE status = 'reserved';

  CREATE TABLE event (
    sequence INTEGER PRIMARY KEY AUTOINCREMENT,
    number   TEXT NOT NULL REFERENCES entry (number),
    kind     TEXT NOT NULL CHECK (kind IN ('reserved', 'sealed', 'voided')),
    at       TEXT NOT NULL
  ) STRICT;
  CREATE TRIGGER event_stays BEFORE UPDATE ON event BEGIN SELECT RAISE(ABORT, 'events are never changed'); END;
  CREATE TRIGGER event_remains BEFORE DELETE ON event BEGIN SELECT RAISE(ABORT, 'events are never deleted'); END;
  CREATE TRIGGER entry_remains BEFORE DELETE ON entry BEGIN SELECT RAISE(ABORT, 'numbers are never deleted'); END;

  CREATE TABLE probe (id INTEGER PRIMARY KEY CHECK (id = 1), token TEXT NOT NULL) STRICT;
  `,
];
