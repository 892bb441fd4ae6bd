const testCode = String.raw`\.test\.tsx?$|/testing/`

/** Of the packages, domain may use only those that are pure rules and data. */
const pureLibraries = 'node_modules/(zod|temporal-polyfill|lunar-typescript|pinyin-pro|@zxcvbn-ts/[^/]+)/'

const forbidden = [
  {
    name: 'no-cycles',
    comment: 'A circle of files has no first one to read.',
    from: {},
    to: { circular: true },
  },
  {
    name: 'nothing-unresolvable',
    from: {},
    to: { couldNotResolve: true, pathNot: String.raw`\?` },
  },
  {
    name: 'domain-knows-nobody',
    comment: 'domain is the vocabulary that all others share.',
    from: { path: '^domain/' },
    to: { path: '^(db|electron|renderer|scripts|e2e)/' },
  },
  {
    name: 'domain-has-no-node',
    from: { path: '^domain/', pathNot: testCode },
    to: { dependencyTypes: ['core'] },
  },
  {
    name: 'domain-uses-pure-libraries',
    from: { path: '^domain/', pathNot: testCode },
    to: { path: 'node_modules/', pathNot: pureLibraries },
  },
  {
    name: 'db-knows-only-domain',
    from: { path: '^db/' },
    to: { path: '^(electron|renderer|scripts|e2e)/|node_modules/(electron|react|react-dom|@mantine)/' },
  },
  {
    name: 'electron-knows-domain-and-db',
    from: { path: '^electron/' },
    to: { path: '^(renderer|scripts|e2e)/|node_modules/(react|react-dom|@mantine)/' },
  },
  {
    name: 'renderer-knows-only-domain',
    from: { path: '^renderer/' },
    to: { path: '^(db|electron|scripts|e2e)/|node_modules/(electron|better-sqlite3|kysely)/' },
  },
  {
    name: 'renderer-has-no-node',
    from: { path: '^renderer/', pathNot: testCode },
    to: { dependencyTypes: ['core'] },
  },
  {
    name: 'features-stand-alone',
    comment: 'What two features share belongs into renderer/ui, renderer/ledger or domain.',
    from: { path: '^renderer/features/([^/]+)/' },
    to: { path: '^renderer/features/', pathNot: '^renderer/features/$1/' },
  },
  {
    name: 'repositories-behind-services',
    comment: 'Rules that need stored facts live in the service, so nobody goes around it.',
    from: {
      pathNot: String.raw`\.(service|queries|table)\.ts$|\.repository\.test\.ts$|^db/transaction\.ts$`,
    },
    to: { path: String.raw`\.repository\.ts$` },
  },
  {
    name: 'repositories-of-the-own-folder',
    from: { path: String.raw`^db/([^/]+)/[^/]+\.(service|table)\.ts$` },
    to: { path: String.raw`\.repository\.ts$`, pathNot: '^db/$1/' },
  },
  {
    name: 'product-without-test-code',
    from: { path: '^(domain|db|electron|renderer)/', pathNot: testCode },
    to: { path: testCode },
  },
]

export default {
  forbidden: forbidden.map((rule) => ({ severity: 'error', ...rule })),
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(out|release)/' },
    // Types travel along the same directions as values.
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.mjs', '.js'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
}
