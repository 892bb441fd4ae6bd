import { BrowserWindow, dialog } from 'electron'

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

/** With a parent the dialog can't be lost behind the window or asked for twice. */
function windowOf(contentsId: number) {
  return BrowserWindow.getAllWindows().find((window) => window.webContents.id === contentsId)
}
