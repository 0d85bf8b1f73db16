-- One schema for both databases. ${id} compares byte by byte in both, so that both sort alike; ${instant} is milliseconds
-- since 1970 in UTC; ${flag} is 0 or 1. Enums are kept as their names in small letters. Every row belongs to a page, and
-- the page stands first in its keys.

CREATE TABLE page (
  id                ${id}      NOT NULL PRIMARY KEY,
  slug              ${id}      NOT NULL UNIQUE,
  name              TEXT       NOT NULL,
  host              ${id}      UNIQUE,
  zone              ${id}      NOT NULL,
  language          ${id}      NOT NULL,
  accent            ${id}      NOT NULL,
  support           TEXT,
  created_at        ${instant} NOT NULL,
  version           ${number}  NOT NULL DEFAULT 1,
  -- Counts what the public can see; see Pages.revision.
  revision          ${number}  NOT NULL DEFAULT 0,
  -- One version for groups, components and regions together.
  catalogue_version ${number}  NOT NULL DEFAULT 1
) ${options};

-- What can have a state ---------------------------------------------------------------------------------------------

CREATE TABLE component_group (
  page_id     ${id}      NOT NULL REFERENCES page (id),
  id          ${id}      NOT NULL,
  parent_id   ${id},
  name        TEXT       NOT NULL,
  description TEXT       NOT NULL,
  position    ${number}  NOT NULL,
  created_at  ${instant} NOT NULL,
  updated_at  ${instant} NOT NULL,
  PRIMARY KEY (page_id, id),
  FOREIGN KEY (page_id, parent_id) REFERENCES component_group (page_id, id) DEFERRABLE INITIALLY DEFERRED
) ${options};

CREATE TABLE component (
  page_id     ${id}      NOT NULL REFERENCES page (id),
  id          ${id}      NOT NULL,
  group_id    ${id},
  name        TEXT       NOT NULL,
  description TEXT       NOT NULL,
  position    ${number}  NOT NULL,
  start_date  ${id}      NOT NULL,
  show_uptime ${flag}    NOT NULL CHECK (show_uptime IN (0, 1)),
  retired     ${flag}    NOT NULL CHECK (retired IN (0, 1)),
  created_at  ${instant} NOT NULL,
  updated_at  ${instant} NOT NULL,
  PRIMARY KEY (page_id, id),
  FOREIGN KEY (page_id, group_id) REFERENCES component_group (page_id, id) DEFERRABLE INITIALLY DEFERRED
) ${options};

CREATE TABLE region (
  page_id  ${id}     NOT NULL REFERENCES page (id),
  id       ${id}     NOT NULL,
  name     TEXT      NOT NULL,
  position ${number} NOT NULL,
  PRIMARY KEY (page_id, id)
) ${options};

CREATE TABLE component_region (
  page_id      ${id}     NOT NULL,
  component_id ${id}     NOT NULL,
  region_id    ${id}     NOT NULL,
  position     ${number} NOT NULL,
  PRIMARY KEY (page_id, component_id, region_id),
  FOREIGN KEY (page_id, component_id) REFERENCES component (page_id, id) ON DELETE CASCADE,
  FOREIGN KEY (page_id, region_id) REFERENCES region (page_id, id) DEFERRABLE INITIALLY DEFERRED
) ${options};

-- region_id is '' where the whole component is meant, here and in the areas below.
CREATE TABLE state_change (
  seq          ${serial},
  page_id      ${id}      NOT NULL,
  component_id ${id}      NOT NULL,
  region_id    ${id}      NOT NULL,
  cause        ${id}      NOT NULL CHECK (cause IN ('by_hand', 'incident', 'maintenance')),
  cause_id     ${id}      NOT NULL CHECK ((cause = 'by_hand') = (cause_id = '')),
  state        ${id}      NOT NULL CHECK (state IN
    ('operational', 'under_maintenance', 'unknown', 'degraded_performance', 'partial_outage', 'major_outage')),
  at           ${instant} NOT NULL,
  FOREIGN KEY (page_id, component_id) REFERENCES component (page_id, id) ON DELETE CASCADE
) ${options};
CREATE INDEX state_change_of_cause ON state_change (page_id, cause, cause_id);
CREATE INDEX state_change_by_time ON state_change (page_id, at);
CREATE INDEX state_change_of_area ON state_change (page_id, component_id, region_id, cause, cause_id, at, seq);

