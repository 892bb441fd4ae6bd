import { FailureError } from '../../domain/failure.ts'
import { namePinyin } from '../../domain/name-pinyin.ts'
import { isMadeOf, isStrongPassword } from '../../domain/password-rule.ts'
import type { LedgerReader } from '../ledger.ts'

/** Refuses a password that is easy to guess for those who know the office or its residents. Throws: passwordWeak. */
export async function refuseWeakPassword(
  db: LedgerReader,
  password: string,
  ...officeWords: readonly string[]
): Promise<void> {
  await refuseGuessable(password, officeWords)
  if (await isAboutResident(db, password)) throw new FailureError('passwordWeak', 'password', 'resident')
}

/** The same before there is a ledger. Throws: passwordWeak. */
export async function refuseGuessable(password: string, officeWords: readonly string[]): Promise<void> {
  const words = officeWords.flatMap((word) => [word, namePinyin(word).full])
  const isStrong = await isStrongPassword(password, words)
  if (!isStrong || words.some((word) => isMadeOf(password, word)))
    throw new FailureError('passwordWeak', 'password')
}

/** Phone numbers, identity numbers, birth dates and names of residents are what colleagues try first. */
async function isAboutResident(db: LedgerReader, password: string): Promise<boolean> {
  const people = await db.selectFrom('resident').select(['namePinyin', 'idNumber', 'birthWhen']).execute()
  const phones = await db.selectFrom('residentPhone').select('number').execute()
  const isAbout = (word: string | null) => word !== null && isMadeOf(password, word)
  return (
    phones.some(({ number }) => isAbout(number)) ||
    people.some(
      (one) =>
        isAbout(one.namePinyin) ||
        isAbout(one.idNumber) ||
        isAbout(one.birthWhen?.replaceAll('-', '') ?? null),
    )
  )
}
