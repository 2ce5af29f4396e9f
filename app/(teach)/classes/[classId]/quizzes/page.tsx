import { notFound, redirect } from 'next/navigation'
import { z } from 'zod'
import { requireMember } from '@/lib/auth/viewer'

type Props = {
  params: Promise<{ classId: string }>
  searchParams: Promise<{ quizId?: string | string[] }>
}

/** Where the choice of a quiz leads: to the form in which it is said how that quiz is set. */
export default async function ChosenQuiz({ params, searchParams }: Props) {
  const { classId } = await params
  await requireMember(`/classes/${classId}`)
  const quiz = z.uuid().safeParse((await searchParams).quizId)
  if (!quiz.success || !z.uuid().safeParse(classId).success) notFound()
  redirect(`/classes/${classId}/quizzes/${quiz.data}`)
}
