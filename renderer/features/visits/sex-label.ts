import { sexes, type Sex } from '../../../domain/codes/sex.ts'

/** The official word for a sex code. */
export function sexLabel(sex: Sex): string {
  return sexes[sex]
}
