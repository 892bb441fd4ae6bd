/*
 * What may stand on a paper for whom, written down a second time on purpose: a slip in the product's own rules must not
 * be its own proof. Source: DOMAIN.md 10.2 and the office's roles.
 */

export type Numbers = 'masked' | 'phones' | 'all'
/** Everybody who might ask for a paper; the last one has covered the desk. */
export type Asker = 'director' | 'worker' | 'viewer' | 'nobody' | 'covered'

/** Shape: how a paper that numbers stand on ends, with a reason and without one; `leaves` where it is made. */
type Cell = readonly [withReason: string, withoutReason: string]

export const expectedVisitLists: Readonly<Record<Asker, Readonly<Record<Numbers, Cell>>>> = {
  director: {
    masked: ['leaves', 'leaves'],
    phones: ['leaves', 'reasonRequired'],
    all: ['leaves', 'reasonRequired'],
  },
  worker: {
    masked: ['leaves', 'leaves'],
    phones: ['leaves', 'reasonRequired'],
    all: ['leaves', 'reasonRequired'],
  },
  viewer: allOf('notAllowed'),
  nobody: allOf('notSignedIn'),
  covered: allOf('notSignedIn'),
}

/** How looking at a list before it is printed ends. */
export const expectedPreviews: Readonly<Record<Asker, string>> = {
  director: 'shown',
  worker: 'shown',
  viewer: 'notAllowed',
  nobody: 'notSignedIn',
  covered: 'notSignedIn',
}

/** The slips with the recovery code: once it was typed back nobody can have them. */
export const expectedOldSlips: Readonly<Record<Asker, string>> = {
  director: 'printFailed',
  worker: 'printFailed',
  viewer: 'notAllowed',
  nobody: 'notSignedIn',
  covered: 'notSignedIn',
}

/** Shape: numbers of one person, as they are and as a paper may have them. */
interface PersonNumbers {
  readonly name: string
  readonly idNumber: string
  /** The first one is called; the others stand on no paper. */
  readonly phones: readonly string[]
}

/** Where the text of a paper and what it may tell of these people differ. */
export function paperProblems(text: string, numbers: Numbers, people: readonly PersonNumbers[]): string[] {
  return people.flatMap(({ name, idNumber, phones: [phone = '', ...others] }) => {
    const whole = (value: string, isMeant: boolean, what: string) =>
      text.includes(value) === isMeant
        ? []
        : [`${name}: the whole ${what} ${isMeant ? 'is missing' : 'stands there'}`]
    const hidden = (value: string, isMeant: boolean, what: string) =>
      isMeant || !text.includes(value.slice(3, -4)) || value.length < 12
        ? []
        : [`${name}: the hidden part of the ${what} stands there`]
    return [
      ...(text.includes(name) ? [] : [`${name} is not on it`]),
      ...whole(idNumber, numbers === 'all', 'ID number'),
      ...hidden(idNumber, numbers === 'all', 'ID number'),
      ...whole(phone, numbers !== 'masked', 'phone'),
      ...others.flatMap((other) => whole(other, false, 'second phone')),
      ...(numbers === 'all' || text.includes(starred(idNumber)) ? [] : [`${name}: no masked ID number`]),
      ...(numbers !== 'masked' || text.includes(starred(phone)) ? [] : [`${name}: no masked phone`]),
    ]
  })
}

/** The first three and the last four characters stay. */
function starred(value: string): string {
  return value.slice(0, 3) + '*'.repeat(value.length - 7) + value.slice(-4)
}

function allOf(code: string): Readonly<Record<Numbers, Cell>> {
  return { masked: [code, code], phones: [code, code], all: [code, code] }
}
