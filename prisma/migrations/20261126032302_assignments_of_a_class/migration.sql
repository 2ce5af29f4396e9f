-- CreateIndex
CREATE INDEX "Assignment_classId_idx" ON "Assignment"("classId");
