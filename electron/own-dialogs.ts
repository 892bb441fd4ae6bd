import { BrowserWindow, dialog } from 'electron'
import { dialogTexts } from '../domain/labels/dialog.zh.ts'

/** Asks for one file or folder over the page that wants it; undefined when the user cancels. */
export async function askForOpenPath(
  contentsId: number,
  options: Electron.OpenDialogOptions,
): Promise<string | undefined> {
  const parent = windowOf(contentsId)
  const { canceled, filePaths } = await (parent === undefined
    ? dialog.showOpenDialog(options)
    : dialog.showOpenDialog(parent, options))
  return canceled ? undefined : filePaths[0]
}

/** Asks where to save, over the page that wants it; undefined when the user cancels. */
export async function askForSavePath(
  contentsId: number,
  options: Electron.SaveDialogOptions,
): Promise<string | undefined> {
  const parent = windowOf(contentsId)
  const { canceled, filePath } = await (parent === undefined
    ? dialog.showSaveDialog(options)
    : dialog.showSaveDialog(parent, options))
  return canceled ? undefined : filePath
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
  const parent = windowOf(contentsId)
  const { response } = await (parent === undefined
    ? dialog.showMessageBox({ ...question, buttons: [...question.buttons] })
    : dialog.showMessageBox(parent, { ...question, buttons: [...question.buttons] }))
  return response === 1
}

/** With a parent the dialog can't be lost behind the window or asked for twice. */
function windowOf(contentsId: number) {
  return BrowserWindow.getAllWindows().find((window) => window.webContents.id === contentsId)
}
