import { toFailed } from './failed';

/** A file that the browser sent, for ImportSource.upload. */
export interface Uploaded {
  id: string;
  name: string;
}

/** Sends a file to the program that serves the page. The window gives paths instead. */
export async function upload(file: File): Promise<Uploaded> {
  const form = new FormData();
  form.append('file', file, file.name);
  try {
    const response = await fetch('/upload', { method: 'POST', body: form });
    const answer: unknown = await response.json();
    if (!response.ok) throw answer;
    return answer as Uploaded;
  } catch (thrown) {
    throw toFailed(thrown);
  }
}
