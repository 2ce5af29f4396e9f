-- CreateTable
CREATE TABLE "GradeChange" (
    "id" UUID NOT NULL,
    "assignmentId" UUID NOT NULL,
    "learnerId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "byId" UUID,
    "kind" TEXT NOT NULL,
    "before" JSONB,
    "after" JSONB,
    "reason" TEXT,

    CONSTRAINT "GradeChange_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "GradeChange_assignmentId_learnerId_id_idx" ON "GradeChange"("assignmentId", "learnerId", "id");

-- AddForeignKey
ALTER TABLE "GradeChange" ADD CONSTRAINT "GradeChange_assignmentId_fkey" FOREIGN KEY ("assignmentId") REFERENCES "Assignment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "GradeChange" ADD CONSTRAINT "GradeChange_learnerId_fkey" FOREIGN KEY ("learnerId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "GradeChange" ADD CONSTRAINT "GradeChange_byId_fkey" FOREIGN KEY ("byId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- A line of the history is never altered; it only loses the name of who has erased their account.
CREATE FUNCTION keep_grade_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW."byId" IS NULL AND to_jsonb(NEW) - 'byId' = to_jsonb(OLD) - 'byId' THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'The history of grades is never altered' USING ERRCODE = 'integrity_constraint_violation';
END $$;

CREATE TRIGGER keep_grade_change BEFORE UPDATE ON "GradeChange"
FOR EACH ROW EXECUTE FUNCTION keep_grade_change();
