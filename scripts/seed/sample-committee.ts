import type { Committee } from '../../domain/committee.ts'

/** The committee of an invented community; the name says that it is one. */
export const sampleCommittee: Committee = {
  committeeName: '幸福里社区居民委员会（示例）',
  streetOfficeName: '和平路街道办事处（示例）',
  phone: '029-80000000',
}
