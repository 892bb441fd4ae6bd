import { diaryLabels } from '../../../domain/labels/diary.zh.ts'

interface Occasion {
  readonly kind: 'visit' | 'call'
  readonly residentName: string
  readonly on: string | null
}

/** What an entry was written after, in one sentence. */
export function occasionText({ kind, residentName, on }: Occasion): string {
  return diaryLabels.form.occasions[kind](residentName, on ?? '')
}