-- Incidents ---------------------------------------------------------------------------------------------------------

CREATE TABLE incident (
  page_id          ${id}      NOT NULL REFERENCES page (id),
  id               ${id}      NOT NULL,
  title            TEXT       NOT NULL,
  severity         ${id}      NOT NULL CHECK (severity IN ('notice', 'minor', 'major', 'critical')),
  -- Whose terms say who must agree to the next word.
  strictest        ${id}      NOT NULL CHECK (strictest IN ('notice', 'minor', 'major', 'critical')),
  phase            ${id}      NOT NULL CHECK (phase IN ('open', 'resolved', 'post_incident', 'withdrawn')),
  stage            ${id}      CHECK (stage IN ('investigating', 'identified', 'monitoring')),
  next_update_due  ${instant},
  -- When service was back, or when it was withdrawn.
  ended_at         ${instant},
  reason           ${id}      CHECK (reason IN ('false_alarm', 'cancelled')),
  went_wrong       TEXT,
  fixed            TEXT,
  prevented        TEXT,
  reported_at      ${instant},
  started_at       ${instant} NOT NULL,
  impact           TEXT       NOT NULL,
  scope            TEXT       NOT NULL,
  doing            TEXT       NOT NULL,
  fix              TEXT       NOT NULL,
  workaround       ${id}      NOT NULL CHECK (workaround IN ('given', 'none_yet', 'not_needed')),
  workaround_text  TEXT,
  cause            ${id}      NOT NULL CHECK (cause IN ('unknown', 'suspected', 'confirmed', 'confirmed_not_public')),
  cause_text       TEXT,
  restored_by      ${instant},
  confirmed_by     TEXT,
  backfilled       ${flag}    NOT NULL CHECK (backfilled IN (0, 1)),
  origin           TEXT,
  version          ${number}  NOT NULL DEFAULT 1,
  PRIMARY KEY (page_id, id),
  UNIQUE (page_id, origin),
  -- An open incident always owes a next update; no other ever does.
  CHECK ((phase = 'open') = (stage IS NOT NULL)),
  CHECK ((phase = 'open') = (next_update_due IS NOT NULL)),
  CHECK ((phase = 'open') = (ended_at IS NULL)),
  CHECK ((phase = 'withdrawn') = (reason IS NOT NULL)),
  CHECK ((phase = 'post_incident') = (went_wrong IS NOT NULL)),
  CHECK ((phase = 'post_incident') = (fixed IS NOT NULL)),
  CHECK ((phase = 'post_incident') = (prevented IS NOT NULL)),
  CHECK ((phase = 'post_incident') = (reported_at IS NOT NULL)),
  CHECK ((workaround = 'given') = (workaround_text IS NOT NULL)),
  CHECK ((cause IN ('suspected', 'confirmed')) = (cause_text IS NOT NULL)),
  CHECK ((restored_by IS NULL) = (confirmed_by IS NULL))
) ${options};
CREATE INDEX incident_by_start ON incident (page_id, started_at);
CREATE INDEX incident_unreported ON incident (page_id, ended_at) WHERE phase = 'resolved' AND backfilled = 0;
CREATE INDEX incident_open ON incident (page_id) WHERE phase = 'open';

