-- What lists say of a version stood in its content alone, which had to be read whole for it.
ALTER TABLE "QuizVersion" ADD COLUMN "title" TEXT,
ADD COLUMN "short" TEXT,
ADD COLUMN "lessonSlug" TEXT,
ADD COLUMN "lessonPlace" INTEGER,
ADD COLUMN "size" INTEGER;

UPDATE "QuizVersion" SET
  "title" = "content"->>'title',
  "short" = "content"->>'short',
  "lessonSlug" = "content"->'lesson'->>'slug',
  "lessonPlace" = ("content"->'lesson'->>'number')::int,
  "size" = coalesce(nullif(jsonb_array_length("content"->'draw'), 0), cardinality("questionIds"));

ALTER TABLE "QuizVersion" ALTER COLUMN "title" SET NOT NULL,
ALTER COLUMN "short" SET NOT NULL,
ALTER COLUMN "size" SET NOT NULL;
