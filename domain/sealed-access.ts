import { mayReveal } from './record-access.ts'
import type { Actor } from './staff.ts'

/** Whether somebody may ask for sealed matters at all; what is shown are those of maySeeMatter. */
export function mayAskForSealed({ role }: Actor): boolean {
  return role !== 'viewer'
}

/**
 * Whether somebody may see and change a matter: one that names a worker is that worker's and the director's, one that
 * names nobody is the sealed circle's. Of a worker whose account is closed only the director is left.
 */
export function maySeeMatter(actor: Actor, staffId: number | null): boolean {
  if (staffId === null) return mayReveal(actor, 'sealedMatter')
  return actor.role === 'director' || (mayAskForSealed(actor) && actor.staffId === staffId)
}
