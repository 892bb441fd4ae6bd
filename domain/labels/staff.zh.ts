import type { StaffRole } from '../staff.ts'

/** What the roles are called wherever a member of staff is shown. */
export const roleLabels = {
  director: '主任',
  worker: '社工',
  viewer: '只查看',
} as const satisfies Record<StaffRole, string>
