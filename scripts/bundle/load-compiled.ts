/** How the bundled service is loaded: this file is bundled with it and knows nothing of it. */
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import vm from 'node:vm';

export type Loaded = { script: vm.Script; exports: Record<string, unknown> };

/** Where the code is kept that V8 has compiled of a file. */
export function keptBeside(file: string): string {
  return `${file}.compiled`;
}

/**
 * A CommonJS file, ready to run, with the code that was kept of it. V8 refuses code of another version, other flags or
 * another source, and compiles the file as usual.
 */
export function compile(file: string): vm.Script {
  const kept = keptBeside(file);
  const source = readFileSync(file, 'utf8');
  return new vm.Script(`(function (exports, require, module, __filename, __dirname) {${source}\n})`, {
    filename: file,
    importModuleDynamically: vm.constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
    ...(existsSync(kept) ? { cachedData: readFileSync(kept) } : {}),
  });
}

/** Runs a CommonJS file as `require` does. */
export function loadCompiled(file: string): Loaded {
  const script = compile(file);
  const module: Pick<Loaded, 'exports'> = { exports: {} };
  const run = script.runInThisContext() as (...given: unknown[]) => void;
  run(module.exports, createRequire(file), module, file, path.dirname(file));
  return { script, exports: module.exports };
}
