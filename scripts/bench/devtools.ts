interface DevToolsMessage {
  readonly id?: number
  readonly method?: string
  readonly params?: Readonly<Record<string, unknown>>
  readonly result?: Readonly<Record<string, unknown>>
  readonly error?: { readonly message: string }
}

type Params = Readonly<Record<string, unknown>>

/** A running program's debugging door, used raw because a test driver holds the start of the program back. */
export interface DevTools {
  readonly send: (method: string, params?: Params, sessionId?: string) => Promise<Params>
  /** Calls back for each event of that name. */
  readonly on: (method: string, listener: (params: Params) => void) => void
  readonly whenClosed: Promise<void>
}

export async function connectDevTools(address: string): Promise<DevTools> {
  const socket = new WebSocket(address)
  const waiting = new Map<number, { resolve: (value: Params) => void; reject: (error: Error) => void }>()
  const listeners: { readonly method: string; readonly listener: (params: Params) => void }[] = []
  let lastId = 0

  socket.addEventListener('message', ({ data }: MessageEvent<string>) => {
    // Chromium's own protocol: a reply carries an id, an event a method.
    const { id, method, params, result, error } = JSON.parse(data) as DevToolsMessage
    if (id === undefined) {
      for (const one of listeners) if (one.method === method) one.listener(params ?? {})
      return
    }
    if (error === undefined) waiting.get(id)?.resolve(result ?? {})
    else waiting.get(id)?.reject(new Error(error.message))
    waiting.delete(id)
  })
  const whenClosed = new Promise<void>((resolve) => {
    socket.addEventListener('close', () => {
      for (const { reject } of waiting.values()) reject(new Error('the program has ended'))
      waiting.clear()
      resolve()
    })
  })
  await new Promise<void>((resolve, reject) => {
    socket.addEventListener('open', () => resolve(), { once: true })
    socket.addEventListener('error', () => reject(new Error('the debugging door does not open')), {
      once: true,
    })
  })

  return {
    send: (method, params = {}, sessionId) =>
      new Promise((resolve, reject) => {
        lastId += 1
        waiting.set(lastId, { resolve, reject })
        socket.send(JSON.stringify({ id: lastId, method, params, ...(sessionId && { sessionId }) }))
      }),
    on: (method, listener) => listeners.push({ method, listener }),
    whenClosed,
  }
}
