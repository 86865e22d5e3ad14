-- What the check :check_id found wrong.
SELECT code, object, expected, actual, remedy FROM findings WHERE check_id = :check_id ORDER BY ordinal LIMIT 200;
