/**
 * What a decision of the domain comes to: a value, or an expected refusal named by a closed union.
 * Surprises throw; refusals never do.
 */
export type Outcome<Value, Rejection extends string> =
  | { ok: true; value: Value }
  | { ok: false; rejection: Rejection }

export const accept = <Value>(value: Value): { ok: true; value: Value } => ({ ok: true, value })
export const refuse = <Rejection extends string>(
  rejection: Rejection,
): { ok: false; rejection: Rejection } => ({ ok: false, rejection })
