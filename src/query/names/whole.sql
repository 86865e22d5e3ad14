-- The name that stands for a spelling after review.
SELECT name FROM reviewed_name_variants WHERE name_kind = :kind AND spelling = :name;
