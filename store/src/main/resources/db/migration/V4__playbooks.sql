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

-- Rehearsals: what was said into the sink, apart from everything that is real. No key leads from here to an incident.

CREATE TABLE rehearsal (
  page_id    ${id}      NOT NULL REFERENCES page (id),
  id         ${id}      NOT NULL,
  slug       ${id}      NOT NULL,
  language   ${id}      NOT NULL,
  pace       ${id}      NOT NULL CHECK (pace IN ('real', 'brisk', 'fast')),
  scenario   ${flag}    NOT NULL CHECK (scenario IN (0, 1)),
  started_by TEXT       NOT NULL,
  started_at ${instant} NOT NULL,
  ended_at   ${instant},
  version    ${number}  NOT NULL,
  PRIMARY KEY (page_id, id)
) ${options};

CREATE TABLE rehearsal_line (
  page_id      ${id}      NOT NULL,
  rehearsal_id ${id}      NOT NULL,
  number       ${number}  NOT NULL,
  occasion     ${id}      NOT NULL CHECK (occasion IN ('investigating', 'identified', 'monitoring', 'resolved')),
  title        TEXT       NOT NULL,
  severity     ${id}      NOT NULL CHECK (severity IN ('notice', 'minor', 'major', 'critical')),
  text         TEXT       NOT NULL,
  impact       TEXT       NOT NULL,
  scope        TEXT       NOT NULL,
  workaround   TEXT,
  -- As they were ticked: card@europe=partial_outage. Components may go; what was practised stays as it was.
  areas        TEXT       NOT NULL,
  due          ${instant},
  restored_at  ${instant},
  at           ${instant} NOT NULL,
  author       TEXT       NOT NULL,
  decisions    ${number}  NOT NULL,
  works_again  TEXT,
  reason       TEXT,
  leftovers    TEXT,
  next_step    ${id} CHECK (next_step IN ('report', 'thanks', 'nothing')),
  report_by    ${id},
  PRIMARY KEY (page_id, rehearsal_id, number),
  FOREIGN KEY (page_id, rehearsal_id) REFERENCES rehearsal (page_id, id)
) ${options};
