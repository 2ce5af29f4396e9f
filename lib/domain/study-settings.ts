/** What a learner has set for studying alone. */
export interface StudySettings {
  /** In which their days change; null where nobody has said yet. */
  timeZone: string | null
  /** How many questions come back in a day at most, 1 to 200. */
  dailyCap: number
  /** On how many days of a week they mean to study, 1 to 7; null: no goal. */
  weeklyGoal: number | null
  /** Whether practice asks how sure they are. */
  asksCertainty: boolean
}

export const USUAL_SETTINGS: StudySettings = {
  timeZone: null,
  dailyCap: 20,
  weeklyGoal: null,
  asksCertainty: false,
}

export const CAP = { least: 1, most: 200 } as const
export const GOAL = { least: 1, most: 7 } as const
