import type { Experiment } from './experiment.ts'
import { fullDisk } from './experiments/f1-full-disk.ts'
import { fullDiskInBackup } from './experiments/f1-full-disk-in-backup.ts'
import { smallDisk } from './experiments/f1-small-disk.ts'
import { failingDisk } from './experiments/f2-failing-disk.ts'
import { lostPages, lyingDiskIsSeen } from './experiments/f2-lost-pages.ts'
import { readOnlyDisk, readOnlyFolders } from './experiments/f3-read-only-places.ts'
import { fakeStick } from './experiments/f4-fake-stick.ts'
import { blockedFiles } from './experiments/f5-blocked-files.ts'
import { oddValuesInEveryField } from './experiments/f6-odd-values.ts'
import { releasedLedgers } from './experiments/m1-released-ledgers.ts'
import { brokenOffMigration } from './experiments/m2-broken-off-migration.ts'
import { foreignKeysAfterMigration } from './experiments/m3-foreign-keys.ts'
import { dirtyLedgers } from './experiments/m4-dirty-ledgers.ts'
import { refusedFiles } from './experiments/m5-refused-files.ts'
import { migrationOnABadDisk } from './experiments/m6-migration-on-a-bad-disk.ts'
import { openSettings } from './experiments/r0-open-settings.ts'
import { killedAtWork } from './experiments/r1-killed-at-work.ts'
import { powerCutAtFounding } from './experiments/r2-power-cut-at-founding.ts'
import { powerCutDuring, weakFlushingIsSeen } from './experiments/r2-power-cut-at-work.ts'
import { powerCutInMigration } from './experiments/r2-power-cut-in-migration.ts'
import { killedInMigration } from './experiments/r4-killed-in-migration.ts'

import { hostileRequests } from './experiments/s1-hostile-requests.ts'
import { hostilePageIsShutIn } from './experiments/s3-hostile-page.ts'
import { bannedCallsAreRefused } from './experiments/s5-banned-calls.ts'
import { doorsOfTheApp, rolesAtTheDoor, strangersAtTheDoor } from './experiments/s2-doors-of-the-app.ts'
import { damagedBackups, pageCheckAloneIsSeen } from './experiments/x1-damaged-backups.ts'
import { killedInBackup, powerCutInBackup } from './experiments/r3-broken-off-backup.ts'
import { pulledStick } from './experiments/r2-pulled-stick.ts'
import { powerCutBesideDamage } from './experiments/r2-set-aside.ts'
import { killedInRestore, powerCutInRestore } from './experiments/r5-broken-off-restore.ts'
import { brokenOffSmallFiles, damagedKeySlots } from './experiments/r6-small-files.ts'
import { plainDriver } from './experiments/r7-plain-driver.ts'
import { exchangedParts } from './experiments/x2-exchanged-parts.ts'
import { unpluggedStick } from './experiments/f4-unplugged-stick.ts'
import { openQuestions } from './experiments/s7-open-questions.ts'
import { nothingReadable } from './experiments/s9-nothing-readable.ts'
import { alteredAuditTrail } from './experiments/s11-altered-audit-trail.ts'
import { secondAccount } from './experiments/o1-two-at-one-ledger.ts'
import { secondStart } from './experiments/o1-second-start.ts'
import { syncedPlaces } from './experiments/o2-synced-places.ts'
import { protectedFolder } from './experiments/o3-protected-folder.ts'
import { brokenProgram } from './experiments/o4-broken-program.ts'
import { folderNames } from './experiments/o5-folder-names.ts'
import { afterAStandstill } from './experiments/o6-after-a-standstill.ts'
import { endedWhileSaving } from './experiments/o8-ended-while-saving.ts'
import { copiedWhileOpen } from './experiments/x8-copied-while-open.ts'
import { backupsBesideABrokenLedger, restoreDrill } from './experiments/x4-backups-beside-a-broken-ledger.ts'
import { startStatesInTheApp, startStatesOpened } from './experiments/x6-start-states.ts'
import { oddPlaces } from './experiments/x3-odd-targets.ts'
import { recoveryDrill } from './experiments/x7-recovery-drill.ts'
import { wrongPasswords } from './experiments/s8-wrong-passwords.ts'
import { wanderingClock } from './experiments/o7-wandering-clock.ts'
import { coveredDeskTellsNothing, idleDesk, savesRacingTheLock } from './experiments/s7-covered-desk.ts'
import { coveredWindowForgets } from './experiments/s7-covered-window.ts'
import { deletedPeople } from './experiments/s10-deleted-people.ts'
import { hostileRosterFiles } from './experiments/s12-hostile-rosters.ts'
import { forgedBackups } from './experiments/s14-forged-backups.ts'
import { noPrinter } from './experiments/p1-no-printer.ts'
import { wholeRosters } from './experiments/p2-whole-rosters.ts'
import { glyphsOfNames } from './experiments/p3-glyphs-of-names.ts'
import { manyPrints } from './experiments/p4-many-prints.ts'
import { maskedPapers } from './experiments/p5-masked-papers.ts'
import { officeDays } from './experiments/l5-soak.ts'
import { carelessEditsAreSeen, interleavedEdits } from './experiments/l6-interleaved-edits.ts'

/** Every experiment of the suite, in the order of the table. */
export const experiments: readonly Experiment[] = [
  openSettings,
  killedAtWork('edit'),
  killedAtWork('import'),
  killedAtWork('delete'),
  powerCutDuring('edit'),
  powerCutDuring('import'),
  powerCutDuring('delete'),
  powerCutDuring('checkpoint'),
  powerCutInMigration,
  powerCutAtFounding,
  weakFlushingIsSeen,
  killedInMigration,
  killedInBackup,
  powerCutInBackup,
  killedInRestore('own'),
  killedInRestore('other'),
  powerCutInRestore('own'),
  powerCutInRestore('other'),
  powerCutBesideDamage,
  pulledStick,
  brokenOffSmallFiles,
  plainDriver,
  releasedLedgers,
  brokenOffMigration,
  foreignKeysAfterMigration,
  dirtyLedgers,
  refusedFiles,
  migrationOnABadDisk,
  fullDisk,
  fullDiskInBackup,
  smallDisk,
  failingDisk,
  lostPages,
  lyingDiskIsSeen,
  readOnlyFolders,
  readOnlyDisk,
  unpluggedStick,
  fakeStick,
  blockedFiles,
  oddValuesInEveryField,
  hostileRequests,
  doorsOfTheApp,
  strangersAtTheDoor,
  rolesAtTheDoor,
  hostilePageIsShutIn,
  bannedCallsAreRefused,
  coveredDeskTellsNothing,
  idleDesk,
  savesRacingTheLock,
  openQuestions,
  coveredWindowForgets,
  wrongPasswords,
  nothingReadable,
  deletedPeople,
  alteredAuditTrail,
  secondAccount,
  secondStart,
  syncedPlaces,
  protectedFolder,
  brokenProgram,
  folderNames,
  afterAStandstill,
  hostileRosterFiles,
  forgedBackups,
  wanderingClock,
  endedWhileSaving,
  damagedBackups,
  pageCheckAloneIsSeen,
  damagedKeySlots,
  exchangedParts,
  oddPlaces,
  backupsBesideABrokenLedger,
  restoreDrill,
  startStatesOpened,
  startStatesInTheApp,
  recoveryDrill,
  copiedWhileOpen,
  noPrinter,
  wholeRosters,
  glyphsOfNames,
  manyPrints,
  maskedPapers,
  officeDays,
  interleavedEdits,
  carelessEditsAreSeen,
]
