import { copyFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { writePlaceFile } from '../../../electron/place-file.ts'
import { closeOffice } from '../office-ledger.ts'
import { makeControlFile } from '../shim/fault-control.ts'
import { readImage, writeImage } from '../shim/disk-image.ts'
import { addSomebody, backUp, makeKeptOffice, openKept } from '../work/backup-office.ts'
import type { DisturbedOrder, DisturbedReport, FaultSomewhere, FileWork } from '../work/disturbed-order.ts'
import { roomFiles } from '../work/file-works.ts'
import { runProgram } from '../work/start-program.ts'

/** A room with everything that the works are about, and a backup brought from elsewhere. */
export interface DisturbedScene {
  readonly base: string
  readonly source: string
  readonly key: string
}

export async function disturbedScene(folder: string): Promise<DisturbedScene> {
  const base = join(folder, 'base')
  const office = await makeKeptOffice(join(base, roomFiles.ledger))
  const ledger = openKept(office)
  const source = join(folder, 'source.llbak')
  const first = await backUp(ledger, office.key)
  copyFileSync(first, source)
  const stick = join(base, roomFiles.stick)
  mkdirSync(stick)
  copyFileSync(first, join(stick, basename(first)))
  await addSomebody(ledger, 1)
  closeOffice(ledger)
  await writePlaceFile(join(base, roomFiles.place), 'round before')
  writeFileSync(join(base, roomFiles.list), 'an older list')
  return { base, source, key: office.key.toString('hex') }
}

/** Does one work with every fault, in a room of its own. */
export async function disturb(
  scene: DisturbedScene,
  work: FileWork,
  faults: readonly FaultSomewhere[],
): Promise<readonly DisturbedReport[]> {
  const room = join(dirname(scene.base), work)
  writeImage(room, readImage(scene.base))
  const control = `${room}.control`
  makeControlFile(control)
  const order: DisturbedOrder = { ...scene, room, control, work, faults }
  const acks = await runProgram('disturbed-files.ts', order, { shim: { folder: room, control } })
  for (const used of [room, `${room}-drill`]) rmSync(used, { recursive: true, force: true })
  return acks.map((ack) => JSON.parse(ack) as DisturbedReport)
}
