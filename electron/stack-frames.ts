/** Unit: frames. */
const deepest = 8

/** Where an error came from, without its message and without folders, which may carry a user's name. */
export function stackFrames(error: unknown): string {
  const stack = error instanceof Error ? (error.stack ?? '') : ''
  return stack
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, deepest)
    .map(withoutFolder)
    .join('\n')
}

function withoutFolder(frame: string): string {
  const place = /[^/\\()]+:\d+:\d+\)?$/.exec(frame)
  if (place === null) return frame.replace(/\(.*$/, '').replace(/[/\\].*$/, '')
  const name = /^\s+at (?:async )?([^/\\:]*) \(/.exec(frame)?.[1] ?? ''
  return `    at ${name} ${place[0].replace(/\)$/, '')}`
}
