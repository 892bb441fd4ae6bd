import type { DwellingDraft } from '../../domain/resident.ts'
import { buildingPlans, estateNames, phaseWord, type BuildingPlan } from './places.ts'
import type { RandomNumbers } from './random-numbers.ts'

/** Dwellings without end, building by building; a few stand empty and are left out. */
export function* sampleDwellings(random: RandomNumbers): Generator<DwellingDraft, never> {
  for (let estate = 0; ; estate += 1) {
    for (const plan of buildingPlans) {
      for (const door of doorsOf(plan)) {
        if (!random.chance(0.04)) yield { ...door, building: estateName(estate) + plan.name }
      }
    }
  }
}

function estateName(estate: number): string {
  const name = estateNames[estate % estateNames.length] ?? ''
  const round = Math.floor(estate / estateNames.length)
  return round === 0 ? name : `${name}${String(round + 1)}${phaseWord}`
}

function* doorsOf(plan: BuildingPlan): Generator<Pick<DwellingDraft, 'unit' | 'room'>> {
  for (const unit of plan.units.length === 0 ? [''] : plan.units) {
    for (let floor = Math.min(1, plan.floorCount); floor <= plan.floorCount; floor += 1) {
      for (let door = 1; door <= plan.doorsPerFloor; door += 1) {
        // Houses at street level only number their doors.
        const room = floor === 0 ? String(door) : `${String(floor)}${String(door).padStart(2, '0')}`
        yield { unit, room }
      }
    }
  }
}
