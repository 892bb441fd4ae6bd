import { contextBridge, ipcRenderer } from 'electron'
import { channelNames, progressEvent } from '../domain/channel-names.ts'

const doors = Object.fromEntries(
  channelNames.map((channel) => [channel, (input: unknown) => ipcRenderer.invoke(channel, input)]),
)

contextBridge.exposeInMainWorld('ledger', doors)
contextBridge.exposeInMainWorld('ledgerEvents', {
  onProgress: (listener: (progress: unknown) => void) => {
    const forward = (_event: unknown, progress: unknown) => listener(progress)
    ipcRenderer.on(progressEvent, forward)
    return () => ipcRenderer.off(progressEvent, forward)
  },
})
