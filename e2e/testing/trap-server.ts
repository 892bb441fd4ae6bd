import { createSocket } from 'node:dgram'
import { createServer, type AddressInfo } from 'node:net'

/** A place on this machine that nobody may ever reach; it counts who does, by TCP or by UDP. */
export interface Trap {
  readonly port: number
  readonly visits: () => number
  readonly close: () => Promise<void>
}

export async function openTrap(): Promise<Trap> {
  let count = 0
  const tcp = createServer((socket) => {
    count += 1
    socket.on('error', () => undefined).destroy()
  })
  await new Promise<void>((resolve) => tcp.listen(0, '127.0.0.1', resolve))
  const { port } = tcp.address() as AddressInfo
  const udp = createSocket('udp4', () => (count += 1))
  await new Promise<void>((resolve) => udp.bind(port, '127.0.0.1', resolve))
  return {
    port,
    visits: () => count,
    close: async () => {
      udp.close()
      await new Promise((resolve) => tcp.close(resolve))
    },
  }
}