CREATE TABLE incident_update (
  page_id         ${id}      NOT NULL,
  incident_id     ${id}      NOT NULL,
  position        ${number}  NOT NULL,
  id              ${id}      NOT NULL,
  kind            ${id}      NOT NULL CHECK (kind IN
    ('investigating', 'identified', 'monitoring', 'resolved', 'reopened', 'false_alarm', 'cancelled')),
  text            TEXT       NOT NULL,
  next_update_due ${instant},
  -- Of an all-clear: when service was back, which outlives a reopening only here.
  restored_at     ${instant} CHECK (restored_at IS NULL OR kind = 'resolved'),
  -- Of an all-clear: what it answers beside its text; the day of the report as 2026-11-22.
  works_again     TEXT       CHECK (works_again IS NULL OR kind = 'resolved'),
  reason          TEXT,
  leftovers       TEXT       CHECK (leftovers IS NULL OR works_again IS NOT NULL),
  next_step       ${id}      CHECK (next_step IN ('report', 'thanks', 'nothing')),
  report_by       ${id},
  at              ${instant} NOT NULL,
  author          TEXT       NOT NULL,
  PRIMARY KEY (page_id, incident_id, position),
  UNIQUE (page_id, incident_id, id),
  CHECK ((works_again IS NULL) = (reason IS NULL)),
  CHECK ((works_again IS NULL) = (next_step IS NULL)),
  CHECK ((report_by IS NOT NULL) = (next_step IS NOT NULL AND next_step = 'report')),
  FOREIGN KEY (page_id, incident_id) REFERENCES incident (page_id, id)
) ${options};

CREATE TABLE incident_area (
  page_id      ${id}     NOT NULL,
  incident_id  ${id}     NOT NULL,
  position     ${number} NOT NULL,
  component_id ${id}     NOT NULL,
  region_id    ${id}     NOT NULL,
  state        ${id}     NOT NULL CHECK (state IN
    ('operational', 'under_maintenance', 'unknown', 'degraded_performance', 'partial_outage', 'major_outage')),
  PRIMARY KEY (page_id, incident_id, position, component_id, region_id),
  FOREIGN KEY (page_id, incident_id, position) REFERENCES incident_update (page_id, incident_id, position) ON DELETE CASCADE,
  FOREIGN KEY (page_id, component_id) REFERENCES component (page_id, id)
) ${options};
CREATE INDEX incident_area_of_component ON incident_area (page_id, component_id);

CREATE TABLE incident_correction (
  page_id     ${id}      NOT NULL,
  incident_id ${id}      NOT NULL,
  position    ${number}  NOT NULL,
  number      ${number}  NOT NULL,
  at          ${instant} NOT NULL,
  before      TEXT       NOT NULL,
  why         TEXT       NOT NULL,
  PRIMARY KEY (page_id, incident_id, position, number),
  FOREIGN KEY (page_id, incident_id, position) REFERENCES incident_update (page_id, incident_id, position) ON DELETE CASCADE
) ${options};

CREATE TABLE incident_former_estimate (
  page_id     ${id}      NOT NULL,
  incident_id ${id}      NOT NULL,
  number      ${number}  NOT NULL,
  restored_by ${instant} NOT NULL,
  changed_at  ${instant} NOT NULL,
  why         TEXT       NOT NULL,
  PRIMARY KEY (page_id, incident_id, number),
  FOREIGN KEY (page_id, incident_id) REFERENCES incident (page_id, id)
) ${options};

CREATE TABLE incident_follow_up (
  page_id     ${id}      NOT NULL,
  incident_id ${id}      NOT NULL,
  number      ${number}  NOT NULL,
  what        TEXT       NOT NULL,
  due_on      ${id},
  done_on     ${id},
  shown       ${flag}    NOT NULL CHECK (shown IN (0, 1)),
  PRIMARY KEY (page_id, incident_id, number),
  FOREIGN KEY (page_id, incident_id) REFERENCES incident (page_id, id)
) ${options};

