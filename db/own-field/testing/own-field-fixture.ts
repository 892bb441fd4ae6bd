import type { OwnField, OwnFieldDraft } from '../../../domain/own-field.ts'
import type { Ledger } from '../../ledger.ts'
import { saveOwnField } from '../own-field.service.ts'

/** A field the office adds; choices are given by name. */
export async function addOwnField(
  ledger: Ledger,
  {
    choices = [],
    ...draft
  }: Partial<Omit<OwnFieldDraft, 'choices'>> & { readonly choices?: readonly string[] },
): Promise<OwnField> {
  return saveOwnField(ledger, {
    id: null,
    revision: null,
    draft: {
      owner: 'resident',
      name: '是否养犬',
      isInList: false,
      kind: choices.length > 0 ? 'choice' : 'text',
      choices: choices.map((name) => ({ id: null, name, isRetired: false })),
      ...draft,
    },
  })
}
