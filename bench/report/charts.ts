import type { GrowthSeries } from '../child';
import { ENGINES } from '../engines';
import { spread } from '../measure/statistics';
import type { Chart } from './chart';
import type { Results } from './results';

const AXES: Record<GrowthSeries, { title: string; xLabel: string }> = {
  pages: { title: 'Pages', xLabel: 'pages of a document' },
  characters: { title: 'Characters on a page', xLabel: 'characters' },
  distinct: { title: 'Different characters in 2,464', xLabel: 'different characters' },
  rows: { title: 'Rows of a table', xLabel: 'rows' },
};

const label = (id: string): string => (ENGINES.find((engine) => engine.id === id)?.title ?? id).replaceAll('`', '');

/** The charts of a run and their file names. */
export function chartFiles({ growth, concurrency, endurance, engines }: Results): { name: string; chart: Chart }[] {
  const series = [...new Set(growth.map((one) => one.series))];
  const grown = series.map((name) => ({
    name: `bench-${name}.svg`,
    chart: {
      ...AXES[name],
      yLabel: 'ms per document',
      series: growth.filter((one) => one.series === name).map(({ id, points }) => ({ label: label(id), points })),
    },
  }));
  const busy = concurrency.map(({ id, points }) => ({
    label: label(id),
    points: points.map(({ concurrency: x, documentsPerSecond: y }) => ({ x, y })),
  }));
  const memory = endurance.map(({ id, watched }) => ({
    label: label(id),
    points: watched.map(({ document: x, memoryMb: y }) => ({ x, y })),
  }));
  const rounds = engines
    .filter(({ id }) => ['ours-pdf-checked', 'typst', 'pdfmake'].includes(id))
    .map(({ id, compared }) => ({
      label: label(id),
      points: compared.rounds.map((times, round) => ({ x: round + 1, y: spread(times).median })),
    }));
  return [
    {
      name: 'bench-rounds.svg',
      chart: { title: 'Median of each round', xLabel: 'round', yLabel: 'ms per document', series: rounds },
    },
    ...grown,
    {
      name: 'bench-concurrency.svg',
      chart: {
        title: 'Documents on the way at once',
        xLabel: 'documents',
        yLabel: 'documents per second',
        series: busy,
        isLogX: true,
      },
    },
    {
      name: 'bench-memory.svg',
      chart: { title: 'Memory over many documents', xLabel: 'documents made', yLabel: 'MB held', series: memory },
    },
  ].filter(({ chart }) => chart.series.length > 0);
}
