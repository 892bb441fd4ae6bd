import { z } from 'zod'
import { appStateSchema } from './app-state.ts'
import { backupChannels } from './backup-channels.ts'
import { residentListChannels } from './resident-list.ts'
import { bulkChannels, bulkLedgerChannels } from './bulk-change.ts'
import { committeeSchema, settingsSchema } from './committee.ts'
import { auditCheckSchema, auditFilterSchema, auditRowSchema, printedHeadSchema } from './audit-view.ts'
import { claimChannels } from './claim-channels.ts'
import { countChannels } from './count-channels.ts'
import {
  claimChannelNames,
  diaryChannelNames,
  helpChannelNames,
  ownFieldChannelNames,
  placeChannelNames,
  visitChannelNames,
} from './channel-names.ts'
import { careEventChannels } from './care-event-channels.ts'
import { diaryChannels } from './diary-channels.ts'
import { draftChannels } from './draft.ts'
import { duplicateChannels, duplicateLedgerChannels } from './duplicate-channels.ts'
import type { Reply } from './failure.ts'
import { helpCaseChannels } from './help-case-channels.ts'
import { importChannels } from './import-channels.ts'
import { lifeChannels } from './life-channels.ts'
import { folderWarnings } from './ledger-folder.ts'
import { ownFieldChannels } from './own-field.ts'
import { printChannels } from './print-channels.ts'
import { residentFilterSchema, residentRowSchema } from './resident.ts'
import {
  residentChangeSchema,
  residentViewSchema,
  revealedSchema,
  revealRequestSchema,
} from './resident-view.ts'
import { noticeChannels } from './privacy-notice.ts'
import { placeChannels } from './place-channels.ts'
import { retentionChannels } from './retention.ts'
import { savedFilterChannels } from './saved-filter.ts'
import { rosterChannels } from './roster-channels.ts'
import { sealedChannels } from './sealed-channels.ts'
import { passwordSchema, staffChannels } from './staff-account.ts'
import { visitFigureChannels } from './visit-figures.ts'
import { visitChannels } from './visit-channels.ts'
import { residentVisitSchema } from './visit.ts'

const nothing = z.strictObject({})
const byId = z.strictObject({ id: z.int() })
const page = { offset: z.int().min(0), limit: z.int().min(1).max(200) }
const ledgerStart = z.enum(['empty', 'sample'])
const firstDirector = z.strictObject({ name: z.string().trim().min(1).max(40), password: passwordSchema })
const recoveryCode = z.string().max(100)

/** Every channel between the window and the main process: input and output, parsed on arrival. */
export const contract = {
  'app.state': { input: nothing, output: appStateSchema },
  /** Asks with the system's folder dialog; null when the user cancels, a failure when no ledger may lie there. */
  'setup.chooseFolder': {
    input: nothing,
    output: z
      .strictObject({ handle: z.string(), folder: z.string(), warning: z.enum(folderWarnings).nullable() })
      .nullable(),
  },
  'setup.createLedger': {
    input: z.strictObject({
      committee: committeeSchema,
      folderHandle: z.string().nullable(),
      start: ledgerStart,
      /** Null for the sample, whose password everybody knows. */
      director: firstDirector.nullable(),
    }),
    output: appStateSchema,
  },
  'setup.openExisting': { input: nothing, output: appStateSchema.nullable() },
  'setup.retry': { input: nothing, output: appStateSchema },
  /** The clock is right although it looked wrong; until the program ends nobody is asked again. */
  'setup.trustClock': { input: nothing, output: appStateSchema },
  /** Takes back a ledger that had gone to another PC; whoever does must sign in. */
  'setup.reactivateLedger': { input: nothing, output: appStateSchema },
  /** Goes to set-up when the place of the ledger is lost; touches no ledger. */
  'setup.startOver': { input: nothing, output: appStateSchema },
  /** Removes the sample ledger and goes back to set-up. */
  'setup.removeSample': { input: nothing, output: appStateSchema },
  /** Encrypts a ledger of the first release. */
  'setup.protectLedger': { input: z.strictObject({ director: firstDirector }), output: appStateSchema },
  'setup.confirmRecoveryCode': { input: z.strictObject({ recoveryCode }), output: appStateSchema },
  /** Makes a recovery code that takes the place of the one before; the password is asked once that was confirmed. */
  'setup.renewRecoveryCode': {
    input: z.strictObject({ password: passwordSchema.nullable() }),
    output: appStateSchema,
  },
  'setup.suggestPassword': {
    input: nothing,
    output: z.strictObject({ password: z.string(), words: z.array(z.string()) }),
  },
  'staff.signIn': {
    input: z.strictObject({ staffId: z.int(), password: passwordSchema }),
    output: appStateSchema,
  },
  /** For a director who forgot the password: the printed code opens the ledger and a new password is set. */
  'staff.signInWithCode': {
    input: z.strictObject({ recoveryCode, staffId: z.int(), password: passwordSchema }),
    output: appStateSchema,
  },
  'staff.unlockWithPin': { input: z.strictObject({ pin: z.string().max(12) }), output: appStateSchema },
  /** Covers the screen; the desk opens again with the password or the PIN. */
  'staff.lock': { input: nothing, output: appStateSchema },
  'staff.signOut': { input: nothing, output: appStateSchema },
  ...staffChannels,
  /** A file without personal data for help by phone; false when the user cancels. */
  'help.saveDiagnostics': { input: nothing, output: z.strictObject({ isSaved: z.boolean() }) },
  ...draftChannels,
  ...backupChannels,
  /** Refused when the ledger no longer holds what was changed. */
  'committee.save': {
    input: z.strictObject({ before: committeeSchema, committee: committeeSchema }),
    output: committeeSchema,
  },
  /** How large the letters are. */
  'settings.save': { input: settingsSchema.pick({ textSizePercent: true }), output: settingsSchema },
  'settings.saveIdleLock': { input: settingsSchema.pick({ idleLockMinutes: true }), output: settingsSchema },
  /** Moves the open ledger into a chosen folder; its old file stays there under another name. */
  'settings.moveLedger': {
    input: z.strictObject({ folderHandle: z.string() }),
    output: z.strictObject({ state: appStateSchema, keptFolder: z.string(), keptName: z.string() }),
  },
  /** The last step of moving to another PC; null when the user says no in a dialog of the system's own. */
  'settings.retireLedger': { input: nothing, output: appStateSchema.nullable() },
  'settings.cancelMove': { input: nothing, output: nothing },
  ...placeChannels,
  ...ownFieldChannels,
  'resident.list': {
    input: z.strictObject({ filter: residentFilterSchema, ...page }),
    output: z.strictObject({ totalCount: z.int(), rows: z.array(residentRowSchema) }),
  },
  'resident.get': { input: byId, output: residentViewSchema },
  'resident.save': {
    input: z.strictObject({
      id: z.int().nullable(),
      revision: z.int().nullable(),
      draft: residentChangeSchema,
      /** Set where the person wanted it put right. */
      isCorrection: z.literal(true).optional(),
    }),
    output: residentViewSchema,
  },
  /** Shows what is masked or sealed, once the reason stands in the audit trail. */
  'resident.reveal': { input: revealRequestSchema, output: revealedSchema },
  ...savedFilterChannels,
  ...sealedChannels,
  ...lifeChannels,
  ...noticeChannels,
  ...retentionChannels,
  ...countChannels,
  ...diaryChannels,
  ...visitFigureChannels,
  ...bulkChannels,
  ...duplicateChannels,
  ...residentListChannels,
  'resident.idNumberOwner': {
    input: z.strictObject({ idNumber: z.string().max(40), exceptId: z.int().nullable() }),
    output: z.strictObject({ id: z.int(), name: z.string() }).nullable(),
  },
  'resident.visits': { input: byId, output: z.array(residentVisitSchema) },
  /** The newest entries first. */
  'audit.list': {
    input: z.strictObject({ filter: auditFilterSchema, ...page }),
    output: z.strictObject({ totalCount: z.int(), rows: z.array(auditRowSchema) }),
  },
  'audit.check': {
    input: z.strictObject({ printed: printedHeadSchema.nullable() }),
    output: auditCheckSchema,
  },
  ...importChannels,
  ...visitChannels,
  ...claimChannels,
  ...careEventChannels,
  ...helpCaseChannels,
  ...printChannels,
  ...rosterChannels,
} as const

