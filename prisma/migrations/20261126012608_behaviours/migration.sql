-- AlterEnum
ALTER TYPE "Behaviour" ADD VALUE 'interactive';
ALTER TYPE "Behaviour" ADD VALUE 'certainty';

-- AlterTable
ALTER TABLE "Attempt" ADD COLUMN     "asked" INTEGER,
ADD COLUMN     "optionsFixed" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "penalty" INTEGER,
ADD COLUMN     "tries" INTEGER;

-- AlterTable
ALTER TABLE "Response" ADD COLUMN     "certainty" INTEGER,
ADD COLUMN     "tries" JSONB NOT NULL DEFAULT '[]';

-- What no road of the application may write, whatever it is asked for.
ALTER TABLE "Attempt"
  ADD CONSTRAINT "Attempt_asked" CHECK (asked >= 1),
  ADD CONSTRAINT "Attempt_tries" CHECK (tries BETWEEN 2 AND 5 AND penalty BETWEEN 0 AND 100);
ALTER TABLE "Response"
  ADD CONSTRAINT "Response_certainty" CHECK (certainty BETWEEN 1 AND 3),
  ADD CONSTRAINT "Response_tries" CHECK (jsonb_array_length(tries) <= 5);
