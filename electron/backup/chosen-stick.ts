import { randomUUID } from 'node:crypto'
import { basename, join, parse } from 'node:path'
import { app } from 'electron'
import { z } from 'zod'
import { readSmallState, writeSmallState } from '../../db/small-state-file.ts'
import { FailureError } from '../../domain/failure.ts'
import { dialogTexts } from '../../domain/labels/dialog.zh.ts'
import { gatherFolderFacts } from '../folder-facts.ts'
import { logUnexpected } from '../log.ts'
import { askForOpenPath } from '../own-dialogs.ts'

interface Stick {
  readonly folder: string
  /** Its own name alone: no path goes to the page. */
  readonly name: string
  readonly isRemovable: boolean
}

/** The folders backups are carried to; the page holds only their handles. */
export interface ChosenSticks {
  /** Null when the user cancels. */
  readonly ask: (contentsId: number) => Promise<(Omit<Stick, 'folder'> & { readonly handle: string }) | null>
  /** The folder of a handle; null stands for the one used last. Throws: handleExpired. */
  readonly stickOf: (handle: string | null) => Promise<Stick>
  readonly remember: (stick: Stick) => Promise<void>
  readonly lastName: () => Promise<string | null>
}

const placeSchema = z.strictObject({ folder: z.string() })

export function startChosenSticks(): ChosenSticks {
  const folders = new Map<string, string>()
  return {
    ask: async (contentsId) => {
      const last = await lastFolder()
      const folder = await askForOpenPath(contentsId, {
        title: dialogTexts.chooseStick,
        ...(last === null ? {} : { defaultPath: last }),
        properties: ['openDirectory', 'createDirectory'],
      })
      if (folder === undefined) return null
      const handle = randomUUID()
      folders.set(handle, folder)
      const { name, isRemovable } = await stickAt(folder)
      return { handle, name, isRemovable }
    },
    stickOf: async (handle) => {
      const folder = handle === null ? await lastFolder() : folders.get(handle)
      if (folder === undefined || folder === null) throw new FailureError('handleExpired')
      return stickAt(folder)
    },
    remember: async ({ folder }) => {
      try {
        await writeSmallState(placeFile(), { folder })
      } catch (error) {
        // The backup is made; next time the folder is asked for again.
        logUnexpected('stick file', error)
      }
    },
    lastName: async () => {
      const folder = await lastFolder()
      return folder === null ? null : nameOf(folder)
    },
  }
}

function placeFile(): string {
  return join(app.getPath('userData'), 'stick.json')
}

async function lastFolder(): Promise<string | null> {
  const state = await readSmallState(placeFile(), (value) => placeSchema.parse(value))
  return state.kind === 'current' || state.kind === 'previous' ? state.value.folder : null
}

async function stickAt(folder: string): Promise<Stick> {
  const facts = { folder, ledgerName: '', personalFolders: [], environment: process.env }
  const { drive } = await gatherFolderFacts(facts)
  return { folder, name: nameOf(folder), isRemovable: drive !== 'fixed' }
}

/** A whole drive is called by its letter. */
function nameOf(folder: string): string {
  return basename(folder) === '' ? parse(folder).root : basename(folder)
}
