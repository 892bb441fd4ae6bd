import { contextBridge, ipcRenderer } from 'electron'
import { channelNames, deskEvent, progressEvent } from '../domain/channel-names.ts'

const doors = Object.fromEntries(
  channelNames.map((channel) => [channel, (input: unknown) => ipcRenderer.invoke(channel, input)]),
)

contextBridge.exposeInMainWorld('ledger', doors)
contextBridge.exposeInMainWorld('ledgerEvents', {
  onProgress: (listener: (progress: unknown) => void) => listenTo(progressEvent, listener),
  onDesk: (listener: (event: unknown) => void) => listenTo(deskEvent, listener),
})

function listenTo(channel: string, listener: (news: unknown) => void): () => void {
  const forward = (_event: unknown, news: unknown) => listener(news)
  ipcRenderer.on(channel, forward)
  return () => ipcRenderer.off(channel, forward)
}
