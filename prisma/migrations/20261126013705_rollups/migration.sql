-- CreateTable
CREATE TABLE "AttemptTally" (
    "attemptId" UUID NOT NULL,
    "assignmentId" UUID NOT NULL,
    "learnerId" UUID NOT NULL,
    "versionId" UUID NOT NULL,
    "startedAt" TIMESTAMPTZ(3) NOT NULL,
    "chosen" TEXT[],
    "tally" TEXT NOT NULL,
    "facts" BIGINT[],

    CONSTRAINT "AttemptTally_pkey" PRIMARY KEY ("attemptId")
);

-- CreateTable
CREATE TABLE "Rollup" (
    "classId" UUID NOT NULL,
    "quizId" UUID NOT NULL,
    "which" TEXT NOT NULL,
    "assignmentId" UUID NOT NULL,
    "summary" BYTEA NOT NULL,
    "whole" BYTEA NOT NULL,

    CONSTRAINT "Rollup_pkey" PRIMARY KEY ("classId","quizId","which")
);

-- CreateTable
CREATE TABLE "TallyChange" (
    "id" BIGSERIAL NOT NULL,
    "assignmentId" UUID NOT NULL,
    "learnerId" UUID NOT NULL,

    CONSTRAINT "TallyChange_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "AttemptTally_assignmentId_learnerId_idx" ON "AttemptTally"("assignmentId", "learnerId");

-- CreateIndex
CREATE INDEX "AttemptTally_assignmentId_startedAt_attemptId_idx" ON "AttemptTally"("assignmentId", "startedAt", "attemptId");

-- CreateIndex
CREATE INDEX "AttemptTally_facts_idx" ON "AttemptTally" USING GIN ("facts");

-- CreateIndex
CREATE INDEX "Rollup_assignmentId_idx" ON "Rollup"("assignmentId");

-- CreateIndex
CREATE INDEX "TallyChange_assignmentId_id_idx" ON "TallyChange"("assignmentId", "id");

-- AddForeignKey
ALTER TABLE "AttemptTally" ADD CONSTRAINT "AttemptTally_assignmentId_fkey" FOREIGN KEY ("assignmentId") REFERENCES "Assignment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Rollup" ADD CONSTRAINT "Rollup_assignmentId_fkey" FOREIGN KEY ("assignmentId") REFERENCES "Assignment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Both are compressed before they come here. What the page reads stays in the row's own page where it
-- fits; what only the counting reads goes out of its way first.
ALTER TABLE "Rollup" SET (toast_tuple_target = 8160);
ALTER TABLE "Rollup" ALTER COLUMN "summary" SET STORAGE MAIN;
ALTER TABLE "Rollup" ALTER COLUMN "whole" SET STORAGE EXTERNAL;

-- The triggers decide nothing: they note whose tallies no longer hold, whoever wrote what changed.
CREATE FUNCTION note_attempt_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP <> 'INSERT' AND OLD."assignmentId" IS NOT NULL AND OLD."submittedAt" IS NOT NULL THEN
        INSERT INTO "TallyChange" ("assignmentId", "learnerId")
        VALUES (OLD."assignmentId", OLD."learnerId");
        IF TG_OP = 'UPDATE' AND (NEW."assignmentId", NEW."learnerId") IS NOT DISTINCT FROM
            (OLD."assignmentId", OLD."learnerId") THEN
            RETURN NULL;
        END IF;
    END IF;
    IF TG_OP <> 'DELETE' AND NEW."assignmentId" IS NOT NULL AND NEW."submittedAt" IS NOT NULL THEN
        INSERT INTO "TallyChange" ("assignmentId", "learnerId")
        VALUES (NEW."assignmentId", NEW."learnerId");
    END IF;
    RETURN NULL;
END $$;

CREATE TRIGGER note_attempt_insert AFTER INSERT ON "Attempt" FOR EACH ROW
WHEN (NEW."submittedAt" IS NOT NULL AND NEW."assignmentId" IS NOT NULL)
EXECUTE FUNCTION note_attempt_change();

CREATE TRIGGER note_attempt_update
AFTER UPDATE OF "learnerId", "assignmentId", "versionId", "submittedAt", "earnedN", "earnedD", "points"
ON "Attempt" FOR EACH ROW
WHEN (OLD."submittedAt" IS NOT NULL OR NEW."submittedAt" IS NOT NULL)
EXECUTE FUNCTION note_attempt_change();

CREATE TRIGGER note_attempt_delete AFTER DELETE ON "Attempt" FOR EACH ROW
WHEN (OLD."submittedAt" IS NOT NULL AND OLD."assignmentId" IS NOT NULL)
EXECUTE FUNCTION note_attempt_change();

-- A question that was scored before and now is otherwise: neither a save nor a hand-in is that.
CREATE FUNCTION note_response_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO "TallyChange" ("assignmentId", "learnerId")
    SELECT a."assignmentId", a."learnerId" FROM "Attempt" a
    WHERE a."id" = NEW."attemptId" AND a."assignmentId" IS NOT NULL AND a."submittedAt" IS NOT NULL;
    RETURN NULL;
END $$;

CREATE TRIGGER note_response_update AFTER UPDATE OF "value", "earnedN", "earnedD"
ON "Response" FOR EACH ROW
WHEN (OLD."earnedN" IS NOT NULL AND (OLD."earnedN" IS DISTINCT FROM NEW."earnedN"
    OR OLD."earnedD" IS DISTINCT FROM NEW."earnedD" OR OLD."value" IS DISTINCT FROM NEW."value"))
EXECUTE FUNCTION note_response_change();

-- Who joins, leaves or changes sides: only students are counted.
CREATE FUNCTION note_membership_change() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    seat "Membership" := CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
BEGIN
    INSERT INTO "TallyChange" ("assignmentId", "learnerId")
    SELECT s."id", seat."userId" FROM "Assignment" s
    WHERE s."classId" = seat."classId" AND EXISTS (
        SELECT FROM "Attempt" a WHERE a."assignmentId" = s."id" AND a."learnerId" = seat."userId"
            AND a."submittedAt" IS NOT NULL);
    RETURN NULL;
END $$;

CREATE TRIGGER note_membership_change AFTER INSERT OR DELETE ON "Membership" FOR EACH ROW
EXECUTE FUNCTION note_membership_change();

CREATE TRIGGER note_membership_role AFTER UPDATE OF "role" ON "Membership" FOR EACH ROW
WHEN (OLD."role" IS DISTINCT FROM NEW."role")
EXECUTE FUNCTION note_membership_change();

-- What was handed in before this is counted when the page is opened or the clock ticks.
INSERT INTO "TallyChange" ("assignmentId", "learnerId")
SELECT DISTINCT "assignmentId", "learnerId" FROM "Attempt"
WHERE "assignmentId" IS NOT NULL AND "submittedAt" IS NOT NULL;
