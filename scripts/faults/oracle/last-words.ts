/** One field of one record, that one client alone changes. */
type Place = `${'person' | 'task'} ${number} ${string}`

/**
 * What every client was told last that it is saved, which knows nothing of versions: in the end the ledger must hold
 * just that, and have counted just so many changes.
 */
export function lastWords() {
  const words = new Map<Place, string>()
  const savedCount = new Map<string, number>()
  return {
    /** To be called when the ledger has said that it is saved. */
    saved: (record: 'person' | 'task', id: number, field: string, value: string) => {
      words.set(`${record} ${id} ${field}`, value)
      savedCount.set(`${record} ${id}`, savedCountOf(record, id) + 1)
    },
    lastOf: (record: 'person' | 'task', id: number, field: string) => words.get(`${record} ${id} ${field}`),
    /** What a record that is there holds otherwise. */
    lossesIn: (
      record: 'person' | 'task',
      id: number,
      there: { readonly fields: Readonly<Record<string, string>>; readonly savedCount: number },
    ): readonly string[] => {
      const lost = Object.entries(there.fields).flatMap(([field, value]) => {
        const told = words.get(`${record} ${id} ${field}`) ?? value
        return told === value ? [] : [`${record} ${id}: ${field} was saved as ${told} and is ${value}`]
      })
      const told = savedCountOf(record, id)
      if (told !== there.savedCount)
        lost.push(`${record} ${id}: ${told} changes were saved, ${there.savedCount} are counted`)
      return lost
    },
  }

  function savedCountOf(record: string, id: number): number {
    return savedCount.get(`${record} ${id}`) ?? 0
  }
}
