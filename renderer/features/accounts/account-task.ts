import type { StaffAccount } from '../../../domain/staff-account.ts'

/** What the director is doing to an account. */
export type AccountTask =
  | { readonly kind: 'add' }
  | { readonly kind: 'change' | 'reset' | 'close'; readonly account: StaffAccount }
  | { readonly kind: 'secret'; readonly name: string; readonly password: string }
