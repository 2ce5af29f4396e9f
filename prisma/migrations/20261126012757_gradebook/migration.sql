-- CreateEnum
CREATE TYPE "MissingPolicy" AS ENUM ('ignored', 'zero');

-- AlterTable
ALTER TABLE "Assignment" ADD COLUMN     "categoryId" UUID,
ADD COLUMN     "weight" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "Class" ADD COLUMN     "missing" "MissingPolicy" NOT NULL DEFAULT 'ignored',
ADD COLUMN     "otherWeight" INTEGER NOT NULL DEFAULT 1;

-- CreateTable
CREATE TABLE "Category" (
    "id" UUID NOT NULL,
    "classId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "weight" INTEGER NOT NULL,

    CONSTRAINT "Category_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Override" (
    "assignmentId" UUID NOT NULL,
    "learnerId" UUID NOT NULL,
    "n" INTEGER NOT NULL,
    "d" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "byId" UUID,

    CONSTRAINT "Override_pkey" PRIMARY KEY ("assignmentId","learnerId")
);

-- CreateTable
CREATE TABLE "GradeComment" (
    "assignmentId" UUID NOT NULL,
    "learnerId" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "byId" UUID,

    CONSTRAINT "GradeComment_pkey" PRIMARY KEY ("assignmentId","learnerId")
);

-- CreateTable
CREATE TABLE "GradebookRow" (
    "classId" UUID NOT NULL,
    "studentId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "username" TEXT,
    "total" INTEGER NOT NULL,
    "isIdle" BOOLEAN NOT NULL,
    "hasMissing" BOOLEAN NOT NULL,
    "hasLate" BOOLEAN NOT NULL,
    "assignmentIds" UUID[],
    "cells" JSON NOT NULL,
    "changesAt" TIMESTAMPTZ(3),

    CONSTRAINT "GradebookRow_pkey" PRIMARY KEY ("classId","studentId")
);

-- CreateTable
CREATE TABLE "GradebookCell" (
    "assignmentId" UUID NOT NULL,
    "studentId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "share" INTEGER NOT NULL,
    "isIdle" BOOLEAN NOT NULL,
    "isMissing" BOOLEAN NOT NULL,
    "isLate" BOOLEAN NOT NULL,

    CONSTRAINT "GradebookCell_pkey" PRIMARY KEY ("assignmentId","studentId")
);

-- CreateTable
CREATE TABLE "GradebookMark" (
    "classId" UUID NOT NULL,
    "studentId" UUID NOT NULL,
    "mark" BIGSERIAL NOT NULL,

    CONSTRAINT "GradebookMark_pkey" PRIMARY KEY ("classId","studentId")
);

-- CreateIndex
CREATE INDEX "Category_classId_idx" ON "Category"("classId");

-- CreateIndex
CREATE INDEX "GradebookRow_classId_name_studentId_total_isIdle_hasMissing_idx" ON "GradebookRow"("classId", "name", "studentId", "total", "isIdle", "hasMissing", "hasLate");

-- CreateIndex
CREATE INDEX "GradebookRow_classId_total_name_studentId_isIdle_hasMissing_idx" ON "GradebookRow"("classId", "total", "name", "studentId", "isIdle", "hasMissing", "hasLate");

-- CreateIndex
CREATE INDEX "GradebookRow_classId_changesAt_idx" ON "GradebookRow"("classId", "changesAt");

-- CreateIndex
CREATE INDEX "GradebookCell_assignmentId_share_name_studentId_isIdle_isMi_idx" ON "GradebookCell"("assignmentId", "share", "name", "studentId", "isIdle", "isMissing", "isLate");

-- AddForeignKey
ALTER TABLE "Category" ADD CONSTRAINT "Category_classId_fkey" FOREIGN KEY ("classId") REFERENCES "Class"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Assignment" ADD CONSTRAINT "Assignment_categoryId_fkey" FOREIGN KEY ("categoryId") REFERENCES "Category"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Override" ADD CONSTRAINT "Override_assignmentId_fkey" FOREIGN KEY ("assignmentId") REFERENCES "Assignment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Override" ADD CONSTRAINT "Override_learnerId_fkey" FOREIGN KEY ("learnerId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Override" ADD CONSTRAINT "Override_byId_fkey" FOREIGN KEY ("byId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "GradeComment" ADD CONSTRAINT "GradeComment_assignmentId_fkey" FOREIGN KEY ("assignmentId") REFERENCES "Assignment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "GradeComment" ADD CONSTRAINT "GradeComment_learnerId_fkey" FOREIGN KEY ("learnerId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "GradeComment" ADD CONSTRAINT "GradeComment_byId_fkey" FOREIGN KEY ("byId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "GradebookRow" ADD CONSTRAINT "GradebookRow_classId_fkey" FOREIGN KEY ("classId") REFERENCES "Class"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "GradebookRow" ADD CONSTRAINT "GradebookRow_studentId_fkey" FOREIGN KEY ("studentId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Lines stay in their table up to a page's size, so that a page of them is not read piece by piece.
ALTER TABLE "GradebookRow" ALTER COLUMN "cells" SET STORAGE MAIN, ALTER COLUMN "assignmentIds" SET STORAGE MAIN;

ALTER TABLE "Category" ADD CONSTRAINT "Category_weight" CHECK ("weight" >= 0);
ALTER TABLE "Assignment" ADD CONSTRAINT "Assignment_weight" CHECK ("weight" >= 0);
ALTER TABLE "Class" ADD CONSTRAINT "Class_otherWeight" CHECK ("otherWeight" >= 0);
ALTER TABLE "Override" ADD CONSTRAINT "Override_share" CHECK ("d" > 0 AND "n" BETWEEN 0 AND "d");

-- A line that goes takes its cells along; it names the assignments that it has cells of.
CREATE FUNCTION drop_gradebook_cells() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    DELETE FROM "GradebookCell"
    WHERE "assignmentId" = ANY (OLD."assignmentIds") AND "studentId" = OLD."studentId";
    RETURN NULL;
END $$;
CREATE TRIGGER drop_gradebook_cells AFTER DELETE ON "GradebookRow"
FOR EACH ROW EXECUTE FUNCTION drop_gradebook_cells();

CREATE FUNCTION drop_gradebook_column() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    DELETE FROM "GradebookCell" WHERE "assignmentId" = OLD.id;
    RETURN NULL;
END $$;
CREATE TRIGGER drop_gradebook_column AFTER DELETE ON "Assignment"
FOR EACH ROW EXECUTE FUNCTION drop_gradebook_column();

-- What follows marks lines as out of date, wherever what they follow from is written; nothing is
-- decided here. A mark is of one student in one class, so that nobody waits for somebody else's.

-- A seat; none where the class itself is going.
CREATE FUNCTION mark_gradebook_seat(class uuid, student uuid) RETURNS void LANGUAGE sql AS $$
    INSERT INTO "GradebookMark" ("classId", "studentId")
    SELECT id, student FROM "Class" WHERE id = class
    ON CONFLICT ("classId", "studentId") DO UPDATE SET "mark" = nextval('"GradebookMark_mark_seq"');
$$;

-- Attempts come in numbers (a correction scores all anew), so they are marked by the statement.
CREATE FUNCTION mark_gradebook_begun() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO "GradebookMark" ("classId", "studentId")
    SELECT DISTINCT s."classId", n."learnerId"
    FROM changed n JOIN "Assignment" s ON s.id = n."assignmentId" ORDER BY 1, 2
    ON CONFLICT ("classId", "studentId") DO UPDATE SET "mark" = nextval('"GradebookMark_mark_seq"');
    RETURN NULL;
END $$;
CREATE TRIGGER mark_gradebook_begun AFTER INSERT ON "Attempt" REFERENCING NEW TABLE AS changed
FOR EACH STATEMENT EXECUTE FUNCTION mark_gradebook_begun();
CREATE TRIGGER mark_gradebook_gone AFTER DELETE ON "Attempt" REFERENCING OLD TABLE AS changed
FOR EACH STATEMENT EXECUTE FUNCTION mark_gradebook_begun();

CREATE FUNCTION mark_gradebook_scored() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO "GradebookMark" ("classId", "studentId")
    SELECT DISTINCT s."classId", k."learnerId"
    FROM newer n JOIN older o USING (id)
    CROSS JOIN LATERAL (VALUES (o."assignmentId", o."learnerId"), (n."assignmentId", n."learnerId"))
        AS k ("assignmentId", "learnerId")
    JOIN "Assignment" s ON s.id = k."assignmentId"
    WHERE (o."assignmentId", o."learnerId", o."submittedAt", o."earnedN", o."earnedD", o.points)
        IS DISTINCT FROM (n."assignmentId", n."learnerId", n."submittedAt", n."earnedN", n."earnedD", n.points)
    ORDER BY 1, 2
    ON CONFLICT ("classId", "studentId") DO UPDATE SET "mark" = nextval('"GradebookMark_mark_seq"');
    RETURN NULL;
END $$;
CREATE TRIGGER mark_gradebook_scored AFTER UPDATE ON "Attempt"
REFERENCING OLD TABLE AS older NEW TABLE AS newer
FOR EACH STATEMENT EXECUTE FUNCTION mark_gradebook_scored();

-- What holds for one student in one assignment; the name of the column is given.
CREATE FUNCTION mark_gradebook_own() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    found record;
BEGIN
    FOR found IN
        SELECT DISTINCT s."classId", (k.own ->> TG_ARGV[0])::uuid AS student
        FROM (VALUES (to_jsonb(OLD)), (to_jsonb(NEW))) AS k (own)
        JOIN "Assignment" s ON s.id = (k.own ->> 'assignmentId')::uuid
    LOOP
        PERFORM mark_gradebook_seat(found."classId", found.student);
    END LOOP;
    RETURN NULL;
END $$;
CREATE TRIGGER mark_gradebook_own AFTER INSERT OR UPDATE OR DELETE ON "Exception"
FOR EACH ROW EXECUTE FUNCTION mark_gradebook_own('userId');
CREATE TRIGGER mark_gradebook_own AFTER INSERT OR UPDATE OR DELETE ON "Override"
FOR EACH ROW EXECUTE FUNCTION mark_gradebook_own('learnerId');
CREATE TRIGGER mark_gradebook_own AFTER INSERT OR UPDATE OR DELETE ON "GradeComment"
FOR EACH ROW EXECUTE FUNCTION mark_gradebook_own('learnerId');

CREATE FUNCTION mark_gradebook_membership() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP <> 'INSERT' THEN
        PERFORM mark_gradebook_seat(OLD."classId", OLD."userId");
    END IF;
    IF TG_OP <> 'DELETE' THEN
        PERFORM mark_gradebook_seat(NEW."classId", NEW."userId");
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER mark_gradebook_membership AFTER INSERT OR UPDATE OR DELETE ON "Membership"
FOR EACH ROW EXECUTE FUNCTION mark_gradebook_membership();

CREATE FUNCTION mark_gradebook_name() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM mark_gradebook_seat("classId", "userId") FROM "Membership"
    WHERE "userId" = NEW.id AND role = 'student' ORDER BY "classId";
    RETURN NULL;
END $$;
CREATE TRIGGER mark_gradebook_name AFTER UPDATE ON "User" FOR EACH ROW
WHEN ((OLD.name, OLD.username) IS DISTINCT FROM (NEW.name, NEW.username))
EXECUTE FUNCTION mark_gradebook_name();

-- What holds for a whole class: what is set, and how it is weighed. One statement marks it once.
CREATE FUNCTION mark_gradebook_whole() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO "GradebookMark" ("classId", "studentId")
    SELECT m."classId", m."userId"
    FROM (SELECT DISTINCT "classId" FROM changed) c JOIN "Membership" m ON m."classId" = c."classId"
    WHERE m.role = 'student' ORDER BY 1, 2
    ON CONFLICT ("classId", "studentId") DO UPDATE SET "mark" = nextval('"GradebookMark_mark_seq"');
    RETURN NULL;
END $$;
CREATE TRIGGER mark_gradebook_set AFTER INSERT ON "Assignment" REFERENCING NEW TABLE AS changed
FOR EACH STATEMENT EXECUTE FUNCTION mark_gradebook_whole();
CREATE TRIGGER mark_gradebook_changed AFTER UPDATE ON "Assignment" REFERENCING NEW TABLE AS changed
FOR EACH STATEMENT EXECUTE FUNCTION mark_gradebook_whole();
CREATE TRIGGER mark_gradebook_gone AFTER DELETE ON "Assignment" REFERENCING OLD TABLE AS changed
FOR EACH STATEMENT EXECUTE FUNCTION mark_gradebook_whole();
-- What falls out of a category that goes is updated, and so marked by that.
CREATE TRIGGER mark_gradebook_weight AFTER UPDATE ON "Category" REFERENCING NEW TABLE AS changed
FOR EACH STATEMENT EXECUTE FUNCTION mark_gradebook_whole();

CREATE FUNCTION mark_gradebook_policy() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM mark_gradebook_seat("classId", "userId") FROM "Membership"
    WHERE "classId" = NEW.id AND role = 'student' ORDER BY "userId";
    RETURN NULL;
END $$;
CREATE TRIGGER mark_gradebook_policy AFTER UPDATE ON "Class" FOR EACH ROW
WHEN ((OLD.missing, OLD."otherWeight") IS DISTINCT FROM (NEW.missing, NEW."otherWeight"))
EXECUTE FUNCTION mark_gradebook_policy();

-- Who sits in a class already has no line yet.
INSERT INTO "GradebookMark" ("classId", "studentId")
SELECT "classId", "userId" FROM "Membership" WHERE role = 'student';
