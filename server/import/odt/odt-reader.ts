import { wrong } from '../../../shared/parsing.ts';
import type { Read } from '../reader.ts';
import { readingOfWritten } from '../written/reading-of-written.ts';
import { elementAt, readXml } from '../xml.ts';
import { openZip } from '../zip.ts';
import { readOdtStyles } from './odt-styles.ts';
import { walkOdt } from './odt-walk.ts';

/** An OpenDocument text with its comments, notes and tracked changes. */
export const read: Read = async ({ file, clean }, told) => {
  const zip = await openZip(file);
  const part = async (name: string) => (zip.names.includes(name) ? readXml(zip.file(name)) : undefined);
  const manifest = await part('META-INF/manifest.xml');
  if (JSON.stringify(manifest ?? {}).includes('"encryption-data"')) throw wrong('', 'locked-file');
  const content = await readXml(zip.file('content.xml'), new Set(), (bytes) =>
    told(Math.min(0.9, bytes / (file.length * 10))),
  );
  const styles = readOdtStyles(await part('styles.xml'), content);
  return readingOfWritten(walkOdt(elementAt(content, 'body', 'text'), styles), clean);
};
