import { acknowledge } from './acknowledge.ts'
import { keyFrom } from './backup-office.ts'
import type { DisturbedOrder, DisturbedReport } from './disturbed-order.ts'
import { startFileWork } from './file-works.ts'
import { codeOfRejection } from '../oracle/failure-code.ts'
import { readImage, writeImage } from '../shim/disk-image.ts'
import { liftFault, setFault, type Fault } from '../shim/fault-control.ts'

/*
 * A program of its own, run under the shim: does one kind of work with files again and again while the disk or another
 * program disturbs it, and looks what the office was told, what is there afterwards and whether the next try works.
 */

const { room, control, base, source, key, work, faults } = JSON.parse(
  process.argv[2] ?? '{}',
) as DisturbedOrder
const before = readImage(base)

for (const { at, ...fault } of faults) {
  const whole = await attempt({ ...fault, failAt: 0 })
  const failAt = Math.floor(at * whole.seenCount) + 1
  if (whole.code !== 'none') whole.problems.push(`undisturbed: ${whole.code}`)
  const report = whole.problems.length > 0 ? whole : await attempt({ ...fault, failAt })
  acknowledge(JSON.stringify(report))
}

async function attempt(fault: Fault): Promise<DisturbedReport & { readonly problems: string[] }> {
  writeImage(room, before)
  const problems: string[] = []
  const doing = await startFileWork(work, { room, source, key: keyFrom(key), before })
  setFault(control, fault)
  const startedAt = performance.now()
  const code = await codeOfRejection(doing.perform)
  const tookMs = performance.now() - startedAt
  const counts = liftFault(control)
  try {
    problems.push(...(await doing.problemsAfter(code === 'none')))
    if (code !== 'none') {
      const again = await codeOfRejection(doing.perform)
      if (again !== 'none') problems.push(`the next try: ${again}`)
      problems.push(...(await doing.problemsAfter(true)).map((problem) => `after the next try, ${problem}`))
    }
    doing.end()
  } catch (error) {
    problems.push(String(error))
  }
  return { work, fault, code, tookMs, ...counts, problems }
}
