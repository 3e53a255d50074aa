// Validates DOCX files with Microsoft's Open XML SDK (compiled to WebAssembly), whose schemas are those of ECMA-376:
// node scripts/check-docx/validate-schema.mjs FILES. Prints one JSON array per file. A process of its own, because the
// package is an ES module that Jest cannot load.
import { readFileSync } from 'node:fs';
import validate from '@ooxml-tools/validate';

/** ECMA-376 first edition: what every Word since 2007 and every WPS reads, without a vendor's extension. */
const EDITION = 'Office2007';

for (const file of process.argv.slice(2)) {
  console.log(JSON.stringify(await faultsOf(file)));
}

async function faultsOf(file) {
  try {
    const found = await validate(new Uint8Array(readFileSync(file)), 'docx', EDITION);
    return found.map(({ id, path, description }) => ({
      rule: id,
      part: (path?.partUri ?? '').replace(/^\//, ''),
      detail: `${path?.xpath ?? ''} ${description}`,
    }));
  } catch (error) {
    // The SDK refuses to open a package that names a part it does not have, or a part of the wrong kind.
    return [{ rule: 'Package', part: '', detail: String(error.message) }];
  }
}
