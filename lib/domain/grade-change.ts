/** What may change a student's grade, or what is said of it, beside handing in. */
export const GRADE_CHANGES = [
  'override',
  'excuse',
  'comment',
  'correction',
  'correction-undone',
  'late-answers',
] as const
export type GradeChangeKind = (typeof GRADE_CHANGES)[number]
