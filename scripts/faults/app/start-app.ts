import { registerHooks } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { deskEvent, type DeskEvent } from '../../../domain/channel-names.ts'
import type { Reply } from '../../../domain/failure.ts'
import { inProject } from '../../setup/project.mjs'
import type * as StandIn from './electron-stand-in.ts'
import { allWindows, drawing, registered, toPage, type RegisteredHandler } from './stand-in-windows.ts'

/** The built main process, running under Node with its real worker and its real ledger. */
export interface AppUnderNode {
  /** Asks as the window's page does; the input is cloned on its way. */
  readonly ask: (channel: string, input?: unknown) => Promise<Reply<unknown>>
  /** Asks as somebody else does. */
  readonly askAs: (event: object, channel: string, input: unknown) => Promise<Reply<unknown>>
  readonly page: () => { readonly id: number; readonly mainFrame: object }
  readonly handlers: ReadonlyMap<string, RegisteredHandler>
  /** What the system knows of the PC and tells of it. */
  readonly pc: {
    /** Unit: seconds since anybody touched it. */
    readonly isIdleFor: (seconds: number) => void
    readonly tell: (news: 'suspend' | 'resume' | 'lock-screen' | 'unlock-screen') => void
    /** Somebody types into the page. */
    readonly touchPage: () => void
  }
  /** Calls back for what main tells its page about the desk. */
  readonly onDesk: (listener: (news: DeskEvent) => void) => void
  readonly answers: StandIn.Answers
  /** Whether hidden windows draw their papers, and what they drew. */
  readonly drawing: typeof drawing
  /** Ends it as the user does; resolves when everything is closed. */
  readonly quit: () => Promise<void>
}

/** Starts it with this folder for the user's data: once in a process, which needs one of its own for it. */
export async function startApp(userData: string): Promise<AppUnderNode> {
  process.env['FAULTS_USER_DATA'] = userData
  const standIn = pathToFileURL(join(import.meta.dirname, 'electron-stand-in.ts')).href
  registerHooks({
    resolve: (specifier, context, next) =>
      specifier === 'electron' ? { url: standIn, shortCircuit: true } : next(specifier, context),
  })
  // The app goes on after one; whoever drives it here would be waited for in vain.
  process.on('uncaughtException', (error) => {
    process.stderr.write(`${error.stack ?? error.message}\n`, () => process.exit(1))
  })
  const electron = (await import(standIn)) as typeof StandIn
  await import(pathToFileURL(inProject('out', 'main', 'main.js')).href)
  // Another window takes the place of the first one when the desk is covered; a paper's window comes after it.
  const page = () => allWindows().findLast(({ webContents }) => !webContents.isForPaper())?.webContents
  while (page() === undefined) await new Promise(setImmediate)
  const askAs: AppUnderNode['askAs'] = async (event, channel, input) => {
    const handler = registered.get(channel)
    if (handler === undefined) throw new Error(`nobody answers ${channel}`)
    // What IPC does with an answer and an input.
    return structuredClone(await handler(event, structuredClone(input))) as Reply<unknown>
  }
  return {
    ask: (channel, input = {}) => {
      const sender = page()
      return askAs({ sender, senderFrame: sender?.mainFrame }, channel, input)
    },
    askAs,
    page: () => page() ?? { id: 0, mainFrame: {} },
    handlers: registered,
    answers: electron.answers,
    pc: {
      isIdleFor: (seconds) => {
        electron.presence.idleSeconds = seconds
      },
      tell: (news) => void electron.powerMonitor.emit(news),
      touchPage: () => void page()?.emit('input-event'),
    },
    onDesk: (listener) => void toPage.on(deskEvent, listener),
    drawing,
    quit: async () => {
      const ended = new Promise<void>((resolve) => electron.app.once('exited', () => resolve()))
      electron.app.quit()
      await ended
    },
  }
}
