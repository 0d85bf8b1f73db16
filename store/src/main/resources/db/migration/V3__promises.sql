-- What a page holds itself to at each severity. A page without rows here has the usual policy.

CREATE TABLE policy (
  page_id ${id}     NOT NULL PRIMARY KEY REFERENCES page (id),
  version ${number} NOT NULL
) ${options};

-- Durations in seconds.
CREATE TABLE policy_terms (
  page_id       ${id}     NOT NULL REFERENCES policy (page_id),
  severity      ${id}     NOT NULL CHECK (severity IN ('notice', 'minor', 'major', 'critical')),
  first_message ${number} NOT NULL,
  investigating ${number} NOT NULL,
  identified    ${number} NOT NULL,
  monitoring    ${number} NOT NULL,
  audience      ${id}     NOT NULL CHECK (audience IN ('nobody', 'followers', 'everybody')),
  approval      ${id}     NOT NULL CHECK (approval IN ('one_person', 'second_person')),
  hold_back     ${number} NOT NULL,
  -- How long after a missed promise a holding update goes out by itself, and within what a report is owed.
  holding       ${number},
  report        ${number},
  PRIMARY KEY (page_id, severity)
) ${options};

CREATE TABLE policy_compensation (
  page_id  ${id} NOT NULL,
  severity ${id} NOT NULL,
  language ${id} NOT NULL,
  sentence TEXT  NOT NULL,
  PRIMARY KEY (page_id, severity, language),
  FOREIGN KEY (page_id, severity) REFERENCES policy_terms (page_id, severity) ON DELETE CASCADE
) ${options};

CREATE TABLE policy_escalation (
  page_id    ${id}     NOT NULL REFERENCES policy (page_id),
  position   ${number} NOT NULL,
  account_id ${id}     NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  PRIMARY KEY (page_id, position)
) ${options};
CREATE INDEX policy_escalation_of_account ON policy_escalation (account_id);

-- Who looks after an incident, and what was done about each promise. The key of a step makes sure that it is taken once.

CREATE TABLE ownership (
  page_id     ${id} NOT NULL,
  incident_id ${id} NOT NULL,
  owner_id    ${id} REFERENCES account (id) ON DELETE SET NULL,
  -- The promise that somebody said to be working on.
  taken_id    ${id},
  PRIMARY KEY (page_id, incident_id),
  FOREIGN KEY (page_id, incident_id) REFERENCES incident (page_id, id)
) ${options};
CREATE INDEX ownership_of_account ON ownership (owner_id);

-- No key to the account: that somebody was reminded stays true when the person has left.
CREATE TABLE reminder (
  page_id     ${id}      NOT NULL,
  id          ${id}      NOT NULL,
  incident_id ${id}      NOT NULL,
  -- The update that made the promise.
  promise_id  ${id}      NOT NULL,
  step        ${id}      NOT NULL CHECK (step IN
    ('soon', 'now', 'overdue', 'holding', 'report_soon', 'report_now', 'report_overdue')),
  number      ${number}  NOT NULL,
  account_id  ${id},
  due         ${instant} NOT NULL,
  promised    ${instant} NOT NULL,
  at          ${instant} NOT NULL,
  PRIMARY KEY (page_id, incident_id, promise_id, step, number),
  UNIQUE (page_id, id),
  FOREIGN KEY (page_id, incident_id) REFERENCES incident (page_id, id)
) ${options};
