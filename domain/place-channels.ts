import { buildingChannels } from './building.ts'
import { householdChannels } from './household.ts'
import { registerChannels } from './register-channels.ts'

/** The channels of buildings, households and the office itself, a part of the contract. */
export const placeChannels = { ...buildingChannels, ...householdChannels, ...registerChannels } as const
