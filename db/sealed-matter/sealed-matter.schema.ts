/** Apart from everything else about people, so that no list, search or count comes upon it. */
export interface SealedMatterTable {
  residentId: number
  kind: string
  /** Who answers for it, besides the director; 0 for the whole sealed circle. */
  staffId: number
  fromOn: string | null
  toOn: string | null
  note: string
  /** JSON of what was taken out of the record when it was sealed; empty for what never stood there. */
  content: string
}
