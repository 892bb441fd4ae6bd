import { expect, test } from 'vitest'
import { refusedStartSwitches } from './start-switches.ts'

test.each([
  '--remote-debugging-port=9222',
  '--remote-debugging-pipe',
  '--remote-allow-origins=*',
  '--inspect',
  '--inspect-brk=0',
  '--js-flags=--expose-gc',
  '--disable-web-security',
  '--disable-gpu-sandbox',
  '--single-process',
  '--renderer-cmd-prefix=x',
  '--disable-blink-features=TrustedTypes',
  '--disable-features=IsolateOrigins',
  '--load-extension=C:\\x',
  '--host-resolver-rules=MAP * 1.2.3.4',
  '--proxy-server=1.2.3.4:80',
  '--log-net-log=x',
  '--require=x.js',
  '-r',
  '--REMOTE-DEBUGGING-PORT=1',
  '--remote_debugging_port=1',
])('%s keeps the app from starting', (argument) => {
  for (const platform of ['linux', 'win32', 'darwin'] as const)
    expect(refusedStartSwitches(['app', argument], platform)).toHaveLength(1)
})

test('what a shortcut or an office machine may add does no harm', () => {
  const harmless = [
    '--user-data-dir=/tmp/debug',
    '--force-device-scale-factor=1.5',
    '--lang=zh-CN',
    '--disable-gpu',
    '--high-dpi-support=1',
    'C:\\remote-debugging\\ledger.db',
    '--',
  ]
  expect(refusedStartSwitches(harmless, 'win32')).toEqual([])
  expect(refusedStartSwitches([...harmless, '/inspect/ledger.db', '/debug'], 'linux')).toEqual([])
})

test('Windows also takes one dash and a slash for a switch', () => {
  expect(refusedStartSwitches(['/remote-debugging-port=1', '-inspect'], 'win32')).toEqual([
    'remote-debugging-port',
    'inspect',
  ])
})

test('only on Linux the app may run without the sandbox', () => {
  expect(refusedStartSwitches(['--no-sandbox'], 'linux')).toEqual([])
  expect(refusedStartSwitches(['--no-sandbox'], 'win32')).toEqual(['no-sandbox'])
  expect(refusedStartSwitches(['--disable-seccomp-filter-sandbox'], 'linux')).toHaveLength(1)
})
