import type { ResidentDraft } from '../../../domain/resident.ts'

/** One thing that the office does and is told to be done. */
export type OfficeStep =
  | { readonly kind: 'add'; readonly draft: ResidentDraft }
  | {
      readonly kind: 'edit'
      readonly idNumber: string
      readonly changes: Pick<ResidentDraft, 'note' | 'phones' | 'careTags'>
    }
  | {
      readonly kind: 'import'
      readonly fileName: string
      readonly people: readonly ResidentDraft[]
      /** People who are there already, with one more phone number. */
      readonly newPhones: readonly { readonly idNumber: string; readonly phone: string }[]
    }
  | { readonly kind: 'undo' }
  /** Ends the program and starts it again, in one process. */
  | { readonly kind: 'reopen' }
