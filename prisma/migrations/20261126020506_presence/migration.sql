-- Not logged: a note of every few seconds for every open page, worth nothing after half a minute. Room
-- is left in each page of the table, so that a row is changed where it stands.
CREATE UNLOGGED TABLE "Presence" (
    "attemptId" UUID NOT NULL,
    "page" TEXT NOT NULL,
    "device" TEXT NOT NULL,
    "session" TEXT NOT NULL,
    "seenAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Presence_pkey" PRIMARY KEY ("attemptId","page")
) WITH (fillfactor = 50);

-- What was under way when a class ended goes on no longer: the clock hands it in as of that end.
UPDATE "Attempt" a SET deadline = GREATEST(a."startedAt", c."archivedAt")
FROM "Assignment" s JOIN "Class" c ON c.id = s."classId"
WHERE a."assignmentId" = s.id AND a."submittedAt" IS NULL AND c."archivedAt" IS NOT NULL
  AND (a.deadline IS NULL OR a.deadline > c."archivedAt");
