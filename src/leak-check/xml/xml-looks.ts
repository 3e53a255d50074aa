import type { Tag } from './xml-tags';

/** Reads the runs of a paragraph of Word that are formatted in one way. */
export type Looks = { text(text: string): void; tag(tag: Tag): void; texts(): string[] };

type Flow = { all: string; paragraph: number; turn: number; isParted: boolean };

/**
 * Runs of one format, where runs of another stand between them in a paragraph: letters in white, of no size or hidden by a
 * style part a text for programs, but not for people. One text for each format that is parted like this.
 */
export function createLooks(): Looks {
  const flows = new Map<string, Flow>();
  let look = '';
  let paragraph = 0;
  let turn = 0;
  let last = '';
  return {
    text(text) {
      if (text.trim() === '') return;
      if (look !== last) turn += 1;
      last = look;
      const flow = flows.get(look);
      if (flow === undefined) {
        flows.set(look, { all: text, paragraph, turn, isParted: false });
        return;
      }
      const isSame = flow.paragraph === paragraph;
      flow.isParted ||= isSame && flow.turn !== turn;
      flow.all += isSame ? text : `\n${text}`;
      flow.paragraph = paragraph;
      flow.turn = turn;
    },
    tag({ name, kind, look: part }) {
      if (name === 'w:r' && kind === 'start') look = '';
      else if (name === 'w:p') paragraph += 1;
      else if (part !== '') look += part;
    },
    texts: () => [...flows.values()].filter(({ isParted }) => isParted).map(({ all }) => all),
  };
}
