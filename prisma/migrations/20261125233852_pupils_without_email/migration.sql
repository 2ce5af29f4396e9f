-- AlterTable
ALTER TABLE "Membership" ADD COLUMN     "sourcedId" TEXT;

-- AlterTable
ALTER TABLE "User" ADD COLUMN     "homeClassId" UUID,
ADD COLUMN     "mustChangePassword" BOOLEAN NOT NULL DEFAULT false;

-- CreateIndex
CREATE UNIQUE INDEX "Membership_classId_sourcedId_key" ON "Membership"("classId", "sourcedId");

-- AddForeignKey
ALTER TABLE "User" ADD CONSTRAINT "User_homeClassId_fkey" FOREIGN KEY ("homeClassId") REFERENCES "Class"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- Accounts that a teacher made before: the class in which their owner sat first.
UPDATE "User" u SET "homeClassId" = (
  SELECT m."classId" FROM "Membership" m
  WHERE m."userId" = u.id AND m.role = 'student' ORDER BY m."joinedAt", m."classId" LIMIT 1
) WHERE u.username IS NOT NULL AND u.email IS NULL AND NOT u."isGuest";
