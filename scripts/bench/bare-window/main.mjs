// The least an Electron program can do: a window of the product's size with one page that answers a key.
import { app, BrowserWindow } from 'electron'
import { join } from 'node:path'

app.on('window-all-closed', () => app.quit())
app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1366, height: 768, backgroundColor: '#f3f6f5' })
  window.loadFile(join(import.meta.dirname, 'index.html'))
})
