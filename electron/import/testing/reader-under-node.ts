import { placeParentPort } from './parent-port.ts'

// The reader's own process as plain Node runs it: only Electron's port is put in place.
placeParentPort()
await import('../import-reader.ts')
