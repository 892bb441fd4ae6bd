import type Database from 'better-sqlite3'

/*
 * What the first released schema can hold, by statements and rules of its own. Frozen: the digest beside it is of
 * exactly these people, so this file is never changed, and no code of the program decides anything in it.
 */

const peoplePerHousehold = 3
const roomsPerBuilding = 60
const writtenAt = '2026-11-25T01:00:00.000Z'

/** Fills an empty ledger of version 1 with invented people, always the same ones. */
export function fillFirstLedger(raw: Database.Database, peopleCount: number): void {
  const insert = insertions(raw)
  raw.exec('BEGIN')
  insert.committee.run('Committee', 'Street office', '029-80000000')
  insert.setting.run('textSizePercent', '120')
  for (const position of [0, 1, 2])
    insert.visitRule.run(`rule ${position}`, 'minimumAge', String(60 + position), position)
  const householdCount = Math.ceil(peopleCount / peoplePerHousehold)
  for (let at = 0; at < householdCount; at += 1) {
    const building = Math.floor(at / roomsPerBuilding) + 1
    if (at % roomsPerBuilding === 0)
      insert.building.run(building, `${building}#`, String(building).padStart(6, '0'))
    insert.dwelling.run(
      at + 1,
      building,
      String((at % 3) + 1),
      String(100 + (at % roomsPerBuilding)),
      `${building}/${at}`,
    )
    insert.household.run(at + 1, at % 50 === 49 ? null : at + 1)
  }
  for (let id = 1; id <= peopleCount; id += 1) insertPerson(insert, id)
  raw.exec(`UPDATE household SET headResidentId = (id - 1) * ${peoplePerHousehold} + 1 WHERE id % 7 <> 0`)
  insertVisits(raw, peopleCount)
  insertImports(raw, peopleCount)
  raw.exec('COMMIT')
}

function insertions(raw: Database.Database) {
  return {
    committee: raw.prepare('INSERT INTO committee VALUES (1, ?, ?, ?, 0)'),
    setting: raw.prepare('INSERT INTO setting VALUES (?, ?)'),
    visitRule: raw.prepare(
      'INSERT INTO visitRule (name, criterion, value, isActive, position) VALUES (?, ?, ?, 1, ?)',
    ),
    building: raw.prepare('INSERT INTO building VALUES (?, ?, ?)'),
    dwelling: raw.prepare('INSERT INTO dwelling VALUES (?, ?, ?, ?, ?)'),
    household: raw.prepare('INSERT INTO household VALUES (?, ?, NULL)'),
    resident: raw.prepare(
      `INSERT INTO resident VALUES (${Array.from({ length: 24 }, () => '?').join(', ')})`,
    ),
    phone: raw.prepare('INSERT INTO residentPhone VALUES (?, ?, ?, ?)'),
    careTag: raw.prepare('INSERT INTO residentCareTag VALUES (?, ?, ?, ?)'),
  }
}

function insertPerson(insert: ReturnType<typeof insertions>, id: number): void {
  const birthWhen = birthOf(id)
  const hasNumber = id % 97 !== 0
  const isHead = (id - 1) % peoplePerHousehold === 0
  insert.resident.run(
    id,
    Math.floor((id - 1) / peoplePerHousehold) + 1,
    nameOf(id),
    `pinyin${id % 400}`,
    `p${id % 26}`,
    `pin yin ${id % 400}`,
    id % 2 === 0 ? '2' : '1',
    hasNumber ? 'citizenId' : 'none',
    hasNumber ? citizenNumber(birthWhen, id) : null,
    birthWhen,
    ...(id % 5 === 0 ? [(id % 12) + 1, (id % 29) + 1, 0, 1950 + (id % 50)] : [null, null, null, null]),
    id % 11 === 0 ? '03' : '01',
    isHead ? '01' : id % 3 === 0 ? '20' : '10',
    id % 4 === 0 ? `road ${id}` : '',
    '',
    id % 13 === 0 ? 'livingOnly' : 'registeredAndLiving',
    id % 17 === 0 ? 'alone' : null,
    id % 6 === 0 ? `note ${id}`.repeat(1 + (id % 20)) : '',
    1 + (id % 4),
    writtenAt,
    writtenAt,
  )
  for (let position = 0; position < id % 3; position += 1) {
    insert.phone.run(
      id,
      position,
      `1${String(3_000_000_000 + id * 3 + position)}`,
      position === 1 ? 'child' : '',
    )
  }
  if (id % 8 === 0) insert.careTag.run(id, 'disabled', '2020-01-01', null)
  if (id % 40 === 0) insert.careTag.run(id, 'loneElder', null, null)
}

function insertVisits(raw: Database.Database, peopleCount: number): void {
  raw.exec(`
    INSERT INTO visitRound VALUES (1, 'round', 'springFestival', 2026, '2026-02-17', '2026-02-17', '${writtenAt}');
    INSERT INTO visitRoundRule SELECT 1, id FROM visitRule;`)
  const task = raw.prepare(`INSERT INTO visitTask VALUES (?, 1, ?, 0, '', 0, '', ?, ?, 'visitor', ?, 1)`)
  const reason = raw.prepare('INSERT INTO visitTaskReason VALUES (?, 0, ?)')
  for (let id = 10; id <= peopleCount; id += 10) {
    task.run(id, id, id % 20 === 0 ? 'met' : '', id % 20 === 0 ? '2026-02-10' : null, `visited ${id}`)
    reason.run(id, 'rule 0')
  }
}

function insertImports(raw: Database.Database, peopleCount: number): void {
  raw.exec(`INSERT INTO importRun VALUES (1, '${writtenAt}', 'roster.xlsx', ${peopleCount}, 0, NULL)`)
  const change = raw.prepare(`INSERT INTO importChange VALUES (1, ?, 'add', '', 1)`)
  for (let id = 1; id <= peopleCount; id += 25) change.run(id)
}

function birthOf(id: number): string {
  const two = (value: number) => String(value).padStart(2, '0')
  return `${1930 + (id % 90)}-${two((id % 12) + 1)}-${two((id % 28) + 1)}`
}

/** Han characters that follow one another; every thousandth is one that takes four bytes. */
function nameOf(id: number): string {
  const first = id % 1000 === 0 ? 0x20bb7 : 0x4e00 + (id % 3000)
  return String.fromCodePoint(first, 0x5000 + (id % 777), 0x6000 + (id % 991))
}

function citizenNumber(birthWhen: string, id: number): string {
  return `6101${String(Math.floor(id / 1000) % 100).padStart(2, '0')}${birthWhen.replaceAll('-', '')}${String(id % 1000).padStart(3, '0')}X`
}
