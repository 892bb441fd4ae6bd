/** Unit: bytes of UTF-8, levels of nesting, entries. Bulk work names a filter, never thousands of ids. */
const inputLimits = { bytes: 1_000_000, depth: 8, entries: 500 } as const

/**
 * Whether a value that came over IPC is plain data small enough to be looked at: what else structured cloning carries
 * (dates, maps, buffers, cycles, arrays with holes) is no part of any valid input.
 */
export function isWithinInputLimits(input: unknown): boolean {
  return bytesOf(input, 0, 0) <= inputLimits.bytes
}

/** Stops counting where a limit is passed, so that no input costs more than a valid one could. */
function bytesOf(value: unknown, depth: number, before: number): number {
  if (before > inputLimits.bytes || depth > inputLimits.depth) return Infinity
  switch (typeof value) {
    case 'string':
      // Never counted byte by byte when its length alone is too much.
      return value.length > inputLimits.bytes ? Infinity : before + Buffer.byteLength(value)
    case 'number':
    case 'boolean':
    case 'undefined':
      return before + 8
    case 'object':
      return value === null ? before + 8 : bytesOfObject(value, depth, before)
    case 'bigint':
    case 'function':
    case 'symbol':
      return Infinity
  }
}

function bytesOfObject(value: object, depth: number, before: number): number {
  if (Array.isArray(value)) {
    if (value.length > inputLimits.entries) return Infinity
    // An index loop: holes are looked at like anything else.
    let bytes = before
    for (let index = 0; index < value.length; index += 1) bytes = bytesOf(value[index], depth + 1, bytes)
    return bytes
  }
  if (Object.getPrototypeOf(value) !== Object.prototype) return Infinity
  if (Object.keys(value).length > inputLimits.entries) return Infinity
  let bytes = before
  for (const [key, entry] of Object.entries(value))
    bytes = bytesOf(entry, depth + 1, bytes + Buffer.byteLength(key))
  return bytes
}
