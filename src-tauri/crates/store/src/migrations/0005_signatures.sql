-- Each event bears its actor's signature over its hash (Ed25519). NULL: recorded before members had keys.
ALTER TABLE journal ADD COLUMN signature BLOB CHECK (signature IS NULL OR length(signature) = 64);