CREATE TABLE draft (
  page_id     ${id}      NOT NULL REFERENCES page (id),
  id          ${id}      NOT NULL,
  incident_id ${id},
  -- As a form is sent: name=value&name=value, so that every character comes back.
  fields      TEXT       NOT NULL,
  author      TEXT       NOT NULL,
  saved_at    ${instant} NOT NULL,
  -- Handed over for somebody else to agree; why it was sent back.
  waiting_since ${instant},
  remark        TEXT,
  remark_by     TEXT,
  remark_at     ${instant},
  PRIMARY KEY (page_id, id)
) ${options};

-- Planned work ------------------------------------------------------------------------------------------------------

CREATE TABLE maintenance (
  page_id   ${id}      NOT NULL REFERENCES page (id),
  id        ${id}      NOT NULL,
  title     TEXT       NOT NULL,
  starts_at ${instant} NOT NULL,
  ends_at   ${instant} NOT NULL,
  -- With which others it was planned, and from when on readers are reminded of this one.
  series        ${id},
  reminded_from ${instant},
  -- The incident that goes on as this work, and the one as which this work goes on.
  mends         ${id},
  ends_incident ${flag}  NOT NULL DEFAULT 0 CHECK (ends_incident IN (0, 1)),
  became        ${id},
  phase     ${id}      NOT NULL CHECK (phase IN ('scheduled', 'running', 'completed', 'cancelled')),
  began_at  ${instant},
  ended_at  ${instant},
  why       TEXT,
  stops     TEXT,
  goes_on   TEXT,
  -- What customers have to do: '' for nothing, and null while nobody has said.
  todo      TEXT,
  contact   TEXT,
  -- One address a line.
  links     TEXT       NOT NULL DEFAULT '',
  emergency TEXT,
  by_itself ${flag}    NOT NULL DEFAULT 0 CHECK (by_itself IN (0, 1)),
  version   ${number}  NOT NULL DEFAULT 1,
  PRIMARY KEY (page_id, id),
  CHECK (starts_at < ends_at),
  CHECK ((series IS NULL) = (reminded_from IS NULL)),
  CHECK ((phase IN ('running', 'completed')) = (began_at IS NOT NULL)),
  CHECK ((phase IN ('completed', 'cancelled')) = (ended_at IS NOT NULL))
) ${options};
CREATE INDEX maintenance_by_start ON maintenance (page_id, starts_at);
CREATE INDEX maintenance_of_series ON maintenance (page_id, series) WHERE series IS NOT NULL;
CREATE INDEX maintenance_of_incident ON maintenance (page_id, mends) WHERE mends IS NOT NULL;
CREATE INDEX maintenance_to_incident ON maintenance (page_id, became) WHERE became IS NOT NULL;
CREATE INDEX maintenance_open ON maintenance (page_id, starts_at) WHERE phase IN ('scheduled', 'running');

CREATE TABLE maintenance_area (
  page_id        ${id} NOT NULL,
  maintenance_id ${id} NOT NULL,
  component_id   ${id} NOT NULL,
  region_id      ${id} NOT NULL,
  -- How it will be meanwhile.
  state          ${id} NOT NULL CHECK (state IN ('operational', 'degraded_performance', 'under_maintenance')),
  PRIMARY KEY (page_id, maintenance_id, component_id, region_id),
  FOREIGN KEY (page_id, maintenance_id) REFERENCES maintenance (page_id, id),
  FOREIGN KEY (page_id, component_id) REFERENCES component (page_id, id)
) ${options};
CREATE INDEX maintenance_area_of_component ON maintenance_area (page_id, component_id);

