import { ENGINES } from '../engines';
import { fitGrowth, type Growth, spread } from '../measure/statistics';
import { ratiosByRound } from '../run/compare';
import { chartFiles } from './charts';
import type { EngineResult, Results } from './results';
import { number, table } from './table';
import { targetsOf } from './targets';

const title = (id: string): string => ENGINES.find((engine) => engine.id === id)?.title ?? id;
const formatOf = (id: string) => ENGINES.find((engine) => engine.id === id)?.format ?? 'pdf';

/** The report as Markdown. `images` is the folder of the charts as seen from the report. */
export function writeReport(results: Results, images: string): string {
  const pdf = results.engines.filter(({ id }) => formatOf(id) === 'pdf');
  const docx = results.engines.filter(({ id }) => formatOf(id) === 'docx');
  return [
    '# Benchmarks',
    introduction(results),
    '## Targets\nEvery target is a ratio inside one run: the machine drifts, ratios of neighbouring rounds do not.',
    targetTable(results),
    '## PDF, a two-page ruling',
    timeTable(pdf, { against: ['typst', 'pdfmake'] }),
    "### What each file has\nFound in the finished file by poppler, qpdf and a look at the rendered page, not taken from the engine's word.",
    findingTable(pdf),
    '## Where our time goes\nMedian ms of each step, without pauses between them.',
    stepTable(results),
    matcherTable(results),
    wholeWayTable(results),
    '## DOCX, the same ruling',
    timeTable(docx, { against: ['docx'] }),
    '## How the cost grows',
    growthTable(results),
    ...chartFiles(results).map(({ name, chart }) => `![${chart.title}](${images}/${name})`),
    '## Many documents in one process',
    enduranceTable(results),
    coldStartTable(results),
    settings(results),
  ].join('\n\n');
}

function introduction({ date, command, machine, isQuick, absent, skipped }: Results): string {
  const missing = absent.map(({ id, reason }) => `- left out: ${title(id)} (${reason})`);
  return [
    `Written by \`${command}\` on ${date}${isQuick ? '; a quick run: its numbers are rough' : ''}. Do not edit by hand.`,
    '',
    ...machine.map((line) => `- ${line}`),
    ...missing,
    ...(skipped.length === 0 ? [] : [`- not measured for want of time: ${skipped.join('; ')}`]),
    '',
    'All engines make the same documents in the same order: a protection-order ruling of two pages in four faces with a table',
    'and a QR code, no two alike, from the bundled fonts. Each runs in a process of its own, warmed up until its newest lot',
    'takes no less time and no less work of the processors than the one before. They take turns, round after round; a turn',
    'begins with documents that are not counted, because the first after a long wait take much longer than those that follow.',
    'Times are medians over all documents, with the 10th and 90th percentile in brackets; CPU includes every process that the',
    'engine started; documents per second are measured with one process per core; peak memory is what one process ever held,',
    'and for LibreOffice and Chromium the proportional share of their own processes. Every process of Node keeps a young',
    'generation of 16 MB, as the service does.',
  ].join('\n');
}

function targetTable(results: Results): string {
  const rows = targetsOf(results).map(({ what, wanted, ratio, range, isMet }) => [
    what,
    wanted,
    ratio === undefined ? 'peer absent' : number(ratio),
    range === undefined ? '' : `${number(range[0])}–${number(range[1])}`,
    isMet === undefined ? '' : isMet ? 'met' : 'missed',
  ]);
  return table(['ratio', 'target', 'measured', 'p10–p90 of rounds', ''], rows);
}

function timeTable(engines: EngineResult[], { against }: { against: string[] }): string {
  const peers = against.flatMap((id) => engines.filter((engine) => engine.id === id));
  const rows = engines.map(({ id, compared, throughput, peakMb }) => {
    const wall = spread(compared.rounds.flat());
    const ratios = peers.map((peer) => number(spread(ratiosByRound(compared, peer.compared)).median));
    return [
      title(id),
      `${number(wall.median)} (${number(wall.p10)}–${number(wall.p90)})`,
      number(spread(compared.cpu).median),
      ...ratios,
      number(throughput?.documentsPerSecond ?? Number.NaN),
      number(peakMb),
      number(compared.bytes / 1000),
    ];
  });
  const ratioNames = peers.map(({ id }) => `÷ ${title(id)}`);
  return table(['engine', 'ms per document', 'CPU ms', ...ratioNames, 'documents/s, all cores', 'peak MB', 'kB'], rows);
}

