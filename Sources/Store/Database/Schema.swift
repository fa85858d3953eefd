/// The statements that make the tables; `docs/database.md` draws them.
enum Schema {
  /// What both databases have: definitions, collections, imports, what was done, checksums.
  static let intake = """
    -- The instrument files under which answers were taken in, as they were then.
    CREATE TABLE definition (
      hash TEXT PRIMARY KEY CHECK (length(hash) = 64),
      instrument TEXT NOT NULL CHECK (instrument <> ''),
      source BLOB NOT NULL CHECK (length(source) > 0)
    ) STRICT, WITHOUT ROWID;

    -- One instrument in one round, with the smallest group whose figures may be shown.
    CREATE TABLE collection (
      id INTEGER PRIMARY KEY,
      round TEXT NOT NULL CHECK (round <> ''),
      instrument TEXT NOT NULL CHECK (instrument <> ''),
      definition TEXT NOT NULL REFERENCES definition (hash),
      minimum INTEGER NOT NULL CHECK (minimum >= 1),
      UNIQUE (round, instrument)
    ) STRICT;

    -- What is undone together: an import, or several where the later ones are small.
    CREATE TABLE batch (
      id INTEGER PRIMARY KEY,
      collection INTEGER NOT NULL REFERENCES collection (id)
    ) STRICT;

    -- Every file that was taken in, with where its rows went.
    CREATE TABLE import (
      id INTEGER PRIMARY KEY,
      collection INTEGER NOT NULL REFERENCES collection (id),
      batch INTEGER REFERENCES batch (id),
      day TEXT NOT NULL CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
      file TEXT NOT NULL,
      dialect TEXT NOT NULL,
      content BLOB NOT NULL CHECK (length(content) = 16),
      copy INTEGER NOT NULL CHECK (copy >= 0),
      read INTEGER NOT NULL CHECK (read >= 0),
      added INTEGER NOT NULL CHECK (added >= 0),
      updated INTEGER NOT NULL CHECK (updated >= 0),
      repeated INTEGER NOT NULL CHECK (repeated >= 0),
      unreadable INTEGER NOT NULL CHECK (unreadable >= 0),
      undone TEXT CHECK (undone GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
      CHECK (added + updated + repeated <= read),
      CHECK (undone IS NULL OR batch IS NULL)
    ) STRICT;
    CREATE UNIQUE INDEX import_once ON import (collection, content, copy) WHERE undone IS NULL;

    -- The rows of a file that are no answers, by reason.
    CREATE TABLE exclusion (
      import INTEGER NOT NULL REFERENCES import (id),
      reason TEXT NOT NULL CHECK (reason <> ''),
      rows INTEGER NOT NULL CHECK (rows > 0),
      PRIMARY KEY (import, reason)
    ) STRICT, WITHOUT ROWID;

    -- Checksums over every other table, by which damage shows.
    CREATE TABLE seal (
      name TEXT PRIMARY KEY,
      rows INTEGER NOT NULL CHECK (rows >= 0),
      sum INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;

    """

  /// The database that knows people.
  static let identity = """
    -- Each roll that was taken in, whole; the last of a round that was not undone counts.
    CREATE TABLE roll (
      id INTEGER PRIMARY KEY,
      round TEXT NOT NULL CHECK (round <> ''),
      day TEXT NOT NULL CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
      file TEXT NOT NULL,
      pupils INTEGER NOT NULL CHECK (pupils >= 0),
      undone TEXT CHECK (undone GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
    ) STRICT;

    CREATE TABLE pupil (
      roll INTEGER NOT NULL REFERENCES roll (id),
      id TEXT NOT NULL CHECK (id <> ''),
      name TEXT NOT NULL,
      known_as TEXT NOT NULL,
      has_left INTEGER NOT NULL CHECK (has_left IN (0, 1)),
      opted_out INTEGER NOT NULL CHECK (opted_out IN (0, 1)),
      PRIMARY KEY (roll, id, has_left)
    ) STRICT, WITHOUT ROWID;

    -- The class, the year and the further columns of a roll.
    CREATE TABLE pupil_group (
      roll INTEGER NOT NULL REFERENCES roll (id),
      pupil TEXT NOT NULL,
      kind TEXT NOT NULL CHECK (kind IN ('class', 'year', 'other')),
      heading TEXT NOT NULL,
      label TEXT NOT NULL CHECK (label <> ''),
      PRIMARY KEY (roll, pupil, kind, heading)
    ) STRICT, WITHOUT ROWID;

    -- One row of a list of names: who answered, as written, and when their answer was handed in.
    CREATE TABLE sheet (
      id INTEGER PRIMARY KEY,
      batch INTEGER NOT NULL REFERENCES batch (id),
      respondent TEXT NOT NULL,
      record INTEGER NOT NULL CHECK (record >= 0),
      handed_in INTEGER,
      is_set_aside INTEGER NOT NULL CHECK (is_set_aside IN (0, 1))
    ) STRICT;

    -- The names of a sheet as written; of one that was erased, the pupils it could have meant.
    CREATE TABLE written_name (
      sheet INTEGER NOT NULL REFERENCES sheet (id),
      place INTEGER NOT NULL CHECK (place >= 0),
      written TEXT,
      could_be TEXT,
      PRIMARY KEY (sheet, place),
      CHECK ((written IS NULL) <> (could_be IS NULL))
    ) STRICT, WITHOUT ROWID;

    -- Answers that are tied to a person, or may be.
    CREATE TABLE response (
      id INTEGER PRIMARY KEY,
      batch INTEGER NOT NULL REFERENCES batch (id),
      respondent TEXT CHECK (respondent <> ''),
      handed_in INTEGER,
      record BLOB NOT NULL
    ) STRICT;
    CREATE INDEX response_of ON response (respondent, id);

    -- What was done with what is kept about people: when, by whom, what.
    CREATE TABLE event (
      id INTEGER PRIMARY KEY,
      at TEXT NOT NULL,
      who TEXT NOT NULL,
      action TEXT NOT NULL CHECK (action <> ''),
      detail TEXT NOT NULL
    ) STRICT;
    """

