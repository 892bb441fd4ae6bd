import js from '@eslint/js'
import { defineConfig } from 'eslint/config'
import a11y from 'eslint-plugin-jsx-a11y'
import reactHooks from 'eslint-plugin-react-hooks'
import { resolve } from 'node:path'
import tseslint from 'typescript-eslint'

const root = resolve(import.meta.dirname, '..')

const unsafeEverywhere = [
  {
    selector:
      "JSXAttribute[name.name='dangerouslySetInnerHTML'], Property[key.name='dangerouslySetInnerHTML']",
    message: 'Text from the ledger must never become markup.',
  },
  {
    selector: 'Property[key.name=/^(nodeIntegration|nodeIntegrationInWorker|webviewTag)$/][value.value=true]',
    message: 'The window gets no Node and no webview.',
  },
  {
    selector: 'Property[key.name=/^(contextIsolation|sandbox|webSecurity)$/][value.value=false]',
    message: 'The window stays isolated, sandboxed and under web security.',
  },
  {
    selector: "Identifier[name='openExternal']",
    message: 'The product is offline and opens nothing outside itself.',
  },
  {
    selector: "Identifier[name='cpSync']",
    message: 'cpSync loses data on non-ASCII paths on Windows. Use copyFile and verify.',
  },
  {
    selector: "MemberExpression[object.name='sql'][property.name=/^(raw|lit)$/]",
    message: 'Statements take parameters; no value is ever spelled into their text.',
  },
]

const hiddenInputs = [
  {
    selector: "MemberExpression[object.name='Math'][property.name='random']",
    message: 'Take randomness as an argument.',
  },
  {
    selector:
      "NewExpression[callee.name='Date'][arguments.length=0], MemberExpression[object.name='Date'][property.name='now'], MemberExpression[object.name='Temporal'][property.name='Now']",
    message: 'Time comes from the injected clock (domain/clock.ts).',
  },
]

const relativeImportWithoutExtension = {
  regex: String.raw`^\.{1,2}/(?!.*\.\w+(\?\w+)?$)`,
  message: 'Write the extension: Node runs these files as they are.',
}

const ipcNames = {
  name: 'electron',
  importNames: ['ipcMain', 'ipcRenderer'],
  message: 'Channels live in electron/ipc and electron/preload.ts alone.',
}

const offline = 'The product is offline: nothing in it reaches out.'
const networkModules = ['http', 'https', 'http2', 'net', 'tls', 'dgram', 'dns'].flatMap((name) =>
  [name, `node:${name}`].map((module) => ({ name: module, message: offline })),
)
const networkOfElectron = { name: 'electron', importNames: ['net', 'autoUpdater'], message: offline }
const networkGlobals = ['fetch', 'XMLHttpRequest', 'WebSocket', 'EventSource'].map((name) => ({
  name,
  message: offline,
}))

const nodeGlobals = Object.fromEntries(
  [
    'console',
    'process',
    'performance',
    'setInterval',
    'clearInterval',
    'setTimeout',
    'clearTimeout',
    'URL',
    'Buffer',
  ].map((name) => [name, 'readonly']),
)

export default defineConfig(
  { ignores: ['out/', 'release/', 'node_modules/', 'e2e/fixtures/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  {
    rules: {
      eqeqeq: 'error',
      'no-eval': 'error',
      'no-new-func': 'error',
      'no-restricted-syntax': ['error', ...unsafeEverywhere],
      'no-restricted-imports': ['error', { patterns: [relativeImportWithoutExtension] }],
    },
  },
  { files: ['**/*.{js,mjs}'], languageOptions: { globals: nodeGlobals } },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: {
      parserOptions: { projectService: { allowDefaultProject: ['.config/*.ts'] }, tsconfigRootDir: root },
    },
    rules: {
      // Taking an object apart to leave something out.
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      // kysely hands its expression builder over in pieces; its functions keep no `this`.
      '@typescript-eslint/unbound-method': 'off',
      // Names and masks count code points, which is what spreading a string gives.
      '@typescript-eslint/no-misused-spread': 'off',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': [
        'error',
        { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true },
      ],
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      // A function may be async because the door it stands in for is.
      '@typescript-eslint/require-await': 'off',
    },
  },
  {
    files: ['{domain,db,electron,renderer}/**/*.{ts,tsx}'],
    rules: { 'no-console': 'error' },
  },
  {
    files: ['{domain,db}/**/*.ts'],
    ignores: ['domain/clock.ts', '**/*.test.ts'],
    rules: { 'no-restricted-syntax': ['error', ...unsafeEverywhere, ...hiddenInputs] },
  },
  {
    files: ['{domain,db,electron,renderer,scripts}/**/*.{ts,tsx}'],
    ignores: ['electron/ipc/**', 'electron/preload.ts'],
    rules: {
      'no-restricted-imports': ['error', { paths: [ipcNames], patterns: [relativeImportWithoutExtension] }],
    },
  },
  {
    files: ['{domain,db,electron,renderer}/**/*.{ts,tsx}'],
    ignores: ['**/*.test.{ts,tsx}', '**/testing/**'],
    rules: {
      'no-restricted-globals': ['error', ...networkGlobals],
      'no-restricted-imports': [
        'error',
        {
          paths: [ipcNames, networkOfElectron, ...networkModules],
          patterns: [relativeImportWithoutExtension],
        },
      ],
    },
  },
  {
    files: ['electron/ipc/**/*.ts', 'electron/preload.ts'],
    ignores: ['**/*.test.ts', '**/testing/**'],
    rules: {
      'no-restricted-imports': [
        'error',
        { paths: [networkOfElectron, ...networkModules], patterns: [relativeImportWithoutExtension] },
      ],
    },
  },
  {
    files: ['renderer/**/*.tsx'],
    extends: [reactHooks.configs.flat['recommended-latest'], a11y.flatConfigs.strict],
  },
)
