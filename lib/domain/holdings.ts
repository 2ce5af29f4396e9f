/** How much somebody has done: lessons read, quizzes begun or handed in, and questions reviewed. */
export interface Holdings {
  lessons: number
  attempts: number
  reviews: number
}
