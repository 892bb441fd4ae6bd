import { copyFileSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ledgerFileIn, openAfterwards } from '../app/app-office.ts'
import { makePlain } from '../../plain/plain-ledger.ts'
import { collectMisses, type Experiment } from '../experiment.ts'
import { closeOffice } from '../office-ledger.ts'
import { readImage } from '../shim/disk-image.ts'
import { canaryBytes } from '../work/canaries.ts'
import { startProgram } from '../work/start-program.ts'

/** Nothing of the people in the ledger can be read in any file, whatever the program did and however it ended. */
export const nothingReadable: Experiment = {
  id: 'S9',
  what: '50 canaries through every feature, kill -9, then every file searched; canary: the plain file',
  run: async ({ folder }) => {
    const { misses, expect } = collectMisses()
    const [user, temp] = [join(folder, 'user'), join(folder, 'temp')]
    for (const one of [user, temp]) mkdirSync(one)
    const program = startProgram(
      'app-canaries.ts',
      { folder },
      {
        environment: { TMPDIR: temp, HOME: temp },
        onAck: () => setTimeout(() => program.kill(), 150),
      },
    )
    const { acks, errorText } = await program.end
    expect(acks.includes('written'), `nothing was written: ${errorText}`)
    const texts = canaryBytes()
    let searched = 0
    for (const [path, bytes] of [...readImage(user), ...readImage(temp)]) {
      if (bytes === null) continue
      searched += 1
      const found = texts.filter((text) => bytes.includes(text)).length
      expect(found === 0, `${path} holds ${found} of the canaries`)
      expect(!texts.some((text) => path.includes(text.toString('utf8'))), `${path} is named after somebody`)
    }
    const { ledger, key } = await openAfterwards(user)
    closeOffice(ledger)
    const plain = join(folder, 'plain.db')
    copyFileSync(ledgerFileIn(user), plain)
    makePlain(plain, key)
    const bytes = readFileSync(plain)
    const there = texts.filter((text) => bytes.includes(text)).length
    expect(there >= 50, `only ${there} canaries are in the ledger, so that finding none proves nothing`)
    return {
      triedCount: texts.length / 2,
      misses,
      note: `${searched} files, ${there} found in the plain one`,
    }
  },
}