CREATE TABLE maintenance_notice (
  page_id        ${id}      NOT NULL,
  maintenance_id ${id}      NOT NULL,
  position       ${number}  NOT NULL,
  id             ${id}      NOT NULL,
  kind           ${id}      NOT NULL CHECK (kind IN
    ('announced', 'reminder', 'moved', 'started', 'progress', 'check_in', 'extended', 'completed', 'thanks', 'cancelled', 'became_incident',
    'revised')),
  -- Empty where nobody wrote it.
  text           TEXT       NOT NULL,
  at             ${instant} NOT NULL,
  author         TEXT       NOT NULL,
  -- The window before and after, where it changed.
  old_start      ${instant},
  old_end        ${instant},
  new_start      ${instant},
  new_end        ${instant},
  -- For a reminder, how many seconds before the start.
  rung           ${number},
  PRIMARY KEY (page_id, maintenance_id, position),
  UNIQUE (page_id, maintenance_id, id),
  CHECK ((kind IN ('moved', 'extended')) = (new_end IS NOT NULL)),
  CHECK ((kind = 'reminder') = (rung IS NOT NULL)),
  FOREIGN KEY (page_id, maintenance_id) REFERENCES maintenance (page_id, id)
) ${options};

-- Audience and delivery ---------------------------------------------------------------------------------------------

CREATE TABLE subscriber (
  page_id          ${id}      NOT NULL REFERENCES page (id),
  id               ${id}      NOT NULL,
  address          TEXT       NOT NULL,
  address_key      ${id}      NOT NULL,
  domain           ${id}      NOT NULL,
  standing         ${id}      NOT NULL CHECK (standing IN ('pending', 'confirmed', 'left')),
  standing_at      ${instant},
  standing_note    TEXT,
  -- What they chose: ids with blanks between, matched in the core and never searched. No foreign keys, on purpose: if a
  -- part is removed, who chose only that one must come to hear nothing, not everything.
  components       ${id}      NOT NULL,
  groups           ${id}      NOT NULL,
  regions          ${id}      NOT NULL,
  kinds            ${id}      NOT NULL,
  language         ${id}      NOT NULL,
  zone             ${id},
  created_at       ${instant} NOT NULL,
  -- The desk's own words, each between two bars: |beta|key account|
  tags             ${id}      NOT NULL DEFAULT '',
  -- They hear nothing before that; the end of the year 9999 where only they can end it.
  paused_until     ${instant},
  PRIMARY KEY (page_id, id),
  UNIQUE (page_id, address_key),
  CHECK ((standing = 'pending') = (standing_at IS NULL)),
  CHECK ((standing = 'pending') = (standing_note IS NULL))
) ${options};
CREATE INDEX subscriber_by_standing ON subscriber (page_id, standing, id);
CREATE INDEX subscriber_by_domain ON subscriber (page_id, domain, address_key);
CREATE INDEX subscriber_by_age ON subscriber (page_id, created_at, id);
-- Few pause, and most follow everything and bear no tag: what asks for the others need not look at all.
CREATE INDEX subscriber_pausing ON subscriber (paused_until) WHERE paused_until IS NOT NULL;
CREATE INDEX subscriber_tagged ON subscriber (page_id, created_at, id, tags) WHERE tags <> '';
CREATE INDEX subscriber_choosy ON subscriber (page_id, components, groups, regions) WHERE components || groups || regions <> '';