  /// What version 2 of the database that knows people adds: other names, and what was decided.
  static let nameDecisions = """
    -- What else a pupil is called, parted by semicolons.
    ALTER TABLE pupil ADD COLUMN aliases TEXT NOT NULL DEFAULT '';

    -- What a person decided about a written name; the last one of a key that stands counts.
    CREATE TABLE name_decision (
      id INTEGER PRIMARY KEY,
      round TEXT NOT NULL CHECK (round <> ''),
      instrument TEXT NOT NULL CHECK (instrument <> ''),
      key TEXT NOT NULL CHECK (length(key) = 12),
      kind TEXT NOT NULL CHECK (kind IN ('named', 'writer')),
      written TEXT NOT NULL CHECK (written <> ''),
      class TEXT NOT NULL,
      meaning TEXT NOT NULL CHECK (meaning IN
        ('pupil', 'not', 'staff', 'family', 'no_one', 'illegible', 'off_roll')),
      pupils TEXT NOT NULL,
      note TEXT NOT NULL,
      at TEXT NOT NULL,
      who TEXT NOT NULL,
      undone_at TEXT,
      undone_by TEXT,
      CHECK ((undone_at IS NULL) = (undone_by IS NULL)),
      CHECK ((pupils <> '') = (meaning IN ('pupil', 'not')))
    ) STRICT;
    CREATE INDEX name_decision_of ON name_decision (round, instrument, key, id);
    """

  /// The database that knows answers and nobody's name.
  static let answers = """
    -- Answers in no order: keys are random, and neither time nor place in the file is kept.
    CREATE TABLE answer (
      batch INTEGER NOT NULL REFERENCES batch (id),
      key BLOB NOT NULL CHECK (length(key) = 16),
      record BLOB NOT NULL,
      PRIMARY KEY (batch, key)
    ) STRICT, WITHOUT ROWID;

    -- Marks of the response ids that were seen, which lead to no answer.
    CREATE TABLE seen (
      collection INTEGER NOT NULL REFERENCES collection (id),
      mark BLOB NOT NULL CHECK (length(mark) = 16),
      batch INTEGER NOT NULL REFERENCES batch (id),
      PRIMARY KEY (collection, mark)
    ) STRICT, WITHOUT ROWID;

    -- The key under which marks are made.
    CREATE TABLE mark_key (
      id INTEGER PRIMARY KEY CHECK (id = 1),
      key BLOB NOT NULL CHECK (length(key) = 32)
    ) STRICT;

    -- How many people could answer, by group; no names.
    CREATE TABLE population (
      round TEXT NOT NULL CHECK (round <> ''),
      audience TEXT NOT NULL CHECK (audience <> ''),
      heading TEXT NOT NULL,
      label TEXT NOT NULL,
      people INTEGER NOT NULL CHECK (people >= 0),
      PRIMARY KEY (round, audience, heading, label)
    ) STRICT, WITHOUT ROWID;

    -- What was done: on which day, what; no times.
    CREATE TABLE event (
      id INTEGER PRIMARY KEY,
      day TEXT NOT NULL,
      action TEXT NOT NULL CHECK (action <> ''),
      detail TEXT NOT NULL
    ) STRICT;
    """
}
