-- The versions that speak: where :every_version is 1 all of them, otherwise the latest of each article.
WITH chosen AS (
    SELECT captures.*
    FROM captures
    WHERE :every_version OR NOT EXISTS (
        SELECT 1 FROM captures AS later WHERE later.article_id = captures.article_id AND later.sequence > captures.sequence
    )
)
