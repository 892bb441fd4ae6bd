import { pathToFileURL } from 'node:url'
import { placeParentPort } from '../../../electron/import/testing/parent-port.ts'

/*
 * A program of its own: the built code of a utility process under plain Node, with only Electron's port put in place.
 */

placeParentPort()
await import(pathToFileURL(process.argv[2] ?? '').href)
