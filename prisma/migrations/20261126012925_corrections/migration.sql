-- CreateTable
CREATE TABLE "Correction" (
    "id" UUID NOT NULL,
    "assignmentId" UUID NOT NULL,
    "questionId" TEXT NOT NULL,
    "remedy" TEXT NOT NULL,
    "change" JSONB,
    "reason" TEXT NOT NULL,
    "mayLower" BOOLEAN NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "byId" UUID,
    "undoneAt" TIMESTAMPTZ(3),
    "undoneById" UUID,

    CONSTRAINT "Correction_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "QuestionReport" (
    "id" UUID NOT NULL,
    "attemptId" UUID NOT NULL,
    "questionId" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "settledAt" TIMESTAMPTZ(3),
    "settledById" UUID,

    CONSTRAINT "QuestionReport_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Correction_assignmentId_at_id_idx" ON "Correction"("assignmentId", "at", "id");

-- CreateIndex
CREATE UNIQUE INDEX "QuestionReport_attemptId_questionId_key" ON "QuestionReport"("attemptId", "questionId");

-- AddForeignKey
ALTER TABLE "Correction" ADD CONSTRAINT "Correction_assignmentId_fkey" FOREIGN KEY ("assignmentId") REFERENCES "Assignment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Correction" ADD CONSTRAINT "Correction_byId_fkey" FOREIGN KEY ("byId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Correction" ADD CONSTRAINT "Correction_undoneById_fkey" FOREIGN KEY ("undoneById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "QuestionReport" ADD CONSTRAINT "QuestionReport_attemptId_fkey" FOREIGN KEY ("attemptId") REFERENCES "Attempt"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "QuestionReport" ADD CONSTRAINT "QuestionReport_settledById_fkey" FOREIGN KEY ("settledById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE "Correction" ADD CONSTRAINT "Correction_remedy_check"
    CHECK ("remedy" IN ('rekeyed', 'voided', 'full-marks')
        AND ("remedy" = 'rekeyed') = ("change" IS NOT NULL));

-- A correction is written once and can be taken back once; it only loses the names of who have
-- erased their accounts.
CREATE FUNCTION keep_correction() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF to_jsonb(NEW) - 'byId' - 'undoneAt' - 'undoneById'
            = to_jsonb(OLD) - 'byId' - 'undoneAt' - 'undoneById'
        AND (NEW."byId" IS NULL OR NEW."byId" IS NOT DISTINCT FROM OLD."byId")
        AND (
            NEW."undoneAt" IS NOT DISTINCT FROM OLD."undoneAt"
                AND (NEW."undoneById" IS NULL OR NEW."undoneById" IS NOT DISTINCT FROM OLD."undoneById")
            OR OLD."undoneAt" IS NULL AND NEW."undoneAt" IS NOT NULL
        )
    THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'A correction is never altered' USING ERRCODE = 'integrity_constraint_violation';
END $$;

CREATE TRIGGER keep_correction BEFORE UPDATE ON "Correction"
FOR EACH ROW EXECUTE FUNCTION keep_correction();
