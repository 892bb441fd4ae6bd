import { app, clipboard } from 'electron'
import { join } from 'node:path'
import type { AgreedPaper, PeopleOnPaper } from '../../db/paper/issue-paper.service.ts'
import type { IssuedList, ListWay } from '../../db/resident-list/issue-list.service.ts'
import type { Progress } from '../../domain/contract.ts'
import { FailureError, success, valueOf, type Reply } from '../../domain/failure.ts'
import { dialogTexts } from '../../domain/labels/dialog.zh.ts'
import { listLabels, listColumnWidths } from '../../domain/labels/resident-list.zh.ts'
import { screenColumns } from '../../domain/list-column.ts'
import { isOwnFieldKey } from '../../domain/own-field.ts'
import type { ResidentList } from '../../domain/resident-list.ts'
import { clipboardTable } from '../export/clipboard-table.ts'
import { writeWorkbook } from '../export/write-workbook.ts'
import type { LedgerDoor } from '../ledger/ledger-door.ts'
import { askForSavePath } from '../own-dialogs.ts'
import { systemClock } from '../system-clock.ts'
import type { HandlerMap } from './handler-map.ts'
import { agreedToLeave, leaveOrTell } from './leaving.ts'

/** Unit: people in one answer of the ledger. */
const peoplePerPage = 200

/** Lists of residents that leave the window: into a workbook, or into the clipboard. */
export function residentListHandlers(
  door: LedgerDoor,
  onProgress: (progress: Progress) => void,
): HandlerMap<'residentList.save' | 'residentList.copy' | 'residentList.cancel'> {
  let writing: AbortController | undefined

  return {
    'residentList.save': async (list, { contentsId }) => {
      const agreed = await agreedTo(door, list, 'savedAsWorkbook', contentsId)
      if (agreed === null) return success({ isSaved: false, rowCount: 0 })
      const filePath = await askForSavePath(contentsId, {
        title: dialogTexts.saveList,
        defaultPath: join(app.getPath('documents'), dialogTexts.listFileName(systemClock.todayOn())),
        filters: [{ name: dialogTexts.workbookFiles, extensions: ['xlsx'] }],
      })
      if (filePath === undefined) return success({ isSaved: false, rowCount: 0 })
      const controller = new AbortController()
      writing?.abort()
      writing = controller
      const rowCount = await leave(door, { list, way: 'savedAsWorkbook', agreed }, (issued) =>
        writeWorkbook(filePath, {
          title: listLabels.title,
          columns: list.columns.map((column, index) => ({
            header: issued.headers[index] ?? '',
            widthCharacters: (isOwnFieldKey(column) ? undefined : listColumnWidths[column]) ?? 14,
          })),
          rows: rowsOf(door, issued, { signal: controller.signal, onProgress }),
          pageFooter: listLabels.pageFooter,
        }),
      )
      return success({ isSaved: true, rowCount })
    },
    'residentList.copy': async ({ selection, ownColumns }, { contentsId }) => {
      const list: ResidentList = {
        selection,
        columns: [...screenColumns, ...ownColumns],
        numbers: 'masked',
        reason: null,
      }
      const agreed = await agreedTo(door, list, 'copied', contentsId)
      if (agreed === null) return success({ isCopied: false, rowCount: 0 })
      const rowCount = await leave(door, { list, way: 'copied', agreed }, async (issued) => {
        const rows: string[][] = [[...issued.headers]]
        for await (const row of rowsOf(door, issued)) rows.push([...row])
        await clipboard.writeText(clipboardTable(rows))
      })
      return success({ isCopied: true, rowCount })
    },
    'residentList.cancel': () => {
      writing?.abort()
      return Promise.resolve(success({}))
    },
  }
}

interface Leaving {
  readonly list: ResidentList
  readonly way: ListWay
  readonly agreed: AgreedPaper
}

/** What the user agreed to; null when the answer was no. */
async function agreedTo(
  door: LedgerDoor,
  list: ResidentList,
  way: ListWay,
  contentsId: number,
): Promise<AgreedPaper | null> {
  // The worker answers `peopleOnList` with PeopleOnPaper.
  const people = valueOf((await door.ask('peopleOnList', { list, way })) as Reply<PeopleOnPaper>)
  return agreedToLeave(people, { way, numbers: list.numbers, contentsId })
}

/** The entry comes first. */
async function leave(
  door: LedgerDoor,
  leaving: Leaving,
  work: (issued: IssuedList) => Promise<void>,
): Promise<number> {
  // The worker answers `issueList` with IssuedList.
  const issued = valueOf((await door.ask('issueList', leaving)) as Reply<IssuedList>)
  await leaveOrTell(
    () => work(issued),
    () => door.ask('listFailed', { handle: issued.handle, personCount: issued.rowCount }),
  )
  return issued.rowCount
}

interface Watch {
  readonly signal: AbortSignal
  readonly onProgress: (progress: Progress) => void
}

async function* rowsOf(
  door: LedgerDoor,
  { handle, rowCount }: IssuedList,
  watch?: Watch,
): AsyncGenerator<readonly string[]> {
  for (let offset = 0; offset < rowCount; offset += peoplePerPage) {
    if (watch?.signal.aborted === true) throw new FailureError('cancelled')
    // The worker answers `listRows` with the cells of each row.
    const reply = (await door.ask('listRows', { handle, offset, limit: peoplePerPage })) as Reply<string[][]>
    yield* valueOf(reply)
    const doneCount = Math.min(offset + peoplePerPage, rowCount)
    watch?.onProgress({ task: 'listExport', doneCount, totalCount: rowCount })
  }
}
