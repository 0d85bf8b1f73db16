-- What a page holds itself to when it plans work. A page without a row here has the usual policy. Durations in seconds.

CREATE TABLE work_policy (
  page_id       ${id}     NOT NULL PRIMARY KEY REFERENCES page (id),
  version       ${number} NOT NULL,
  least_notice  ${number} NOT NULL,
  check_in_from ${number} NOT NULL
) ${options};

-- How long before the start everybody is reminded.
CREATE TABLE work_policy_rung (
  page_id ${id}     NOT NULL REFERENCES work_policy (page_id),
  ahead   ${number} NOT NULL,
  PRIMARY KEY (page_id, ahead)
) ${options};

-- When no work should be planned: days of the page's calendar, the last one included.
CREATE TABLE work_policy_blackout (
  page_id   ${id}     NOT NULL REFERENCES work_policy (page_id),
  position  ${number} NOT NULL,
  first_day TEXT      NOT NULL,
  last_day  TEXT      NOT NULL,
  why       TEXT      NOT NULL,
  PRIMARY KEY (page_id, position)
) ${options};
