-- CreateEnum
CREATE TYPE "ExtraTime" AS ENUM ('none', 'quarter', 'half', 'double', 'untimed');

-- CreateEnum
CREATE TYPE "Behaviour" AS ENUM ('deferred', 'immediate');

-- CreateEnum
CREATE TYPE "Ender" AS ENUM ('learner', 'clock');

-- AlterEnum
-- This migration adds more than one value to an enum.
-- With PostgreSQL versions 11 and earlier, this is not possible
-- in a single migration. This can be worked around by creating
-- multiple migrations, each migration adding only one value to
-- the enum.


ALTER TYPE "Role" ADD VALUE 'coteacher';
ALTER TYPE "Role" ADD VALUE 'observer';

-- DropIndex
DROP INDEX "Attempt_assignmentId_learnerId_idx";

-- AlterTable
ALTER TABLE "Assignment" ADD COLUMN     "closesAt" TIMESTAMPTZ(3),
ADD COLUMN     "dueAt" TIMESTAMPTZ(3),
ADD COLUMN     "opensAt" TIMESTAMPTZ(3),
ADD COLUMN     "rules" JSONB NOT NULL DEFAULT '{}';

-- AlterTable
ALTER TABLE "Attempt" ADD COLUMN     "behaviour" "Behaviour" NOT NULL DEFAULT 'deferred',
ADD COLUMN     "deadline" TIMESTAMPTZ(3),
ADD COLUMN     "endedBy" "Ender",
ADD COLUMN     "isShuffled" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "number" INTEGER;

-- AlterTable
ALTER TABLE "Class" ADD COLUMN     "archivedAt" TIMESTAMPTZ(3),
ADD COLUMN     "codeExpiresAt" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "Membership" ADD COLUMN     "extraTime" "ExtraTime" NOT NULL DEFAULT 'none';

-- CreateTable
CREATE TABLE "Exception" (
    "assignmentId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "set" TEXT[],
    "opensAt" TIMESTAMPTZ(3),
    "dueAt" TIMESTAMPTZ(3),
    "closesAt" TIMESTAMPTZ(3),
    "minutes" INTEGER,
    "extraAttempts" INTEGER NOT NULL DEFAULT 0,
    "isExcused" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "Exception_pkey" PRIMARY KEY ("assignmentId","userId")
);

-- CreateTable
CREATE TABLE "AttemptEvent" (
    "id" UUID NOT NULL,
    "attemptId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "kind" TEXT NOT NULL,
    "detail" TEXT,

    CONSTRAINT "AttemptEvent_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "AttemptEvent_attemptId_id_idx" ON "AttemptEvent"("attemptId", "id");

-- AddForeignKey
ALTER TABLE "AttemptEvent" ADD CONSTRAINT "AttemptEvent_attemptId_fkey" FOREIGN KEY ("attemptId") REFERENCES "Attempt"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- CreateIndex
CREATE UNIQUE INDEX "Attempt_assignmentId_learnerId_number_key" ON "Attempt"("assignmentId", "learnerId", "number");

-- AddForeignKey
ALTER TABLE "Exception" ADD CONSTRAINT "Exception_assignmentId_fkey" FOREIGN KEY ("assignmentId") REFERENCES "Assignment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Exception" ADD CONSTRAINT "Exception_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What was set before there were rules keeps its own: any number of attempts, and everything shown
-- once an attempt is handed in.
UPDATE "Assignment" SET "rules" = '{"attempts": null, "review": {
  "during": [],
  "afterSubmission": ["score", "correctness", "feedback", "rightAnswers"],
  "afterClose": ["score", "correctness", "feedback", "rightAnswers"]}}';
UPDATE "Attempt" SET "behaviour" = 'immediate' WHERE "mode" = 'practice';
UPDATE "Attempt" SET "endedBy" = 'learner' WHERE "submittedAt" IS NOT NULL;
UPDATE "Attempt" a SET "number" = n.number FROM (
  SELECT "id", row_number() OVER (PARTITION BY "assignmentId", "learnerId" ORDER BY "startedAt", "id") AS number
  FROM "Attempt" WHERE "assignmentId" IS NOT NULL) n WHERE n."id" = a."id";

-- What the server's clock has to end, in the order in which it ends it.
CREATE INDEX "Attempt_overdue" ON "Attempt" ("deadline") WHERE "submittedAt" IS NULL AND "deadline" IS NOT NULL;
