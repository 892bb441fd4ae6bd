import { z } from 'zod'
import { storableLine } from './storable-text.ts'

/** The office itself, as printed at the head of every paper. */
export const committeeSchema = z.strictObject({
  committeeName: storableLine(100).min(1),
  streetOfficeName: storableLine(100),
  phone: storableLine(40),
})

export type Committee = z.infer<typeof committeeSchema>

/** Unit: percent of the normal text size. */
export const textSizes = [100, 110, 125, 150] as const
export type TextSize = (typeof textSizes)[number]

/** Unit: minutes without a hand on keyboard or mouse, after which the desk is covered. */
export const idleLockChoices = [1, 2, 3, 5, 10, 15, 20, 30] as const

export const settingsSchema = z.strictObject({
  textSizePercent: z.union([z.literal(100), z.literal(110), z.literal(125), z.literal(150)]),
  idleLockMinutes: z.int().min(1).max(30),
})
export type Settings = z.infer<typeof settingsSchema>

/** What holds until somebody sets it. */
export const firstSettings: Settings = { textSizePercent: 100, idleLockMinutes: 5 }
