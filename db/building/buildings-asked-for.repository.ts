import type { LedgerTransaction } from '../transaction.ts'

interface OneOfTwo {
  readonly fromId: number
  readonly intoId: number
}

/** Saved filters, kinds of roster and visit rules that ask for a building ask for the one it became a part of. */
export async function askForOtherBuilding(trx: LedgerTransaction, ids: OneOfTwo): Promise<void> {
  for (const table of ['savedFilter', 'rosterKind'] as const) {
    for (const { id, content } of await trx.selectFrom(table).select(['id', 'content']).execute()) {
      const changed = JSON.stringify(askingForOther(JSON.parse(content), ids))
      if (changed === content) continue
      await trx
        .updateTable(table)
        .set((eb) => ({ content: changed, revision: eb('revision', '+', 1) }))
        .where('id', '=', id)
        .execute()
    }
  }
  await askRulesForOther(trx, ids)
}

async function askRulesForOther(trx: LedgerTransaction, ids: OneOfTwo): Promise<void> {
  const rules = await trx.selectFrom('visitRule').select(['id', 'condition']).execute()
  for (const { id, condition } of rules) {
    if (condition === null) continue
    const changed = JSON.stringify(askingForOther(JSON.parse(condition), ids))
    if (changed === condition) continue
    await trx
      .updateTable('visitRule')
      .set((eb) => ({ condition: changed, revision: eb('revision', '+', 1) }))
      .where('id', '=', id)
      .execute()
  }
}

/** The same question, of whatever shape it was kept in, with the other building in place of the one. */
function askingForOther(question: unknown, ids: OneOfTwo): unknown {
  if (Array.isArray(question)) return question.map((part) => askingForOther(part, ids))
  if (typeof question !== 'object' || question === null) return question
  const isOfBuilding = 'field' in question && question.field === 'building'
  return Object.fromEntries(
    Object.entries(question).map(([key, value]: [string, unknown]) => {
      if (key === 'buildingId' && value === ids.fromId) return [key, ids.intoId]
      return [key, isOfBuilding && key === 'test' ? testOfOther(value, ids) : askingForOther(value, ids)]
    }),
  )
}

function testOfOther(test: unknown, { fromId, intoId }: OneOfTwo): unknown {
  if (typeof test !== 'object' || test === null || !('codes' in test) || !Array.isArray(test.codes))
    return test
  const codes = test.codes.map((code) => (code === String(fromId) ? String(intoId) : String(code)))
  return { ...test, codes: [...new Set(codes)] }
}
