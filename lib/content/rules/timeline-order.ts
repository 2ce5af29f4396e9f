import { fileNames, found, lessonNames, type Rule } from '@/lib/content/material'
import { didYouMean } from '@/lib/content/nearest'

/** The first day that a date may mean, so that a year comes before its months. */
const earliest = (date: string) => `${date}-01-01`.slice(0, 10)

/** A timeline runs forward, ends after it begins, and leads to lessons that exist. */
export const rule: Rule = (course) =>
  course.events.flatMap(({ id, date, until, lessons }, at) => {
    const said = (field: string, message: string) =>
      found(course, fileNames.timeline, `events.${id}.${field}`, message)
    const before = course.events[at - 1]
    const names = lessonNames(course)
    return [
      ...(before && earliest(before.date) > earliest(date)
        ? [said('date', `This happened before “${before.id}” and stands after it.`)]
        : []),
      ...(until !== undefined && earliest(until) < earliest(date)
        ? [said('until', 'This ends before it begins.')]
        : []),
      ...lessons
        .filter((slug) => !names.includes(slug))
        .map((slug) => said('lessons', `There is no lesson “${slug}”.${didYouMean(slug, names)}`)),
    ]
  })
