-- The last seal of a subject.
SELECT digest FROM seals
WHERE subject = :subject AND subject_id IS :subject_id
ORDER BY seal_id DESC
LIMIT 1
