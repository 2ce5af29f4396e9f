/** A class that would be left without a teacher. */
export interface LeftClass {
  id: string
  name: string
}

/** What an account holds that others rely on; told before it is erased. */
export interface Erasable {
  /** Classes that have somebody in them and no teacher but this one: they are handed on first. */
  onlyTeacherOf: LeftClass[]
  /** Classes that nobody else belongs to: they go along. */
  emptyClasses: LeftClass[]
  /** Classes whose students keep what was written to them, without the name of who wrote it. */
  taught: LeftClass[]
  /** Classes in whose sums marks stay, without whose they were. */
  countedIn: LeftClass[]
}
