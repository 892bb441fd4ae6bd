import { describe, expect, it } from 'vitest'
import { stackFrames } from './stack-frames.ts'

function errorWith(stack: string): Error {
  const error = new Error('王秀英 610103195005201234')
  error.stack = stack
  return error
}

describe('the frames that are written down', () => {
  it('name the function and the place, without message and folders', () => {
    const stack = [
      'Error: 王秀英 610103195005201234',
      '    at saveResident (C:\\Users\\张 三\\AppData\\Local\\Programs\\linli\\out\\main\\ledger-worker.js:120:9)',
      '    at async Object.handle (file:///home/%E5%BC%A0%E4%B8%89/linli/out/main/main.js:7:1)',
      '    at C:\\Users\\张 三\\linli\\main.js:3:2',
      '    at node:internal/process/task_queues:95:5',
    ].join('\n')
    expect(stackFrames(errorWith(stack)).split('\n')).toEqual([
      '    at saveResident ledger-worker.js:120:9',
      '    at Object.handle main.js:7:1',
      '    at  main.js:3:2',
      '    at  task_queues:95:5',
    ])
  })

  it('are those of the errors this program really makes', () => {
    const frames = stackFrames(new TypeError('王秀英'))
    expect(frames).toContain('stack-frames.test.ts:')
    expect(frames).not.toMatch(/王秀英|\/[a-z]+\/[a-z]+/)
    expect(stackFrames('no error')).toBe('')
  })
})
