import { _electron, type ElectronApplication, type Page } from '@playwright/test'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface RunningApp {
  readonly app: ElectronApplication
  readonly window: Page
  readonly userData: string
}

const foldersMade: string[] = []
process.once('exit', () => {
  for (const folder of foldersMade) rmSync(folder, { recursive: true, force: true })
})

/** A folder of its own, named as Windows users have it; it goes when the tests are through. */
export function newUserData(): string {
  const folder = mkdtempSync(join(tmpdir(), 'linli 用户-'))
  foldersMade.push(folder)
  return folder
}

/** How the packaged app is started. */
export function launchArguments(userData: string): { executablePath: string; args: string[] } {
  const executablePath = process.env['LINLI_APP_EXECUTABLE']
  if (executablePath === undefined) throw new Error('LINLI_APP_EXECUTABLE names the packaged app')
  const flags = (process.env['LINLI_APP_FLAGS'] ?? '').split(' ').filter((flag) => flag !== '')
  return { executablePath, args: [...flags, `--user-data-dir=${userData}`] }
}

/** Starts the packaged app as a user does; a launcher is a program that becomes the app under other conditions. */
export async function launchApp(userData = newUserData(), launcher?: string): Promise<RunningApp> {
  const { executablePath, args } = launchArguments(userData)
  const app = await _electron.launch({ executablePath: launcher ?? executablePath, args })
  return { app, window: await app.firstWindow(), userData }
}

/** Stands in for the system's open dialog. */
export async function answerOpenDialog({ app }: RunningApp, path: string | null): Promise<void> {
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showOpenDialog = () =>
      Promise.resolve({ canceled: filePath === null, filePaths: filePath === null ? [] : [filePath] })
  }, path)
}

/** Stands in for the system's save dialog. */
export async function answerSaveDialog({ app }: RunningApp, path: string): Promise<void> {
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath })
  }, path)
}

/** What the system's question boxes asked so far. */
export type AskedQuestions = () => Promise<readonly string[]>

/** Stands in for the system's question box and presses the button of that name. */
export async function answerQuestions({ app }: RunningApp, button: string): Promise<AskedQuestions> {
  const asked = await app.evaluateHandle(({ dialog }, label) => {
    const questions: string[] = []
    dialog.showMessageBox = (...args: readonly unknown[]) => {
      const { message, buttons } = args.at(-1) as Electron.MessageBoxOptions
      questions.push(message)
      return Promise.resolve({ response: buttons?.indexOf(label) ?? -1, checkboxChecked: false })
    }
    return questions
  }, button)
  return () => asked.jsonValue()
}

/** Closes the window as its X and Alt+F4 do. */
export async function pressX({ app }: RunningApp): Promise<void> {
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())
}

interface AskedRequest {
  readonly channel: string
  readonly input: unknown
}

/** What the window asks of main from now on, in order. */
export async function watchRequests({ app }: RunningApp): Promise<() => Promise<readonly AskedRequest[]>> {
  const asked = await app.evaluateHandle(({ BrowserWindow }) => {
    const requests: AskedRequest[] = []
    // The runtime's own event behind every request: listening to it changes nothing on the way.
    const contents = BrowserWindow.getAllWindows()[0]?.webContents as NodeJS.EventEmitter | undefined
    contents?.on('-ipc-invoke', (...details: readonly unknown[]) => {
      // Older runtimes put one more thing before the channel's name and the inputs, which come last.
      const [channel, inputs] = details.slice(-2) as [string, readonly unknown[]]
      requests.push({ channel, input: inputs[0] })
    })
    return requests
  })
  return () => asked.jsonValue()
}
