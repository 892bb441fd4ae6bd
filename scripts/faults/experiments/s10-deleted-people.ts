import { ownPhone } from '../../../domain/resident.ts'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { collectMisses, type Experiment } from '../experiment.ts'
import { closeOffice } from '../office-ledger.ts'
import { makeKeptOffice, openKept, type KeptOffice } from '../work/backup-office.ts'
import { openedPages } from '../../../db/testing/cipher-pages.ts'
import { canaries, canaryBytes } from '../work/canaries.ts'
import { officePlan } from '../work/office-plan.ts'
import { performStep } from '../work/perform-step.ts'

/** Who was taken out of the ledger is in none of its pages any more, even for somebody who has the key. */
export const deletedPeople: Experiment = {
  id: 'S10',
  what: 'people taken out again: no trace in the decrypted file; canary: without secure_delete there is',
  run: async ({ folder }) => {
    const { misses, expect } = collectMisses()
    const { there, left } = await tracesAfterUndo(join(folder, 'office'))
    expect(
      there >= canaries.length * 5,
      `only ${there} texts are in the file at first, so that finding none proves nothing`,
    )
    expect(left === 0, `${left} texts are left after the people were taken out`)
    const weak = await tracesAfterUndo(join(folder, 'weak'), 'secure_delete = OFF')
    expect(weak.left > 0, 'without secure_delete nothing is left either, so that the search proves nothing')
    return { triedCount: canaries.length * 5, misses, note: `without secure_delete ${weak.left} are left` }
  },
}

/** With the product's own settings, or with one of them weakened. */
async function tracesAfterUndo(folder: string, weaker?: string) {
  const office = await makeKeptOffice(join(folder, 'office.ledger'))
  const ledger = openKept(office)
  if (weaker !== undefined) ledger.raw.pragma(weaker)
  const [step] = officePlan('edit', 107, 0).base
  if (step?.kind !== 'import') throw new Error('a plan begins with an import')
  const people = canaries.flatMap(({ name, note, phone, passport, address }, index) => {
    const person = step.people[index]
    if (person === undefined) return []
    const phones = [ownPhone(phone)]
    return [
      {
        ...person,
        name,
        note,
        phones,
        idDocumentType: 'passport' as const,
        idNumber: passport,
        registeredAddress: address,
      },
    ]
  })
  await performStep(ledger, { kind: 'import', fileName: 'newcomers.xlsx', people, newPhones: [] })
  ledger.raw.pragma('wal_checkpoint(TRUNCATE)')
  closeOffice(ledger)
  const there = tracesIn(office)
  const again = openKept(office)
  if (weaker !== undefined) again.raw.pragma(weaker)
  await performStep(again, { kind: 'undo' })
  closeOffice(again)
  return { there, left: tracesIn(office) }
}

function tracesIn({ filePath, key }: KeptOffice): number {
  const bytes = Buffer.concat(openedPages(readFileSync(filePath), key))
  return canaryBytes().filter((text) => bytes.includes(text)).length
}
