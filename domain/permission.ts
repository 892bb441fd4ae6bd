import type { ChannelName } from './contract.ts'
import type { Actor, StaffRole } from './staff.ts'

/** Who may use a channel: before anybody has signed in, or these roles and nobody else. */
type Access = 'anybody' | readonly StaffRole[]

const everybody = ['director', 'worker', 'viewer'] as const
const workers = ['director', 'worker'] as const
const directors = ['director'] as const

/** The one table of who may do what; a channel that is not in it does not compile, and nothing is allowed by default. */
const channelAccess = {
  'app.state': 'anybody',
  'setup.chooseFolder': 'anybody',
  'setup.createLedger': 'anybody',
  'setup.openExisting': 'anybody',
  'setup.retry': 'anybody',
  'setup.trustClock': 'anybody',
  'setup.reactivateLedger': 'anybody',
  'setup.startOver': 'anybody',
  'setup.removeSample': directors,
  'setup.protectLedger': 'anybody',
  'setup.confirmRecoveryCode': directors,
  'setup.renewRecoveryCode': directors,
  'setup.suggestPassword': 'anybody',
  'staff.signIn': 'anybody',
  'staff.signInWithCode': 'anybody',
  'staff.unlockWithPin': 'anybody',
  'staff.lock': everybody,
  'staff.signOut': everybody,
  'staff.list': directors,
  'staff.add': directors,
  'staff.change': directors,
  'staff.duties': directors,
  'staff.close': directors,
  'staff.resetPassword': directors,
  'staff.changeOwnPassword': everybody,
  'staff.setOwnPin': everybody,
  'help.saveDiagnostics': 'anybody',
  'draft.list': workers,
  'draft.get': workers,
  'draft.keep': workers,
  'draft.discard': workers,
  // Says nothing, and a page that nobody is signed in at answers too.
  'draft.allKept': 'anybody',
  'backup.overview': workers,
  'backup.make': workers,
  'backup.chooseStick': workers,
  'backup.toStick': workers,
  'backup.stopStick': workers,
  'backup.choose': directors,
  'backup.open': directors,
  'backup.restore': directors,
  'backup.drop': directors,
  /** Only while no ledger can be opened; the backup's own password or the printed code is asked. */
  'setup.backups': 'anybody',
  'setup.chooseBackup': 'anybody',
  'setup.openBackup': 'anybody',
  'setup.restoreBackup': 'anybody',
  'committee.save': directors,
  'settings.save': everybody,
  'settings.saveIdleLock': directors,
  'settings.moveLedger': directors,
  'settings.retireLedger': directors,
  'settings.cancelMove': directors,
  'building.list': everybody,
  'building.page': everybody,
  'building.get': everybody,
  'building.dwellings': everybody,
  'building.add': workers,
  'building.rename': workers,
  'building.setAliases': workers,
  'building.setDemolished': workers,
  'building.setArea': workers,
  'building.merge': workers,
  'register.page': everybody,
  'register.save': workers,
  'register.remove': workers,
  'register.choices': everybody,
  'office.profile': everybody,
  'office.saveProfile': directors,
  'office.summary': everybody,
  'resident.list': everybody,
  'resident.get': everybody,
  'resident.save': workers,
  'resident.reveal': workers,
  'resident.listSealed': workers,
  'resident.saveSealed': workers,
  'resident.idNumberOwner': workers,
  'resident.visits': everybody,
  'resident.timeline': everybody,
  'resident.undoChange': workers,
  'resident.remove': workers,
  'resident.restore': workers,
  'resident.listRemoved': workers,
  'life.get': everybody,
  'life.record': workers,
  'life.withdraw': workers,
  'count.sheet': workers,
  'count.rows': workers,
  'count.submit': workers,
  'count.submitted': workers,
  'count.getSubmitted': workers,
  'audit.list': directors,
  'audit.check': directors,
  'household.get': everybody,
  'import.chooseFile': workers,
  'import.preview': workers,
  'import.rows': workers,
  'import.apply': workers,
  'import.cancel': workers,
  'import.last': workers,
  'import.undoLast': workers,
  'visitRule.list': everybody,
  'visitRound.festivals': everybody,
  'visitRound.list': everybody,
  'visitRound.get': everybody,
  'visitRound.create': workers,
  'visitRound.countTargets': workers,
  'visitTask.list': everybody,
  'visitTask.get': everybody,
  'visitTask.add': workers,
  'visitTask.remove': workers,
  'visitTask.restore': workers,
  'visitTask.record': workers,
  'paper.visitList': workers,
  'paper.recoveryCode': directors,
  'print.visitList': workers,
  'print.printers': workers,
  'print.savePdf': workers,
  'print.toPrinter': workers,
  'print.sheetsReady': workers,
} as const satisfies Record<ChannelName, Access>

/** Whether this person, or nobody, may use a channel. */
export function mayUse(actor: Actor | null, channel: ChannelName): boolean {
  const access: Access = channelAccess[channel]
  if (access === 'anybody') return true
  return actor !== null && access.includes(actor.role)
}

/** What looks for a ledger anew, and so would end what still runs behind a covered desk. */
const endingTheDesk: readonly ChannelName[] = [
  'setup.createLedger',
  'setup.openExisting',
  'setup.retry',
  'setup.trustClock',
  'setup.startOver',
  'setup.reactivateLedger',
  'setup.protectLedger',
  'setup.chooseBackup',
  'setup.openBackup',
  'setup.restoreBackup',
]

/** Whether somebody must have uncovered the desk first. */
export function mayUseAtCoveredDesk(channel: ChannelName): boolean {
  return !endingTheDesk.includes(channel)
}
