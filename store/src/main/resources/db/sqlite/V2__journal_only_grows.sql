CREATE TRIGGER journal_is_never_changed BEFORE UPDATE ON journal
BEGIN
  SELECT RAISE(ABORT, 'the journal only ever grows');
END;

CREATE TRIGGER journal_is_never_shortened BEFORE DELETE ON journal
BEGIN
  SELECT RAISE(ABORT, 'the journal only ever grows');
END;

-- INSERT OR REPLACE would delete without waking the trigger above.
CREATE TRIGGER journal_is_never_replaced BEFORE INSERT ON journal
WHEN EXISTS (SELECT 1 FROM journal WHERE page_id = NEW.page_id AND number = NEW.number)
BEGIN
  SELECT RAISE(ABORT, 'the journal only ever grows');
END;
