import { app } from 'electron'
import { importReaderName } from './import/import-files.ts'
import { logProcessEnd } from './log.ts'

/** Records every process besides the windows' that ends by itself; Chromium starts those it needs again. */
export function logEndedProcesses(): void {
  app.on('child-process-gone', (_event, { type, name, reason, exitCode }) => {
    // The import reader is ended on purpose after each file; what became of the file is said to the user.
    const isExpected = reason === 'clean-exit' || (name === importReaderName && reason === 'killed')
    if (!isExpected) logProcessEnd(name ?? type, reason, exitCode)
  })
}
