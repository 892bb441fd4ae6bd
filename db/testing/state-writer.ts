import { writeSmallState } from '../small-state-file.ts'

/** Runs as a process of its own until it is killed: writes one state after another and says which are safe. */
const [path = '', first = '0'] = process.argv.slice(2)

for (let count = Number(first); ; count += 1) {
  // Longer and shorter by turns, as key slots and settings are.
  await writeSmallState(path, { count, filler: '台账'.repeat((count * 37) % 400) })
  process.stdout.write(`${count}\n`)
}
