import type { UseFormReturn } from 'react-hook-form'
import type { ResidentChange, ResidentView } from '../../../domain/resident-view.ts'
import type { FormDraft } from '../../ui/form/use-form-draft.ts'
import { useHookFormDraft } from '../../ui/form/use-hook-form-draft.ts'
import {
  blankPhone,
  blankResident,
  type PhoneValues,
  type ResidentFormValues,
  residentFormValues,
} from './resident-form-schema.ts'

const rows = { phones: blankPhone, careTags: { careTag: '', fromOn: null, toOn: null } }

/** What is half filled in about a resident, or about somebody who is being registered. */
export function useResidentDraft(
  form: UseFormReturn<ResidentFormValues, unknown, ResidentChange>,
  resident: ResidentView | null,
): FormDraft {
  return useHookFormDraft({
    form,
    of: resident === null ? { form: 'newResident' } : { form: 'resident', id: resident.id },
    baseRevision: resident?.revision ?? null,
    before: resident === null ? blankResident : residentFormValues(resident),
    rows,
    mend: (values) => ({ ...values, phones: withPresentHandles(values.phones, resident) }),
  })
}

/** The handles of the ledger's numbers change with every start; a number that is gone from the record stays gone. */
export function withPresentHandles(
  phones: readonly PhoneValues[],
  resident: Pick<ResidentView, 'phones'> | null,
): PhoneValues[] {
  const left = [...(resident?.phones ?? [])]
  return phones.flatMap((phone) => {
    if (phone.handle === '') return [phone]
    const index = left.findIndex(({ numberMasked }) => numberMasked === phone.numberMasked)
    const [found] = index === -1 ? [] : left.splice(index, 1)
    return found === undefined ? [] : [{ ...phone, handle: found.handle }]
  })
}
