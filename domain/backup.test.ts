import { expect, test } from 'vitest'
import { backupStamp, isWorthBackup, usbReminderOn } from './backup.ts'
import { asCalendarDate } from './calendar-date.ts'

const today = asCalendarDate('2026-11-25')

test.each([
  [null, 'never'],
  ['2026-11-25', 'fine'],
  ['2026-11-18', 'fine'],
  ['2026-11-17', 'late'],
  ['2024-02-29', 'late'],
  ['2026-11-26', 'clockDoubted'],
  ['2036-01-01', 'clockDoubted'],
])('a last backup on a stick on %s is %s', (lastOn, reminder) => {
  expect(usbReminderOn(lastOn === null ? null : asCalendarDate(lastOn), today)).toBe(reminder)
})

test('a clock set back over any number of days silences no reminder', () => {
  expect(usbReminderOn(today, asCalendarDate('2009-01-01'))).not.toBe('fine')
})

test('coming and going is no reason for a backup, every change is', () => {
  expect(['signedIn', 'locked', 'denied', 'backedUp'].filter(isWorthBackup)).toEqual([])
  expect(['added', 'changed', 'imported', 'passwordReset', 'backupRestored'].every(isWorthBackup)).toBe(true)
})

test('a file name has the time of the desk in it', () => {
  expect(backupStamp(today, new Date(2026, 10, 25, 7, 5, 9))).toBe('2026-11-25-070509')
})
