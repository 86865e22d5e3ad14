-- One seal.
INSERT INTO seals (seal_id, subject, subject_id, digest, chain) VALUES (:seal_id, :subject, :subject_id, :digest, :chain)
