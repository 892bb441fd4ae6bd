/** Unit: rows; so that one step of work on a roster stays far below the time anybody notices. */
export const rowsPerStep = 500

/** Whether a step of the work on a roster is over before this row. */
export function isStepEnd(index: number): boolean {
  return index > 0 && index % rowsPerStep === 0
}
