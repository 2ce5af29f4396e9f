/** What must be there, or the test is wrong. */
export function the<Value>(value: Value | null | undefined): Value {
  if (value === null || value === undefined) throw new Error('It is not there')
  return value
}
