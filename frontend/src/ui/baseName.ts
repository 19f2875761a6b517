/** The last part of a path, in either way of writing paths. */
export function baseName(path: string): string {
  return path.split(/[\\/]/).pop() ?? path;
}
