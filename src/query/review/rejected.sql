-- How many counts of one measure people rejected.
SELECT count(*) AS rejected
FROM review_states
JOIN reviews ON reviews.review_id = review_states.review_id
WHERE review_states.review = 'rejected' AND reviews.measure = :measure
