/** How `npm start` starts the service, for programs that start one too. */

/** V8 takes compiled code only under the flags that it was compiled under. */
export const FLAGS: readonly string[] = ['--min-semi-space-size=16'];
const READY_WITHIN_MS = 60_000;

/** Where a service that was just started says, on its standard error, that it can be reached. @throws Error when it ends before */
export function addressOf(told: NodeJS.ReadableStream): Promise<string> {
  return new Promise((found, fail) => {
    let text = '';
    const timer = setTimeout(() => end(), READY_WITHIN_MS);
    const end = () => {
      clearTimeout(timer);
      fail(new Error(`the service did not start: ${text.trim()}`));
    };
    told.on('data', (part: Buffer) => {
      text += part.toString();
      const [address] = /http:\/\/[\w.:[\]]+/.exec(text) ?? [];
      if (address === undefined) return;
      clearTimeout(timer);
      found(address);
    });
    told.once('close', end);
  });
}
