-- What is kept about those who hear from us, beside the subscribers themselves.

-- The tags in use, so that nobody has to look for them through all subscribers. One that nobody bears any more may stay.
CREATE TABLE subscriber_tag (
  page_id ${id} NOT NULL REFERENCES page (id),
  word    ${id} NOT NULL,
  PRIMARY KEY (page_id, word)
) ${options};

-- Who must not be brought back by anybody else: nothing of them but a seal of their address, which only the secret outside
-- of the database makes again.
CREATE TABLE parting (
  page_id ${id}      NOT NULL REFERENCES page (id),
  seal    ${id}      NOT NULL,
  reason  ${id}      NOT NULL CHECK (reason IN ('left', 'erased', 'silent')),
  at      ${instant} NOT NULL,
  PRIMARY KEY (page_id, seal)
) ${options};

-- How long what is over is kept; a page without a row goes by what is usual.
CREATE TABLE retention (
  page_id       ${id}     NOT NULL PRIMARY KEY REFERENCES page (id),
  left_days     ${number} NOT NULL,
  delivery_days ${number} NOT NULL,
  version       ${number} NOT NULL
) ${options};

-- The newest announcement of each page whose deliveries no longer say to which addresses they went.
CREATE TABLE stripped (
  page_id ${id}     NOT NULL PRIMARY KEY REFERENCES page (id),
  up_to   ${number} NOT NULL
) ${options};
