/** Runs a program of `npm run`; what stops it is told in one line, and the program ends with 1. */
export function runProgram(main: () => Promise<void>): void {
  main().catch((error: unknown) => {
    console.error(reasonOf(error));
    process.exitCode = 1;
  });
}

/** What went wrong, without the places in the code. */
export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
