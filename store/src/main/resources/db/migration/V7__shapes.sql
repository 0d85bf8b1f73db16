-- What authors wrote themselves for single shapes of an update. No key to the update: its row is written anew when its
-- text is corrected.
CREATE TABLE update_shape (
  page_id     ${id} NOT NULL,
  incident_id ${id} NOT NULL,
  update_id   ${id} NOT NULL,
  shape       ${id} NOT NULL CHECK (shape IN
    ('status_page', 'email', 'sms', 'short_post', 'x', 'bluesky', 'mastodon', 'chat', 'voice')),
  headline    TEXT  NOT NULL,
  body        TEXT  NOT NULL,
  author      TEXT  NOT NULL,
  PRIMARY KEY (page_id, incident_id, update_id, shape),
  FOREIGN KEY (page_id, incident_id) REFERENCES incident (page_id, id)
) ${options};
