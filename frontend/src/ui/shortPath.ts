import { baseName } from './baseName';

/** A path as people name it: from the documents folder on where it lies there. */
export function shortPath(path: string, documents: string): string {
  const inside = documents !== '' && /^[\\/]/.test(path.slice(documents.length));
  return inside && path.startsWith(documents)
    ? baseName(documents) + path.slice(documents.length)
    : path;
}
