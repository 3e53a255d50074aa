import { writeFileSync } from 'node:fs';
import { makeNegatives } from '../matcher-corpus/negatives';
import { makePositives } from '../matcher-corpus/positives';
import { handWritten } from '../matcher-corpus/hand-written';
import { scoreCorpus } from '../support/matcher-score';
test('tune', () => {
  const t = Date.now();
  const s = scoreCorpus([...handWritten(), ...makePositives(1, 4), ...makeNegatives(2, 4)]);
  const out = s.rows.map((r) => `${r.class.padEnd(40)} n=${r.count} found=${r.found} wrong=${r.wrong} exact=${r.exactSpans}`).join('\n');
  writeFileSync('/tmp/tune.txt', [out, `ms ${Date.now() - t}`, `missed ${s.missed.length} false ${s.false.length} loose ${s.loose.length}`, 'MISSED', ...s.missed, 'FALSE', ...s.false, 'LOOSE', ...s.loose].join('\n'));
});
