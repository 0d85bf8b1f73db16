-- The keys that sign mails. The private half is sealed under the installation's secret, which is not kept here.
CREATE TABLE signing_key (
  domain      TEXT       NOT NULL,
  selector    ${id}      NOT NULL,
  sealed      TEXT       NOT NULL,
  published   TEXT       NOT NULL,
  made_at     ${instant} NOT NULL,
  signs_since ${instant},
  retired_at  ${instant},
  PRIMARY KEY (domain, selector)
) ${options};
