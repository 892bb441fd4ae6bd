import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { beforeEach, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { FailureError } from '../domain/failure.ts'
import { readSmallState, writeSmallState, writeSmallStateTwice } from './small-state-file.ts'
import { aLedgerFolder } from './testing/ledger-fixture.ts'

const schema = z.strictObject({ count: z.int(), filler: z.string().optional() })
const read = (path: string) => readSmallState(path, (value) => schema.parse(value))
const prev = (path: string) => `${path}.prev`

let path: string
beforeEach(() => {
  path = join(aLedgerFolder(), '新 文件夹😀', 'state.json')
})

/** A file with state 2 in it, whose previous copy holds state 1. */
async function writtenTwice(): Promise<Buffer> {
  await writeSmallState(path, { count: 1 })
  await writeSmallState(path, { count: 2 })
  return readFileSync(path)
}

describe('a small state file', () => {
  test('is absent before it is written', async () => {
    expect(await read(path)).toEqual({ kind: 'absent' })
  })

  test('is read back, and leaves nothing else beside it but its previous copy', async () => {
    await writtenTwice()
    expect(await read(path)).toEqual({ kind: 'current', value: { count: 2 } })
    expect(readdirSync(join(path, '..')).sort()).toEqual(['state.json', 'state.json.prev'])
  })

  test('holds its own length and SHA-256', async () => {
    await writeSmallState(path, { count: 7 })
    const payload = '{"count":7}'
    const digest = createHash('sha256').update(payload).digest('hex')
    expect(readFileSync(path, 'utf8')).toBe(`linli-state 1 ${payload.length} ${digest}\n${payload}`)
  })

  test('cut short at any byte, it falls back to the previous copy and says so', async () => {
    const whole = await writtenTwice()
    for (let length = 0; length < whole.length; length += 1) {
      writeFileSync(path, whole.subarray(0, length))
      expect(await read(path)).toEqual({ kind: 'previous', value: { count: 1 } })
    }
  })

  test('with any byte altered it falls back as well', async () => {
    const whole = await writtenTwice()
    for (let at = 0; at < whole.length; at += 1) {
      const altered = Buffer.from(whole)
      altered[at] = (altered[at] ?? 0) ^ 1
      writeFileSync(path, altered)
      expect(await read(path)).toEqual({ kind: 'previous', value: { count: 1 } })
    }
  })

  test.each([
    ['filled with zeros', (whole: Buffer) => Buffer.alloc(whole.length)],
    ['ended with zeros', (whole: Buffer) => Buffer.concat([whole.subarray(0, 50), Buffer.alloc(4046)])],
    ['followed by more', (whole: Buffer) => Buffer.concat([whole, Buffer.from('x')])],
    ['of nothing', () => Buffer.alloc(0)],
    ['of another program', () => Buffer.from('{"count":9}')],
    ['absurdly large', (whole: Buffer) => Buffer.concat([whole, Buffer.alloc(1_000_001)])],
  ])('%s, it falls back to the previous copy', async (_name, damage) => {
    writeFileSync(path, damage(await writtenTwice()))
    expect(await read(path)).toEqual({ kind: 'previous', value: { count: 1 } })
  })

  test('gone, or a folder in its place, it falls back to the previous copy', async () => {
    await writtenTwice()
    rmSync(path)
    expect(await read(path)).toEqual({ kind: 'previous', value: { count: 1 } })
    mkdirSync(path)
    expect(await read(path)).toEqual({ kind: 'previous', value: { count: 1 } })
  })

  test('whole but of an unknown shape, it is not guessed at', async () => {
    await writeSmallState(path, { surprise: 1 })
    expect(await read(path)).toEqual({ kind: 'damaged' })
  })

  test('with both copies broken in every mixture it never answers with a default', async () => {
    const whole = await writtenTwice()
    const broken = [Buffer.alloc(0), Buffer.alloc(whole.length), whole.subarray(0, -1), Buffer.from('{}')]
    for (const current of [null, ...broken]) {
      for (const previous of [null, ...broken]) {
        put(path, current)
        put(prev(path), previous)
        const isNothingThere = current === null && previous === null
        expect(await read(path)).toEqual({ kind: isNothingThere ? 'absent' : 'damaged' })
      }
    }
  })

  test('written over a damaged file keeps the good previous copy', async () => {
    await writtenTwice()
    writeFileSync(path, 'damaged')
    await writeSmallState(path, { count: 3 })
    expect(await read(path)).toEqual({ kind: 'current', value: { count: 3 } })
    writeFileSync(path, 'damaged')
    expect(await read(path)).toEqual({ kind: 'previous', value: { count: 1 } })
  })

  test('written twice, no copy names what was before', async () => {
    await writeSmallState(path, { count: 41 })
    await writeSmallStateTwice(path, { count: 42 })
    writeFileSync(path, Buffer.alloc(0))
    expect(await read(path)).toEqual({ kind: 'previous', value: { count: 42 } })
  })

  test('that can take no new name leaves nothing half-written behind', async () => {
    mkdirSync(join(path, 'in the way'), { recursive: true })
    await expect(writeSmallState(path, { count: 2 })).rejects.toThrow()
    expect(readdirSync(join(path, '..'))).toEqual(['state.json'])
    expect(existsSync(join(path, 'in the way'))).toBe(true)
  })

  // The kernel's own folder refuses everybody, as folder protection does on Windows.
  test.skipIf(!existsSync('/dev/full'))(
    'that meets a full disk leaves nothing half-written behind',
    async () => {
      await writtenTwice()
      symlinkSync('/dev/full', `${path}.new`)
      await expect(writeSmallState(path, { count: 3 })).rejects.toThrow('diskFull')
      expect(readdirSync(join(path, '..')).sort()).toEqual(['state.json', 'state.json.prev'])
      expect(await read(path)).toEqual({ kind: 'current', value: { count: 2 } })
    },
  )

  test.skipIf(process.platform !== 'linux')('that is kept from writing says which file it is', async () => {
    const failure: unknown = await writeSmallState('/sys/linli/state.json', {}).catch(
      (error: unknown) => error,
    )
    expect(failure).toBeInstanceOf(FailureError)
    expect(failure).toMatchObject({ failure: { code: 'stateFileBlocked', detail: 'state.json' } })
  })
})

test('killed at any moment it is whole, and never older than what was promised', async () => {
  let next = 1
  for (let round = 0; round < 20; round += 1) {
    const promised = await writeUntilKilled(next, 5 + ((round * 7919) % 60))
    const state = await read(path)
    expect(state.kind).toBe('current')
    const count = state.kind === 'current' ? state.value.count : 0
    expect([promised, promised + 1]).toContain(count)
    next = count + 1
  }
  expect(next).toBeGreaterThan(60)
}, 120_000)

/** Starts a writer in a process of its own and kills it; answers the last state it had promised. */
async function writeUntilKilled(first: number, afterMs: number): Promise<number> {
  const script = join(import.meta.dirname, 'testing', 'state-writer.ts')
  const writer = spawn(process.execPath, [script, path, String(first)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let said = ''
  const ended = new Promise((resolve) => writer.on('close', resolve))
  await new Promise<void>((resolve) => {
    writer.stdout.on('data', (bytes: Buffer) => {
      said += bytes.toString()
      resolve()
    })
  })
  await pause(afterMs)
  writer.kill('SIGKILL')
  await ended
  return Number(said.trimEnd().split('\n').at(-1))
}

function put(file: string, bytes: Buffer | null): void {
  rmSync(file, { force: true })
  if (bytes !== null) writeFileSync(file, bytes)
}
