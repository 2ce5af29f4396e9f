import { linksIn } from '@/lib/content/cited'
import { fileNames, found, type Rule } from '@/lib/content/material'
import { didYouMean } from '@/lib/content/nearest'
import type { Lesson } from '@/lib/domain/lesson'

const anchorsOf = (lesson: Lesson) =>
  lesson.sections.flatMap(({ id, blocks }) => [
    id,
    ...blocks.flatMap((block) => (block.type === 'heading' ? [block.id] : [])),
  ])

const isWebAddress = (address: string) =>
  /^https:\/\/[^\s/@]+\.[^\s/@]+(\/|[?#]|$)/.test(address) && URL.canParse(address)

/** Where something was read long ago may have no https; it is still a web page and nothing else. */
const sourceFault = (address: string) =>
  isWebAddress(address.replace(/^http:/, 'https:')) ? null : `“${address}” is no web address.`

function linkFault(href: string, anchors: string[]): string | null {
  if (!href.startsWith('#'))
    return isWebAddress(href) ? null : `“${href}” is no address that begins with https://.`
  const anchor = href.slice(1)
  if (anchors.includes(anchor)) return null
  return `This lesson has no section “${anchor}”.${didYouMean(anchor, anchors)}`
}

/** Every link leads to an https address or a section of its own lesson, every source to a page. */
export const rule: Rule = (course) => [
  ...course.lessons.flatMap((lesson) =>
    linksIn(lesson).flatMap((href) => {
      const fault = linkFault(href, anchorsOf(lesson))
      const file = fileNames.lesson(lesson.slug)
      return fault ? [found(course, file, `link.${href}`, fault)] : []
    }),
  ),
  ...course.facts.flatMap(({ id, sources }) =>
    sources.flatMap(({ url }, at) => {
      const fault = url === undefined ? null : sourceFault(url)
      const path = `facts.${id}.sources.${at + 1}.url`
      return fault ? [found(course, fileNames.facts, path, fault)] : []
    }),
  ),
  ...[course.file.article.url ?? []].flat().flatMap((url) => {
    const fault = sourceFault(url)
    return fault ? [found(course, fileNames.course, 'article.url', fault)] : []
  }),
]
