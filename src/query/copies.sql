-- Families of copies, the greatest first, each from the text where it begins. :capture_id keeps that of one article,
-- :publisher those that it has a part in.
SELECT *
FROM copied_articles
WHERE (:capture_id IS NULL OR family = coalesce(
        (SELECT first_capture_id FROM copies WHERE copies.capture_id = :capture_id), :capture_id))
    AND (:publisher IS NULL OR family IN (
        SELECT family FROM copied_articles AS member WHERE instr(lower(member.publisher), lower(:publisher)) > 0))
ORDER BY articles DESC, family, kind <> 'first', published_on IS NULL, published_on, article
LIMIT :limit;
