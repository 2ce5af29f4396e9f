/** Whom in which class a form is about. */
export function WhoseIds({ classId, userId }: { classId: string; userId: string }) {
  return (
    <>
      <input type="hidden" name="classId" value={classId} />
      <input type="hidden" name="userId" value={userId} />
    </>
  )
}
