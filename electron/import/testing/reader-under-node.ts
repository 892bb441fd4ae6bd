// The reader's own process as plain Node runs it: only Electron's port is put in place.
const port = {
  once: (_name: 'message', listener: (event: { readonly data: unknown }) => void) =>
    process.once('message', (data) => listener({ data })),
  on: (_name: 'message', listener: (event: { readonly data: unknown }) => void) =>
    process.on('message', (data) => listener({ data })),
  postMessage: (message: unknown) => process.send?.(message),
}
Object.assign(process, { parentPort: port })
await import('../import-reader.ts')

export {}