CREATE TABLE announcement (
  seq           ${serial},
  page_id       ${id}      NOT NULL REFERENCES page (id),
  id            ${id}      NOT NULL UNIQUE,
  subject       ${id}      NOT NULL CHECK (subject IN
    ('incident', 'report', 'maintenance', 'confirmation', 'correction', 'reminder', 'handover')),
  -- The incident, the maintenance, the subscriber, the reminder or the draft: what binds a story together.
  thread        ${id}      NOT NULL,
  -- The update or the notice that is announced; of a draft, when it was handed over.
  item_id       ${id},
  at            ${instant} NOT NULL,
  weight        ${id}      NOT NULL CHECK (weight IN ('alarm', 'beginning', 'end', 'progress', 'calm')),
  -- The weight as a number: lower goes first.
  turn          ${number}  NOT NULL,
  -- How far it was cut into portions: the last subscriber in one, how many portions and people, how many still in hand.
  after_id      ${id},
  portions      ${number}  NOT NULL DEFAULT 0,
  people        ${number}  NOT NULL DEFAULT 0,
  open_portions ${number}  NOT NULL DEFAULT 0,
  whole         ${flag}    NOT NULL DEFAULT 0 CHECK (whole IN (0, 1)),
  -- Cut to the end, and no portion in hand.
  ended         ${flag}    NOT NULL DEFAULT 0 CHECK (ended IN (0, 1)),
  -- Left alone until then, and so long it can be stopped.
  held_until    ${instant},
  stopped       ${flag}    NOT NULL DEFAULT 0 CHECK (stopped IN (0, 1)),
  -- A newer update goes to whoever has not got this one.
  replaced      ${flag}    NOT NULL DEFAULT 0 CHECK (replaced IN (0, 1)),
  UNIQUE (page_id, id),
  CHECK ((subject IN ('incident', 'maintenance', 'correction', 'handover')) = (item_id IS NOT NULL)),
  CHECK (stopped = 0 OR whole = 1),
  CHECK (ended = 0 OR (whole = 1 AND open_portions = 0))
) ${options};
CREATE INDEX announcement_unfinished ON announcement (replaced, turn, portions, seq) WHERE ended = 0;
CREATE INDEX announcement_held ON announcement (held_until) WHERE ended = 0 AND held_until IS NOT NULL;
CREATE INDEX announcement_by_age ON announcement (page_id, seq);
CREATE INDEX announcement_of_thread ON announcement (page_id, thread, seq);

-- Some of the people to whom an announcement may go, in the hands of one node at a time.
CREATE TABLE portion (
  announcement_seq ${number}  NOT NULL REFERENCES announcement (seq),
  number           ${number}  NOT NULL,
  after_id         ${id},
  upto_id          ${id},
  -- Counts up each time that it changes hands: whoever holds an older one has lost it.
  fence            ${number}  NOT NULL,
  -- Empty once it is done.
  lease_until      ${instant},
  replaced         ${flag}    NOT NULL CHECK (replaced IN (0, 1)),
  -- Handed over to a relay: how many people have no delivery yet. Empty while a node sends it itself.
  open_people      ${number},
  PRIMARY KEY (announcement_seq, number)
) ${options};
CREATE INDEX portion_open ON portion (lease_until) WHERE lease_until IS NOT NULL;

-- A message to one person. Most rows come to be with their outcome and are never touched again, so there is no index but
-- the key that does not leave them out. No key to the subscriber: erasing a person removes what waits and leaves what
-- was, without the address.
CREATE TABLE delivery (
  -- Announcements stay for good, so that no row needs to be compared with theirs: that would take a quarter of the time.
  announcement_seq ${number}  NOT NULL,
  subscriber_id    ${id}      NOT NULL,
  address          TEXT,
  attempts         ${number}  NOT NULL,
  state            ${id}      NOT NULL CHECK (state IN ('waiting', 'sending', 'accepted', 'delivered', 'bounced',
    'failed', 'suppressed', 'superseded', 'unknown')),
  -- Not to be touched before: when it waits, its time; when it is being sent, the end of the lease.
  due              ${instant},
  -- Since when it stands where it stands.
  ended_at         ${instant},
  -- The receipt, or why it failed.
  note             TEXT       NOT NULL,
  PRIMARY KEY (announcement_seq, subscriber_id),
  CHECK (state NOT IN ('waiting', 'sending') OR due IS NOT NULL),
  CHECK (state IN ('waiting', 'sending', 'unknown') OR due IS NULL),
  CHECK ((state IN ('waiting', 'sending')) = (ended_at IS NULL)),
  CHECK (address IS NOT NULL OR due IS NULL)
) ${clustered};
CREATE INDEX delivery_due ON delivery (due, announcement_seq) WHERE due IS NOT NULL;
CREATE INDEX delivery_in_trouble ON delivery (announcement_seq, state, subscriber_id)
  WHERE state NOT IN ('accepted', 'delivered');

