import type {} from 'electron'

/** Takes the place of node:worker_threads in the ledger's worker, so that the very same worker answers over a process's port. */
export const parentPort = {
  on: (_event: 'message', listener: (message: unknown) => void) => {
    process.parentPort.on('message', ({ data }: { readonly data: unknown }) => listener(data))
  },
  postMessage: (message: unknown) => process.parentPort.postMessage(message),
}
