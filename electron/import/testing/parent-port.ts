/** Puts Electron's port of a utility process in place where plain Node runs its code as a child. */
export function placeParentPort(): void {
  const port = {
    once: (_name: 'message', listener: (event: { readonly data: unknown }) => void) =>
      process.once('message', (data) => listener({ data })),
    on: (_name: 'message', listener: (event: { readonly data: unknown }) => void) =>
      process.on('message', (data) => listener({ data })),
    postMessage: (message: unknown) => process.send?.(message),
  }
  Object.assign(process, { parentPort: port })
}
