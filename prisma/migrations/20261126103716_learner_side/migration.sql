-- CreateEnum
CREATE TYPE "Purpose" AS ENUM ('whole', 'redo', 'mixed');

-- CreateEnum
CREATE TYPE "ReviewSource" AS ENUM ('quiz', 'review');

-- AlterEnum
ALTER TYPE "Behaviour" ADD VALUE 'immediateCertainty';

-- AlterTable
ALTER TABLE "Attempt" ADD COLUMN     "only" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "purpose" "Purpose" NOT NULL DEFAULT 'whole';

-- AlterTable
ALTER TABLE "User" ADD COLUMN     "isErased" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "StudySettings" (
    "userId" UUID NOT NULL,
    "timeZone" TEXT,
    "dailyCap" INTEGER NOT NULL DEFAULT 20,
    "weeklyGoal" INTEGER,
    "asksCertainty" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "StudySettings_pkey" PRIMARY KEY ("userId")
);

-- CreateTable
CREATE TABLE "LessonPlace" (
    "userId" UUID NOT NULL,
    "courseSlug" TEXT NOT NULL,
    "lessonSlug" TEXT NOT NULL,
    "anchor" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "LessonPlace_pkey" PRIMARY KEY ("userId","courseSlug","lessonSlug")
);

-- CreateTable
CREATE TABLE "ReviewCard" (
    "learnerId" UUID NOT NULL,
    "courseSlug" TEXT NOT NULL,
    "questionId" TEXT NOT NULL,
    "seed" TEXT NOT NULL,
    "turn" INTEGER NOT NULL DEFAULT 1,
    "firstTry" JSONB,
    "dueOn" DATE NOT NULL,
    "lastOn" DATE NOT NULL,
    "stability" DOUBLE PRECISION NOT NULL,
    "difficulty" DOUBLE PRECISION NOT NULL,
    "reps" INTEGER NOT NULL,
    "lapses" INTEGER NOT NULL,

    CONSTRAINT "ReviewCard_pkey" PRIMARY KEY ("learnerId","courseSlug","questionId")
);

-- CreateTable
CREATE TABLE "ReviewEntry" (
    "id" UUID NOT NULL,
    "learnerId" UUID NOT NULL,
    "courseSlug" TEXT NOT NULL,
    "questionId" TEXT NOT NULL,
    "versionId" UUID NOT NULL,
    "source" "ReviewSource" NOT NULL,
    "attemptId" UUID,
    "turn" INTEGER,
    "answers" JSONB NOT NULL DEFAULT '[]',
    "grade" INTEGER NOT NULL,
    "isEasy" BOOLEAN NOT NULL DEFAULT false,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "receivedAt" TIMESTAMPTZ(3) NOT NULL,
    "timeZone" TEXT NOT NULL,
    "day" DATE NOT NULL,

    CONSTRAINT "ReviewEntry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Certificate" (
    "id" UUID NOT NULL,
    "learnerId" UUID NOT NULL,
    "courseSlug" TEXT NOT NULL,
    "courseTitle" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "issuedAt" TIMESTAMPTZ(3) NOT NULL,
    "credential" TEXT NOT NULL,
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Certificate_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SigningKey" (
    "kid" TEXT NOT NULL,
    "publicJwk" JSONB NOT NULL,
    "privateKey" BYTEA NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "retiredAt" TIMESTAMPTZ(3),

    CONSTRAINT "SigningKey_pkey" PRIMARY KEY ("kid")
);

-- CreateIndex
CREATE INDEX "ReviewCard_learnerId_dueOn_idx" ON "ReviewCard"("learnerId", "dueOn");

-- CreateIndex
CREATE INDEX "ReviewEntry_learnerId_at_idx" ON "ReviewEntry"("learnerId", "at");

-- CreateIndex
CREATE INDEX "ReviewEntry_learnerId_courseSlug_questionId_idx" ON "ReviewEntry"("learnerId", "courseSlug", "questionId");

-- CreateIndex
CREATE UNIQUE INDEX "ReviewEntry_attemptId_questionId_key" ON "ReviewEntry"("attemptId", "questionId");

-- CreateIndex
CREATE INDEX "Certificate_learnerId_courseSlug_idx" ON "Certificate"("learnerId", "courseSlug");

-- AddForeignKey
ALTER TABLE "StudySettings" ADD CONSTRAINT "StudySettings_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LessonPlace" ADD CONSTRAINT "LessonPlace_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReviewCard" ADD CONSTRAINT "ReviewCard_learnerId_fkey" FOREIGN KEY ("learnerId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReviewEntry" ADD CONSTRAINT "ReviewEntry_learnerId_fkey" FOREIGN KEY ("learnerId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReviewEntry" ADD CONSTRAINT "ReviewEntry_versionId_fkey" FOREIGN KEY ("versionId") REFERENCES "QuizVersion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReviewEntry" ADD CONSTRAINT "ReviewEntry_attemptId_fkey" FOREIGN KEY ("attemptId") REFERENCES "Attempt"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Certificate" ADD CONSTRAINT "Certificate_learnerId_fkey" FOREIGN KEY ("learnerId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;


-- One open attempt for each purpose: redoing what was missed does not wait for the whole quiz.
DROP INDEX "Attempt_one_open";
CREATE UNIQUE INDEX "Attempt_one_open" ON "Attempt" ("learnerId", "quizId", "mode", "purpose", coalesce("assignmentId", '00000000-0000-0000-0000-000000000000'::uuid)) WHERE "submittedAt" IS NULL;

-- What no road of the application may write, whatever it is asked for.
ALTER TABLE "StudySettings"
  ADD CONSTRAINT "StudySettings_cap" CHECK ("dailyCap" BETWEEN 1 AND 200),
  ADD CONSTRAINT "StudySettings_goal" CHECK ("weeklyGoal" BETWEEN 1 AND 7);
ALTER TABLE "ReviewCard"
  ADD CONSTRAINT "ReviewCard_turn" CHECK (turn >= 1 AND reps >= 1 AND lapses >= 0),
  ADD CONSTRAINT "ReviewCard_memory" CHECK (stability > 0 AND difficulty BETWEEN 1 AND 10 AND "dueOn" > "lastOn");
ALTER TABLE "ReviewEntry"
  ADD CONSTRAINT "ReviewEntry_grade" CHECK (grade BETWEEN 1 AND 3 AND (grade = 3 OR NOT "isEasy")),
  ADD CONSTRAINT "ReviewEntry_source" CHECK ((source = 'quiz') = ("attemptId" IS NOT NULL) AND (source = 'review') = (turn IS NOT NULL));
ALTER TABLE "Attempt"
  ADD CONSTRAINT "Attempt_alone" CHECK (purpose = 'whole' OR "assignmentId" IS NULL);
