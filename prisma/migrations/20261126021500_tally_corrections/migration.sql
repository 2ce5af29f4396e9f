-- An analysis counts by the corrected keys, for everybody alike: also whoever has kept a mark.
CREATE FUNCTION note_correction() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO "TallyChange" ("assignmentId", "learnerId")
    SELECT DISTINCT a."assignmentId", a."learnerId" FROM "Attempt" a
    WHERE a."assignmentId" = NEW."assignmentId" AND a."submittedAt" IS NOT NULL;
    RETURN NULL;
END $$;

CREATE TRIGGER note_correction AFTER INSERT OR UPDATE OF "undoneAt" ON "Correction" FOR EACH ROW
EXECUTE FUNCTION note_correction();
