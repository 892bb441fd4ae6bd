import { BrowserWindow, dialog } from 'electron'
import { dialogTexts } from '../domain/labels/dialog.zh.ts'

/*
 * A page goes with its owner's sitting. What it has asked may still stand on the screen when somebody else sits there:
 * whatever is answered then was answered by nobody.
 */

/** Asks for one file or folder over the page that wants it; undefined when the user cancels. */
export async function askForOpenPath(
  contentsId: number,
  options: Electron.OpenDialogOptions,
): Promise<string | undefined> {
  const chosen = await overPage(contentsId, (parent) => dialog.showOpenDialog(parent, options))
  return chosen?.canceled === false ? chosen.filePaths[0] : undefined
}

/** Asks where to save, over the page that wants it; undefined when the user cancels. */
export async function askForSavePath(
  contentsId: number,
  options: Electron.SaveDialogOptions,
): Promise<string | undefined> {
  const chosen = await overPage(contentsId, (parent) => dialog.showSaveDialog(parent, options))
  return chosen?.canceled === false ? chosen.filePath : undefined
}

/** Whether the window may be closed although its page holds something that is not saved. */
export async function mayLoseUnsaved(window: BrowserWindow): Promise<boolean> {
  const { title, text, leave, stay } = dialogTexts.unsaved
  // Over a minimized window nobody would see the question.
  if (window.isMinimized()) window.restore()
  const { response } = await dialog.showMessageBox(window, {
    type: 'warning',
    title,
    message: title,
    detail: text,
    buttons: [stay, leave],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  })
  return response === 1
}

interface BulkQuestion {
  readonly title: string
  readonly text: string
  readonly goOn: string
  readonly stop: string
}

/** Whether something concerning very many people may be done; a page can ask this but never answer it. */
export async function mayDoInBulk(
  contentsId: number,
  { title, text, goOn, stop }: BulkQuestion,
): Promise<boolean> {
  const question = {
    type: 'warning',
    title,
    message: title,
    detail: text,
    buttons: [stop, goOn],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  } as const
  const answer = await overPage(contentsId, (parent) =>
    dialog.showMessageBox(parent, { ...question, buttons: [...question.buttons] }),
  )
  return answer?.response === 1
}

type OwnWindow = ReturnType<typeof BrowserWindow.getAllWindows>[number]

/**
 * Asks over the page that wants it: with a parent the dialog can't be lost behind the window or asked for twice.
 * Undefined when that page is gone, before the question or before the answer.
 */
async function overPage<T>(
  contentsId: number,
  ask: (parent: OwnWindow) => Promise<T>,
): Promise<T | undefined> {
  const parent = BrowserWindow.getAllWindows().find((window) => window.webContents.id === contentsId)
  if (parent === undefined) return undefined
  const answer = await ask(parent)
  return parent.isDestroyed() ? undefined : answer
}
