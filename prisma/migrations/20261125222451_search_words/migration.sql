-- What is searched is written anew when the content is published, which every start does.
DELETE FROM "SearchIndex";

-- Before Postgres 17 a generated column cannot be altered; its index goes with it.
ALTER TABLE "SearchPassage" DROP COLUMN "vector";

-- AlterTable
ALTER TABLE "SearchPassage" ADD COLUMN "titleWords" TEXT NOT NULL,
ADD COLUMN "textWords" TEXT NOT NULL,
ADD COLUMN "vector" tsvector GENERATED ALWAYS AS (
    setweight(to_tsvector('english', "titleWords"), 'A') || setweight(to_tsvector('english', "textWords"), 'B')
) STORED;

-- CreateIndex
CREATE INDEX "SearchPassage_vector_idx" ON "SearchPassage" USING GIN ("vector");