function findingTable(engines: EngineResult[]): string {
  const names = [...new Set(engines.flatMap(({ characters = {} }) => Object.keys(characters)))];
  const rows = engines.flatMap(({ id, findings, characters = {} }) => {
    if (findings === undefined) return [];
    const { pages, structureElements, pdfa, grid, hasAllText, isValid, version } = findings;
    return [
      [
        title(id),
        String(pages),
        version,
        structureElements === 0 ? 'no' : `${structureElements} elements`,
        pdfa === '' ? 'no' : `PDF/A-${pdfa}`,
        `${grid.isRight ? 'yes' : 'no'}: ${grid.perLine} × ${number(grid.pitch)} pt`,
        hasAllText ? 'yes' : 'no',
        isValid ? 'yes' : 'no',
        ...names.map((name) => characters[name] ?? '–'),
      ],
    ];
  });
  const header = [
    'engine',
    'pages',
    'PDF',
    'tagged',
    'says it is',
    '28 × 22 grid',
    'text complete',
    'qpdf accepts',
    ...names,
  ];
  return [
    table(header, rows),
    '',
    'Grid: most frequent number of characters in full lines, and distance of body lines (28.99 pt wanted, ± 0.1 mm). `printed`: a',
    'glyph of its own on the page; `wrong`: another character, without a word; `box`: the sign for a missing character, printed without a word; `blank`: nothing, without a',
    'word; `refused`: no file is made and the caller is told.',
  ].join('\n');
}

function stepTable({ engines }: Results): string {
  const measured = engines.flatMap(({ id, steps }) => (steps === undefined ? [] : [{ id, steps }]));
  const names = [...new Set(measured.flatMap(({ steps }) => Object.keys(steps)))];
  const rows = measured.map(({ id, steps }) => [title(id), ...names.map((name) => number(steps[name] ?? Number.NaN))]);
  return table(['engine', ...names], rows);
}

function matcherTable({ matcher }: Results): string {
  if (matcher.length === 0) return '';
  const rows = matcher.map((point) => [String(point.characters), number(point.prepare), number(point.search)]);
  return [
    'The search alone, for 30 facts; 33,000 Chinese characters are 100 kB.',
    '',
    table(['characters', 'ms to prepare', 'ms to search'], rows),
  ].join('\n');
}

function wholeWayTable({ wholeWay }: Results): string {
  if (wholeWay.length === 0) return '';
  const rows = wholeWay.map(({ paper, kB, fromCase, byteCheck }) => [
    paper,
    ...[kB, fromCase, byteCheck, byteCheck / fromCase, byteCheck / (fromCase - byteCheck)].map(number),
  ]);
  return [
    'From a real case to its proved file, as the service makes it on one thread: checking the case, withholding, wording,',
    'writing, reading back and searching. The search is made ready once, for the text of the pages and for the file, so that this',
    'counts as part of the rest.',
    '',
    table(['sample', 'kB', 'ms from case to file', 'ms of it for the byte check', 'share', '÷ the rest'], rows),
  ].join('\n');
}

function growthTable({ growth, concurrency }: Results): string {
  const rows = growth.map(({ series, id, points, fit }) => [
    series,
    title(id),
    points.map(({ x, y }) => `${x}: ${number(y)}`).join(', '),
    number(fit.slope),
    number(fit.r2),
    number(fit.exponent),
    verdict(fit),
  ]);
  const busy = concurrency.map(({ id, points }) => {
    const fit = fitGrowth(points.map(({ concurrency: x, p50: y }) => ({ x, y })));
    return [
      title(id),
      ...points.map((one) => `${number(one.documentsPerSecond)} (${number(one.p50)} / ${number(one.p90)})`),
      verdict(fit),
    ];
  });
  const levels = concurrency[0]?.points.map((point) => String(point.concurrency)) ?? [];
  return [
    table(['grows with', 'engine', 'size: ms', 'ms per unit', 'R²', 'exponent', 'verdict'], rows),
    '',
    'Exponent: power of the growth over the upper half of the sizes; 1 is linear, 2 quadratic.',
    '',
    'Documents per second in one process, and in brackets how long a caller waits (median / p90 ms), by documents on the way:',
    '',
    table(['engine', ...levels, 'waiting grows'], busy),
  ].join('\n');
}

const verdict = ({ isLinearOrBetter }: Growth): string => (isLinearOrBetter ? 'linear or better' : 'worse than linear');

function enduranceTable({ endurance }: Results): string {
  const rows = endurance.map(({ id, count, watched, slopes, p99 }) => {
    const memory = watched.map(({ memoryMb }) => memoryMb);
    return [
      title(id),
      String(count),
      `${number(memory[0] ?? Number.NaN)} → ${number(memory.at(-1) ?? Number.NaN)}`,
      slopes.map(number).join(', '),
      `${watched[0]?.descriptors ?? '–'} → ${watched.at(-1)?.descriptors ?? '–'}`,
      p99.map(number).join(', '),
    ];
  });
  const header = [
    'engine',
    'documents',
    'MB, first → last',
    'MB per 1,000 documents by quarter',
    'descriptors',
    'p99 ms by quarter',
  ];
  return table(header, rows);
}

function coldStartTable({ coldStart }: Results): string {
  if (coldStart.length === 0) return '';
  const rows = coldStart.map(({ what, median, p10, p90 }) => [
    title(what),
    `${number(median)} (${number(p10)}–${number(p90)})`,
  ]);
  return ['## The first document', 'From the start of a new process.', table(['process', 'ms'], rows)].join('\n\n');
}

function settings({ engines }: Results): string {
  const rows = engines.map(({ id, versions }) => [
    title(id),
    versions,
    ENGINES.find((engine) => engine.id === id)?.setting ?? '',
  ]);
  return `## How each engine is set up\n\n${table(['engine', 'versions', 'setting'], rows)}\n`;
}