-- How many deliveries stand where, and since how long after the announcement: counted when they change, since nobody
-- wants to count a million rows each second. Several rows may say the same, so that those who write don't wait for each
-- other.
CREATE TABLE delivery_count (
  announcement_seq ${number}  NOT NULL REFERENCES announcement (seq),
  state            ${id}      NOT NULL,
  -- See `Elapsed`: each step is a few percent longer than the one before.
  step             ${number}  NOT NULL,
  slot             ${number}  NOT NULL,
  deliveries       ${number}  NOT NULL,
  PRIMARY KEY (announcement_seq, state, step, slot)
) ${clustered};

-- Until when the places of a provider that takes only so many a second are given away.
CREATE TABLE pace (
  provider ${id}      NOT NULL PRIMARY KEY,
  free_at  ${instant} NOT NULL
) ${options};

-- Who did what, and who may --------------------------------------------------------------------------------------------

CREATE TABLE journal (
  page_id  ${id}      NOT NULL REFERENCES page (id),
  number   ${number}  NOT NULL,
  at       ${instant} NOT NULL,
  actor    TEXT       NOT NULL,
  action   TEXT       NOT NULL,
  subject  TEXT       NOT NULL,
  detail   TEXT       NOT NULL,
  previous ${id}      NOT NULL,
  hash     ${id}      NOT NULL,
  PRIMARY KEY (page_id, number)
) ${options};
CREATE INDEX journal_of_subject ON journal (page_id, subject, number);

CREATE TABLE account (
  id            ${id}      NOT NULL PRIMARY KEY,
  email         TEXT       NOT NULL,
  email_key     ${id}      NOT NULL UNIQUE,
  name          TEXT       NOT NULL,
  password_hash TEXT,
  created_at    ${instant} NOT NULL
) ${options};

CREATE TABLE account_role (
  account_id ${id} NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  page_id    ${id} NOT NULL REFERENCES page (id),
  role       ${id} NOT NULL CHECK (role IN ('viewer', 'drafter', 'publisher', 'owner')),
  PRIMARY KEY (account_id, page_id)
) ${options};

CREATE TABLE session (
  token_hash ${id}      NOT NULL PRIMARY KEY,
  account_id ${id}      NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  form_token ${id}      NOT NULL,
  created_at ${instant} NOT NULL,
  expires_at ${instant} NOT NULL
) ${options};
CREATE INDEX session_of_account ON session (account_id);
CREATE INDEX session_by_end ON session (expires_at);

CREATE TABLE one_time_link (
  token_hash ${id}      NOT NULL PRIMARY KEY,
  purpose    ${id}      NOT NULL CHECK (purpose IN ('set_up', 'sign_in', 'choose_password')),
  account_id ${id}      REFERENCES account (id) ON DELETE CASCADE,
  expires_at ${instant} NOT NULL
) ${options};
CREATE INDEX one_time_link_of_account ON one_time_link (account_id);
CREATE INDEX one_time_link_by_end ON one_time_link (expires_at);

CREATE TABLE api_key (
  page_id      ${id}      NOT NULL REFERENCES page (id),
  id           ${id}      NOT NULL UNIQUE,
  name         TEXT       NOT NULL,
  prefix       ${id}      NOT NULL,
  hash         ${id}      NOT NULL UNIQUE,
  scope        ${id}      NOT NULL CHECK (scope IN ('viewer', 'drafter', 'publisher', 'owner')),
  created_at   ${instant} NOT NULL,
  expires_at   ${instant},
  last_used_at ${instant},
  revoked_at   ${instant},
  PRIMARY KEY (page_id, id)
) ${options};

CREATE TABLE answer (
  owner   TEXT       NOT NULL,
  key     TEXT       NOT NULL,
  request TEXT       NOT NULL,
  status  ${number}  NOT NULL,
  body    TEXT       NOT NULL,
  at      ${instant} NOT NULL,
  PRIMARY KEY (owner, key)
) ${options};
CREATE INDEX answer_by_age ON answer (at);
