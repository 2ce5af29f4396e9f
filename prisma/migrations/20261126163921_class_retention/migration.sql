-- AlterTable
ALTER TABLE "Class" ADD COLUMN     "keptUntil" DATE;
