import { ESLint } from 'eslint'
import { packageFaults } from '../../package/check-package.mjs'
import { inProject } from '../../setup/project.mjs'
import { collectMisses, type Experiment } from '../experiment.ts'

interface BannedCall {
  /** A file of the product in whose place the text is judged: the types of the real one hold. */
  readonly file: string
  readonly text: string
  readonly rule: string
}

const syntax = 'no-restricted-syntax'
const imports = 'no-restricted-imports'

/** What nobody may write, written down apart from the rules that forbid it. */
const bannedCalls: readonly BannedCall[] = [
  {
    file: 'renderer/app/main.tsx',
    text: 'export const a = <p dangerouslySetInnerHTML={{ __html: "x" }} />',
    rule: syntax,
  },
  {
    file: 'renderer/app/main.tsx',
    text: 'export const a = { dangerouslySetInnerHTML: { __html: "x" } }',
    rule: syntax,
  },
  { file: 'electron/window.ts', text: 'export const a = { nodeIntegration: true }', rule: syntax },
  { file: 'electron/window.ts', text: 'export const a = { webviewTag: true }', rule: syntax },
  { file: 'electron/window.ts', text: 'export const a = { contextIsolation: false }', rule: syntax },
  { file: 'electron/window.ts', text: 'export const a = { sandbox: false }', rule: syntax },
  { file: 'electron/window.ts', text: 'export const a = { webSecurity: false }', rule: syntax },
  {
    file: 'electron/window.ts',
    text: 'import { shell } from "electron"\nvoid shell.openExternal("https://a.example")',
    rule: syntax,
  },
  { file: 'electron/window.ts', text: 'import { cpSync } from "node:fs"\ncpSync("a", "b")', rule: syntax },
  { file: 'db/ledger.ts', text: 'import { sql } from "kysely"\nexport const a = sql.raw("x")', rule: syntax },
  { file: 'db/ledger.ts', text: 'import { sql } from "kysely"\nexport const a = sql.lit("x")', rule: syntax },
  { file: 'db/ledger.ts', text: 'export const a = Date.now()', rule: syntax },
  { file: 'db/ledger.ts', text: 'export const a = new Date()', rule: syntax },
  { file: 'domain/age.ts', text: 'export const a = Math.random()', rule: syntax },
  { file: 'electron/window.ts', text: 'export const a: unknown = eval("1")', rule: 'no-eval' },
  {
    file: 'electron/window.ts',
    text: 'export const a: unknown = new Function("return 1")',
    rule: 'no-new-func',
  },
  {
    file: 'electron/window.ts',
    text: 'import { ipcMain } from "electron"\nipcMain.removeAllListeners()',
    rule: imports,
  },
  { file: 'electron/window.ts', text: 'import "./log"', rule: imports },
  { file: 'electron/window.ts', text: 'console.log("x")', rule: 'no-console' },
  {
    file: 'electron/window.ts',
    text: 'import http from "node:http"\nhttp.get("http://a.example")',
    rule: imports,
  },
  {
    file: 'electron/window.ts',
    text: 'import https from "https"\nhttps.get("https://a.example")',
    rule: imports,
  },
  { file: 'electron/window.ts', text: 'import { connect } from "node:net"\nconnect(80)', rule: imports },
  {
    file: 'db/ledger.ts',
    text: 'export const a = fetch("https://a.example")',
    rule: 'no-restricted-globals',
  },
  {
    file: 'electron/window.ts',
    text: 'import { net } from "electron"\nvoid net.fetch("https://a.example")',
    rule: imports,
  },
  {
    file: 'electron/window.ts',
    text: 'import { autoUpdater } from "electron"\nautoUpdater.quitAndInstall()',
    rule: imports,
  },
]

/** The package has the fuses and files it must have, and every banned call is refused where it is written. */
export const bannedCallsAreRefused: Experiment = {
  id: 'S5',
  what: 'fuses and files of the package; every banned call under the lint rules there are',
  needsWindow: true,
  run: async () => {
    const { misses, expect } = collectMisses()
    const faults: readonly string[] = await packageFaults()
    misses.push(...faults)
    const eslint = new ESLint({
      cwd: inProject(),
      overrideConfigFile: inProject('.config', 'eslint.config.js'),
    })
    for (const { file, text, rule } of bannedCalls) {
      const [result] = await eslint.lintText(`${text}\n`, { filePath: inProject(...file.split('/')) })
      const found = (result?.messages ?? []).filter(
        ({ ruleId, severity }) => ruleId === rule && severity === 2,
      )
      expect(found.length > 0, `${file}: ${JSON.stringify(text)} is let through by ${rule}`)
    }
    return { triedCount: bannedCalls.length + 1, misses }
  },
}
