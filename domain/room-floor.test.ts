import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compareNatural, formatDwelling, parseDwelling } from './address.ts'
import { floorOfRoom, nextRoom } from './room-floor.ts'

describe('the floor of a room', () => {
  test.each([
    ['301', 3],
    ['0301', 3],
    ['1203', 12],
    ['301A', 3],
    ['3-1', 3],
    ['12-3', 12],
    ['2E5', 2],
    ['3A', 3],
    ['３０１', 3],
    ['-1', -1],
    ['-101', -1],
    ['B1', -1],
    ['B2-03', -2],
    ['b101', -1],
    ['负1', -1],
    ['地下1', -1],
    ['夹层', 'mezzanine'],
    ['2楼夹层', 'mezzanine'],
    ['3楼东', 3],
    ['5层', 5],
  ])('%s is on %s', (room, floor) => expect(floorOfRoom(room)).toBe(floor))

  test.each(['', '3', '12', '门面3', '门面301', '商铺101', '临街3', '东户', '阁楼', 'B座', '001', 'B0'])(
    '%s tells none',
    (room) => expect(floorOfRoom(room)).toBeNull(),
  )

  test('is what the room was numbered by', () => {
    const door = fc.integer({ min: 1, max: 99 }).map((number) => String(number).padStart(2, '0'))
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99 }), door, (floor, number) => {
        expect(floorOfRoom(`${String(floor)}${number}`)).toBe(floor)
        expect(floorOfRoom(`${String(floor)}-${number}`)).toBe(floor)
      }),
    )
  })

  test('is a storey or nothing, whatever is written', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const floor = floorOfRoom(text)
        expect(floor === null || floor === 'mezzanine' || (Number.isInteger(floor) && floor !== 0)).toBe(true)
      }),
    )
  })
})

describe('the next room', () => {
  test.each([
    ['301', '302'],
    ['0109', '0110'],
    ['099', '100'],
    ['3-1', '3-2'],
    ['2E5', '2E6'],
    ['301A', '302A'],
    ['门面3', '门面4'],
    ['B1-02', 'B1-03'],
    ['东户', ''],
    ['', ''],
  ])('after %s is %s', (room, next) => expect(nextRoom(room)).toBe(next))

  test('comes after this one on the walk', () => {
    const room = fc.integer({ min: 1, max: 99_998 }).map(String)
    fc.assert(
      fc.property(fc.constantFrom('', '3-', '2E', '门面', 'B1-'), room, (head, number) => {
        expect(compareNatural(`${head}${number}`, nextRoom(`${head}${number}`))).toBe(-1)
      }),
    )
  })
})

describe('a dwelling', () => {
  const number = fc.integer({ min: 1, max: 99 }).map(String)
  const building = fc.oneof(
    fc.tuple(number, fc.constantFrom('号楼', '栋', '幢')).map(([digits, word]) => `${digits}${word}`),
    fc.tuple(fc.constantFrom('A', 'B', 'C'), fc.constant('座')).map(([letter, word]) => `${letter}${word}`),
    number.map((digits) => `甲${digits}号楼`),
    fc.tuple(number, number).map(([one, other]) => `${one}-${other}号楼`),
  )
  const unit = fc.oneof(fc.constant(''), number)
  const room = fc.oneof(
    fc.tuple(number, number).map(([floor, door]) => `${floor}${door.padStart(2, '0')}`),
    fc.tuple(number, fc.constantFrom('A', 'E'), number).map((parts) => parts.join('')),
  )

  test('is read back as it was written', () => {
    fc.assert(
      fc.property(building, unit, room, (inBuilding, ofUnit, atRoom) => {
        const dwelling = { building: inBuilding, unit: ofUnit, room: atRoom }
        expect(parseDwelling(formatDwelling(dwelling))).toEqual(dwelling)
      }),
    )
  })

  test.each(['门面3', '临街3', '平房12'])('%s, to the street, is read back', (text) => {
    const dwelling = parseDwelling(text)
    expect(dwelling === undefined ? null : formatDwelling(dwelling)).toBe(text)
  })
})
