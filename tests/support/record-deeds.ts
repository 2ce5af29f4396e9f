import { findBook } from '@/lib/data/book'
import { eachRecords, findRecord } from '@/lib/data/records'
import { classNames, type Deed, late, members, onClass } from './deed'

const students = Object.values(members).flatMap(({ students: all }) => all)

/** What a report of a class or of one student is made from. */
export const recordDeeds: Record<string, Deed[]> = {
  'book.findBook': onClass('teachers', {
    run: async (viewer, { id }) => {
      const book = await findBook(viewer, id, late)
      if (!book) return null
      const lines: unknown[] = []
      for await (const page of book.pages) lines.push(...page)
      return { ...book, lines }
    },
    denied: null,
    writes: false,
    tells: (name) => [
      `class ${name}`,
      `code ${name}`,
      `assignment ${name}`,
      ...members[name].students.flatMap((student) => [student, `${student} in ${name}`]),
    ],
  }),
  'records.eachRecords': onClass('teachers', {
    run: async (viewer, { id }) => {
      const pages: unknown[] = []
      for await (const page of eachRecords(viewer, id)) pages.push(page)
      return pages
    },
    denied: [[]],
    writes: false,
    tells: (name) => [
      `class ${name}`,
      `assignment ${name}`,
      ...members[name].students.flatMap((student) => [student, `${student} in ${name}`]),
    ],
  }),
  'records.findRecord': classNames.flatMap(
    (name) =>
      [...new Set(students)].map((student) => ({
        on: `${student} in class ${name}`,
        may: members[name].students.includes(student) ? [student, ...members[name].teachers] : [],
        run: (viewer, { people, classes }) =>
          findRecord(viewer, classes[name].id, people[student].id),
        denied: null,
        writes: false,
        tells: () => [
          `class ${name}`,
          `assignment ${name}`,
          student,
          `${student} in ${name}`,
          ...members[name].teachers,
        ],
      })) satisfies Deed[],
  ),
}
