import { join } from 'node:path';
import { chromium } from 'playwright-core';
import type { Renderer } from './engine';
import { makeProgramHome } from './fontconfig';
import { htmlOf } from './html';

const EXECUTABLE = '/usr/bin/chromium';
/** Without these the browser looks for its maker's servers at every start. */
const QUIET =
  '--disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync --disable-breakpad';

/** One browser and one page for all documents: a new page costs more than the document. */
export async function openChromium(): Promise<Renderer> {
  const { folder, environment } = makeProgramHome();
  const context = await chromium.launchPersistentContext(join(folder, 'profile'), {
    executablePath: EXECUTABLE,
    chromiumSandbox: false,
    args: QUIET.split(' '),
    env: Object.fromEntries(
      Object.entries(environment).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
    ),
  });
  const page = context.pages()[0] ?? (await context.newPage());
  return {
    render: async ({ model }) => {
      await page.setContent(htmlOf(model));
      return page.pdf({ preferCSSPageSize: true, tagged: true });
    },
    close: () => context.close(),
  };
}
