-- The stored names, each described as the comparison describes them.
SELECT name_kind, name, 'sound ' || sound AS described FROM names
