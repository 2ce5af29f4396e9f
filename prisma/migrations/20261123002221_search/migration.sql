-- CreateTable
CREATE TABLE "SearchIndex" (
    "courseSlug" TEXT NOT NULL,
    "contentHash" TEXT NOT NULL,

    CONSTRAINT "SearchIndex_pkey" PRIMARY KEY ("courseSlug")
);

-- CreateTable
CREATE TABLE "SearchPassage" (
    "courseSlug" TEXT NOT NULL,
    "place" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "href" TEXT NOT NULL,
    "context" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "vector" tsvector GENERATED ALWAYS AS (
        setweight(to_tsvector('english', "title"), 'A') || setweight(to_tsvector('english', "text"), 'B')
    ) STORED,

    CONSTRAINT "SearchPassage_pkey" PRIMARY KEY ("courseSlug","place")
);

-- CreateIndex
CREATE INDEX "SearchPassage_vector_idx" ON "SearchPassage" USING GIN ("vector");

-- AddForeignKey
ALTER TABLE "SearchPassage" ADD CONSTRAINT "SearchPassage_courseSlug_fkey" FOREIGN KEY ("courseSlug") REFERENCES "SearchIndex"("courseSlug") ON DELETE CASCADE ON UPDATE CASCADE;
