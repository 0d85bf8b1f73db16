-- A company's own words. A page without rows here has none.

CREATE TABLE lexicon (
  page_id ${id}     NOT NULL PRIMARY KEY REFERENCES page (id),
  version ${number} NOT NULL,
  support TEXT      NOT NULL
) ${options};

CREATE TABLE lexicon_entry (
  page_id  ${id}     NOT NULL REFERENCES lexicon (page_id),
  kind     ${id}     NOT NULL CHECK (kind IN ('product', 'term', 'forbidden', 'pattern')),
  position ${number} NOT NULL,
  word     TEXT      NOT NULL,
  -- What to say instead of a term.
  plain    TEXT,
  PRIMARY KEY (page_id, kind, position)
) ${options};
