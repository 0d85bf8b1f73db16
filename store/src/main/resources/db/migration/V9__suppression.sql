-- Addresses that nothing is sent to. No address stands here: only a keyed hash of it, which outlives the person.
CREATE TABLE suppression (
  page_id      ${id}      NOT NULL REFERENCES page (id),
  address_mark ${id}      NOT NULL,
  masked       TEXT       NOT NULL,
  reason       ${id}      NOT NULL CHECK (reason IN ('bounced', 'complained', 'by_hand')),
  detail       TEXT       NOT NULL,
  at           ${instant} NOT NULL,
  released_at  ${instant},
  released_by  TEXT,
  released_why TEXT,
  PRIMARY KEY (page_id, address_mark),
  CHECK ((released_at IS NULL) = (released_by IS NULL)),
  CHECK ((released_at IS NULL) = (released_why IS NULL))
) ${options};
CREATE INDEX suppression_by_age ON suppression (page_id, at, address_mark);

-- Deliveries that came back. No key to the delivery: it may be cleared away sooner.
CREATE TABLE returned_mail (
  page_id      ${id}      NOT NULL REFERENCES page (id),
  delivery_id  ${id}      NOT NULL,
  kind         ${id}      NOT NULL CHECK (kind IN ('mailbox_gone', 'for_now', 'refused_us', 'complained')),
  address_mark ${id}      NOT NULL,
  status       ${id}      NOT NULL,
  text         TEXT       NOT NULL,
  at           ${instant} NOT NULL,
  PRIMARY KEY (page_id, delivery_id, kind)
) ${options};
CREATE INDEX returned_mail_of_address ON returned_mail (page_id, address_mark, kind, at);
CREATE INDEX returned_mail_by_age ON returned_mail (page_id, at);
