import { z } from 'zod'

/** What is used here of a JSON Schema. */
interface Node {
  description?: string
  properties?: Record<string, Node>
  items?: Node
  additionalProperties?: Node | boolean
  oneOf?: Node[]
  anyOf?: Node[]
  const?: unknown
}

const made = new WeakMap<z.ZodType, Node>()

/** The JSON Schema of what an author writes; made once for each schema. */
export function jsonSchemaOf(schema: z.ZodType): Node {
  const known = made.get(schema)
  if (known) return known
  const node = z.toJSONSchema(schema, { io: 'input' }) as Node
  made.set(schema, node)
  return node
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Whether every fixed word of this branch, such as its kind, is what `value` says. */
const fits = (branch: Node, value: Record<string, unknown>) => {
  const fixed = Object.entries(branch.properties ?? {}).filter(([, { const: word }]) => word)
  return fixed.length > 0 && fixed.every(([key, { const: word }]) => value[key] === word)
}

function branchOf(node: Node, value: unknown): Node {
  const branches = node.oneOf ?? node.anyOf
  if (!branches || !isRecord(value)) return node
  return branches.find((branch) => fits(branch, value)) ?? node
}

/** The part of the schema that describes the field at `path` of `data`, as far as it is known. */
function nodeAt(schema: z.ZodType, path: readonly PropertyKey[], data: unknown): Node {
  let node = branchOf(jsonSchemaOf(schema), data)
  let value = data
  for (const step of path) {
    const extra = node.additionalProperties
    const next: Node =
      typeof step === 'number'
        ? (node.items ?? {})
        : (node.properties?.[String(step)] ?? (typeof extra === 'object' ? extra : {}))
    value = isRecord(value) || Array.isArray(value) ? Reflect.get(value, step) : undefined
    const own = branchOf(next, value)
    node = next.description && !own.description ? { ...own, description: next.description } : own
  }
  return node
}

/** The sentence that tells an author what belongs into the field at `path`, or null. */
export const describedAt = (schema: z.ZodType, path: readonly PropertyKey[], data: unknown) =>
  nodeAt(schema, path, data).description ?? null

/** The names of the fields that may stand at `path`. */
export const fieldsAt = (schema: z.ZodType, path: readonly PropertyKey[], data: unknown) =>
  Object.keys(nodeAt(schema, path, data).properties ?? {})
