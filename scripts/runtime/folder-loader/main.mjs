// The official release starts the folder named on its command line; the stand-in has no such default app, so this is it.
import { app } from 'electron'
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

const folder = resolve(process.argv.slice(1).find((argument) => !argument.startsWith('-')) ?? '.')
const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))

process.defaultApp = true
app.setName(manifest.productName ?? manifest.name)
app.setVersion(manifest.version)
app.setAppPath(folder)
// Awaited at top level: Electron then holds back its ready event until the app has set itself up.
await import(pathToFileURL(join(folder, manifest.main)).href)
