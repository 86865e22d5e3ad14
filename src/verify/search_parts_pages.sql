-- The pages of words of the full-text index of parts of words, run by run (segments, as FTS5 calls them). The number of a page holds its run
-- from bit 37 on, its height from bit 31 (0 for words), and its place below.
SELECT id >> 37 AS run, id & 0x7fffffff AS place, block
FROM article_search_parts_data
WHERE id >= 1 << 37 AND (id >> 31) & 63 = 0
ORDER BY id