type Contract = typeof contract
export type ChannelName = keyof Contract
export type ChannelInput<C extends ChannelName> = z.infer<Contract[C]['input']>
export type ChannelOutput<C extends ChannelName> = z.infer<Contract[C]['output']>
export type LedgerClient = {
  readonly [C in ChannelName]: (input: ChannelInput<C>) => Promise<Reply<ChannelOutput<C>>>
}

/** The channels whose whole answer comes from the ledger worker; main only forwards them. */
export const ledgerChannels = [
  'staff.list',
  'staff.add',
  'staff.change',
  'staff.duties',
  'staff.close',
  'staff.resetPassword',
  'staff.changeOwnPassword',
  'staff.setOwnPin',
  'staff.colleagues',
  'draft.list',
  'draft.get',
  'draft.keep',
  'draft.discard',
  'committee.save',
  'settings.save',
  'settings.saveIdleLock',
  ...placeChannelNames,
  ...ownFieldChannelNames,
  ...claimChannelNames,
  ...diaryChannelNames,
  'resident.list',
  'resident.get',
  'resident.save',
  'resident.reveal',
  'savedFilter.list',
  'savedFilter.save',
  'savedFilter.remove',
  'resident.listSealed',
  'resident.saveSealed',
  'resident.seal',
  'resident.unseal',
  ...bulkLedgerChannels,
  ...duplicateLedgerChannels,
  'resident.idNumberOwner',
  'resident.visits',
  'resident.timeline',
  'resident.undoChange',
  'resident.remove',
  'resident.restore',
  'resident.listRemoved',
  'life.get',
  'life.record',
  'life.withdraw',
  'count.sheet',
  'count.rows',
  'count.submit',
  'count.submitted',
  'count.getSubmitted',
  'audit.list',
  'audit.check',
  'import.preview',
  'import.decide',
  'import.rows',
  'import.candidates',
  'import.apply',
  'import.last',
  'import.undoLast',
  ...visitChannelNames,
  ...helpChannelNames,
  'paper.visitList',
  'paper.personData',
  'paper.notice',
  'paper.populationSheet',
  'notice.text',
  'notice.saveText',
  'notice.signatures',
  'notice.sign',
  'notice.withdraw',
  'retention.rules',
  'retention.saveRules',
  'retention.list',
  'retention.erase',
  'rosterKind.list',
  'rosterKind.save',
  'rosterKind.remove',
  'paper.roster',
  'paper.usualPrinters',
] as const satisfies readonly ChannelName[]
export type LedgerChannel = (typeof ledgerChannels)[number]

/** Shape: pushed from main to the window while long work runs. */
export interface Progress {
  readonly task:
    | 'importRead'
    | 'importApply'
    | 'bulkChange'
    | 'duplicateScan'
    | 'listExport'
    | 'sample'
    | 'moveLedger'
    | 'stick'
  readonly doneCount: number
  readonly totalCount: number
}
