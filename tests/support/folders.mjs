// Temporary folders.

import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A new folder that goes when the test (or suite) ends. */
export function temporaryFolder(test) {
  const folder = mkdtempSync(join(tmpdir(), "evenhand-"));
  test.after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Writes files of `{name, content}` into a folder and returns their paths. */
export function writeFiles(folder, files) {
  return files.map(({ name, content }) => {
    const path = join(folder, name);
    writeFileSync(path, content);
    return path;
  });
}
