/** Answered at any desk: they know of nobody, or only of who may sit down. */
const always = [
  'app.state',
  'setup.chooseFolder',
  'setup.suggestPassword',
  'help.saveDiagnostics',
  'draft.allKept',
]

/** What may be answered while nobody has shown who they are, written down a second time on purpose. */
export const quietWhile: Readonly<Record<'covered' | 'left', readonly string[]>> = {
  covered: always,
  left: [
    ...always,
    'setup.retry',
    'setup.trustClock',
    'setup.openExisting',
    'setup.chooseBackup',
    'setup.backups',
  ],
}
