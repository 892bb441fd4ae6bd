/** Makes a switch that forgot a case a compile error. Throws: when a value from outside slipped through unparsed. */
export function assertNever(value: never): never {
  throw new Error(`unexpected case: ${typeof value}`)
}
