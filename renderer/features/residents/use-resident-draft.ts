import type { UseFormReturn } from 'react-hook-form'
import type { OwnField } from '../../../domain/own-field.ts'
import type { ResidentChange, ResidentView } from '../../../domain/resident-view.ts'
import { blankOwnRow, withEveryOwnRow } from '../../ui/form/own-value-rows.ts'
import type { FormDraft } from '../../ui/form/use-form-draft.ts'
import { useHookFormDraft } from '../../ui/form/use-hook-form-draft.ts'
import { blankDocument, blankPhone } from './resident-form-rows.ts'
import { blankResident, type ResidentFormValues, residentFormValues } from './resident-form-schema.ts'

const rows = {
  phones: blankPhone,
  otherDocuments: blankDocument,
  careTags: { careTag: '', fromOn: null, toOn: null },
  benefits: { benefit: '', fromOn: null, toOn: null },
  ownValues: blankOwnRow,
}

/** What is half filled in about a resident, or about somebody who is being registered. */
export function useResidentDraft(
  form: UseFormReturn<ResidentFormValues, unknown, ResidentChange>,
  resident: ResidentView | null,
  ownFields: readonly OwnField[],
): FormDraft {
  const before = resident === null ? blankResident(ownFields) : residentFormValues(resident, ownFields)
  return useHookFormDraft({
    form,
    of: resident === null ? { form: 'newResident' } : { form: 'resident', id: resident.id },
    baseRevision: resident?.revision ?? null,
    before,
    rows,
    mend: (values) => ({
      ...values,
      phones: withPresentHandles(values.phones, resident?.phones ?? []),
      otherDocuments: withPresentHandles(values.otherDocuments, resident?.otherDocuments ?? []),
      ownValues: withEveryOwnRow(values.ownValues, before.ownValues),
    }),
  })
}

/** The handles of the ledger's numbers change with every start; a number that is gone from the record stays gone. */
export function withPresentHandles<Row extends { readonly handle: string; readonly numberMasked: string }>(
  rows: readonly Row[],
  present: readonly { readonly handle: string; readonly numberMasked: string }[],
): Row[] {
  const left = [...present]
  return rows.flatMap((row) => {
    if (row.handle === '') return [row]
    const index = left.findIndex(({ numberMasked }) => numberMasked === row.numberMasked)
    const [found] = index === -1 ? [] : left.splice(index, 1)
    return found === undefined ? [] : [{ ...row, handle: found.handle }]
  })
}
