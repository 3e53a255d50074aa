/** Import rules of ARCHITECTURE.md, "Who may import whom". `npm run deps` checks them. */
const src = (names) => `^src/(${names})(/|\\.ts$)`;

/** What each module of the machine may import from the others. */
const MAY_IMPORT = {
  errors: '',
  log: '',
  config: 'errors',
  model: 'errors',
  schema: 'errors',
  match: '',
  text: 'errors',
  jurisdiction: 'errors',
  privacy: 'schema|match|errors',
  'leak-check': 'match|errors',
  layout: 'model|errors',
  registry: 'errors',
  workers: 'layout|leak-check|match|model|errors',
  authoring: 'schema|match|privacy|jurisdiction|text|model|errors',
  pipeline: 'authoring|schema|privacy|match|jurisdiction|text|model|layout/format|workers|registry|errors',
  http: 'pipeline|workers|authoring|schema|layout/format|registry|log|errors',
  wire: 'http|pipeline|workers|authoring|schema|jurisdiction|text|registry|config|log|errors',
};

/** What the rooms of the two largest modules may import from one another. */
const ROOMS = {
  match: { text: '', letters: 'text', doors: 'text', address: 'text|letters|doors', identities: 'text|letters|doors' },
  'leak-check': { bytes: '', xml: 'bytes', text: 'bytes|xml', files: 'bytes|xml|text|pictures' },
};

/** Third-party packages that have one door into the house. */
const DOORS = {
  handlebars: src('text'),
  pdfmake: '^src/layout/pdf/',
  docx: '^src/layout/docx/',
  qrcode: '^src/layout/qr-image\\.ts$',
  'zxing-wasm': '^src/leak-check/pictures/zxing\\.ts$',
  libsql: src('registry'),
  express: src('http|wire'),
  multer: src('http'),
  helmet: src('http'),
  'prom-client': src('http'),
  pino: src('log'),
  piscina: '^src/workers/open-workers\\.ts$',
  zod: src('config|schema|jurisdiction'),
};

module.exports = {
  forbidden: [
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    { name: 'no-orphans', severity: 'error', from: { orphan: true, pathNot: '\\.d\\.ts$' }, to: {} },
    {
      name: 'resolvable',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    ...Object.entries(MAY_IMPORT).map(([module, allowed]) => ({
      name: `${module}-imports`,
      severity: 'error',
      from: { path: src(module) },
      to: { path: '^(src|templates)/', pathNot: allowed === '' ? src(module) : src(`${module}|${allowed}`) },
    })),
    ...Object.entries(ROOMS).flatMap(([module, rooms]) =>
      Object.entries(rooms).map(([room, allowed]) => ({
        name: `${module}-${room}-imports`,
        severity: 'error',
        from: { path: `^src/${module}/${room}/` },
        to: {
          path: `^src/${module}/[^/]+/`,
          pathNot: `^src/${module}/(${[room, allowed].filter(Boolean).join('|')})/`,
        },
      })),
    ),
    ...Object.entries(DOORS).map(([name, door]) => ({
      name: `door-${name}`,
      severity: 'error',
      from: { pathNot: door },
      to: { path: `node_modules/${name}/`, dependencyTypesNot: ['type-only'] },
    })),
    {
      name: 'writers-are-strangers',
      severity: 'error',
      from: { path: '^src/layout/(pdf|docx)/' },
      to: { path: '^src/layout/(pdf|docx)/', pathNot: '^src/layout/$1/' },
    },
    {
      name: 'fonts-and-writers-stay-in-the-threads',
      comment: 'The main thread knows the names of the formats only.',
      severity: 'error',
      from: { path: '^src/(?!layout/|leak-check/|workers/(worker|in-process|finish-file|search-file)\\.ts)' },
      to: { path: '^src/(layout/(?!format\\.ts)|leak-check/)', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'templates-import-authoring-only',
      severity: 'error',
      from: { path: '^templates/' },
      to: { path: '^src/', pathNot: '^src/authoring/index\\.ts$' },
    },
    {
      name: 'instruments-are-strangers',
      severity: 'error',
      from: { path: '^templates/instruments/([^/]+)/' },
      to: { path: '^templates/', pathNot: '^templates/(instruments/$1/|case/|wording/|law\\.ts$)' },
    },
    {
      name: 'templates-use-no-packages',
      severity: 'error',
      from: { path: '^templates/' },
      to: { dependencyTypes: ['npm', 'npm-dev', 'core'] },
    },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['require', 'node', 'default'] },
  },
};
