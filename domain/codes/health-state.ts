import { matchCode } from './match-code.ts'

/** How well an old person is, in the words of the census. Source: DOMAIN 9.9. */
export const healthStates = {
  healthy: '健康',
  fair: '基本健康',
  selfReliant: '不健康但生活能自理',
  dependent: '生活不能自理',
} as const satisfies Record<string, string>
export type HealthState = keyof typeof healthStates

const aliases: Readonly<Record<string, HealthState>> = {
  良好: 'healthy',
  健康或良好: 'healthy',
  身体健康: 'healthy',
  一般: 'fair',
  较好: 'fair',
  较弱: 'fair',
  一般或较弱: 'fair',
  半自理: 'selfReliant',
  能自理: 'selfReliant',
  自理: 'selfReliant',
  生活能自理: 'selfReliant',
  不能自理: 'dependent',
  失能: 'dependent',
  卧床: 'dependent',
  瘫痪: 'dependent',
}

/** The code a cell names; undefined when it names none. Source: DOMAIN 9.9. */
export function parseHealthState(text: string): HealthState | undefined {
  return matchCode(text, healthStates, aliases)
}
