-- Playbooks of the company's own. Versions are added, never changed; without a text it was taken away.

CREATE TABLE playbook_edition (
  page_id  ${id}      NOT NULL REFERENCES page (id),
  slug     ${id}      NOT NULL,
  language ${id}      NOT NULL,
  number   ${number}  NOT NULL CHECK (number > 0),
  text     TEXT,
  author   TEXT       NOT NULL,
  at       ${instant} NOT NULL,
  PRIMARY KEY (page_id, slug, language, number)
) ${options};

-- What an incident was declared from. No key to a playbook: those that ship are in no table, and own ones may go.
CREATE TABLE incident_playbook (
  page_id     ${id} NOT NULL,
  incident_id ${id} NOT NULL,
  slug        ${id} NOT NULL,
  PRIMARY KEY (page_id, incident_id),
  FOREIGN KEY (page_id, incident_id) REFERENCES incident (page_id, id)
) ${options};
