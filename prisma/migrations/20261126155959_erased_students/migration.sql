-- AlterEnum
ALTER TYPE "Role" ADD VALUE 'erased';

-- AlterTable
ALTER TABLE "User" DROP COLUMN "isErased";
