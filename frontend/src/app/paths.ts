import { navigate } from 'wouter/use-hash-location';

/** Addresses of the screens, after the # of the page. */
export const paths = {
  board: '/board',
  list: (type: string) => `/list/${type}`,
  record: (type: string, id: string) => `/r/${type}/${id}`,
  import: '/import',
  settings: (section?: string) => (section ? `/settings/${section}` : '/settings'),
};

/** Goes to a screen. */
export function go(path: string): void {
  navigate(path);
}
