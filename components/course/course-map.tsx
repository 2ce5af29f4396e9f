import { useTranslations } from 'next-intl'
import { Island } from '@/components/progress/island'
import { LevelKey } from '@/components/progress/level-mark'
import { Plate } from '@/components/ui/plate'
import type { Course } from '@/lib/domain/course-content'
import type { Lesson } from '@/lib/domain/lesson'
import type { Level } from '@/lib/domain/mastery'
import { CourseRoute } from './course-route'
import { type MapStage, mapStages } from './map-places'

type Levels = Readonly<Record<string, Level>>

function MapLesson({
  course,
  lesson,
  number,
  level,
  isHere,
}: {
  course: Course
  lesson: Lesson
  number: number
  level: Level
  isHere: boolean
}) {
  const t = useTranslations('course')
  const words = useTranslations('progress')
  return (
    <a
      className={isHere ? 'map-lesson here' : 'map-lesson'}
      href={`/courses/${course.slug}/lessons/${lesson.slug}`}
      aria-current={isHere ? 'step' : undefined}
    >
      <span className="map-isle">
        <Island seed={lesson.slug} level={level} size="map" />
      </span>
      <span className="map-words">
        <span className="map-title">
          {number} {lesson.head.short}
        </span>
        <span className="map-level">
          {isHere ? t('here', { level: words(`level.${level}`) }) : words(`level.${level}`)}
        </span>
      </span>
    </a>
  )
}

/** A lesson's number is its place in the whole course, the same on the map and on its page. */
const numberOf = (course: Course, slug: string) =>
  course.lessons.findIndex((lesson) => lesson.slug === slug) + 1

const lookOf = ({ places }: MapStage, isAhead: boolean) =>
  [
    'map-stage',
    places.length > 1 ? 'map-fork' : '',
    isAhead ? 'map-ahead' : '',
    places[0] ? `map-${places[0].height}` : '',
  ]
    .filter(Boolean)
    .join(' ')

/**
 * The lessons of a course as islands, in the columns of its stages; on phones one below the other,
 * where lessons that may be read in any order stand on branches side by side.
 *
 * @param levels by the lesson's slug; a lesson left out counts as not started
 * @param current the slug of the lesson where the reader is, or null
 */
export function CourseMap({
  course,
  levels,
  current,
}: {
  course: Course
  levels: Levels
  current: string | null
}) {
  const t = useTranslations('course')
  const levelOf = (slug: string): Level => levels[slug] ?? 'not-started'
  const stages = mapStages(course.file.stages)
  const rows = Math.max(...stages.map(({ places }) => places.length))
  return (
    <section className="map-frame" aria-label={t('map')}>
      <Plate>
        <div className={`map map-rows-${Math.min(rows, 4)}`}>
          <CourseRoute stages={stages} isReached={(slug) => levelOf(slug) !== 'not-started'} />
          <ol className="map-stages">
            {stages.map((stage) => (
              <li
                key={stage.title}
                className={lookOf(
                  stage,
                  stage.places.every(({ slug }) => levelOf(slug) === 'not-started'),
                )}
              >
                <h2 className="map-stage-title">{stage.title}</h2>
                {stage.places.length > 1 && <p className="map-any small">{t('anyOrder')}</p>}
                <ol className="map-lessons">
                  {course.lessons
                    .filter((lesson) => stage.places.some(({ slug }) => slug === lesson.slug))
                    .map((lesson) => (
                      <li key={lesson.slug}>
                        <MapLesson
                          course={course}
                          lesson={lesson}
                          number={numberOf(course, lesson.slug)}
                          level={levelOf(lesson.slug)}
                          isHere={lesson.slug === current}
                        />
                      </li>
                    ))}
                </ol>
              </li>
            ))}
          </ol>
        </div>
      </Plate>
      <LevelKey />
    </section>
  )
}
