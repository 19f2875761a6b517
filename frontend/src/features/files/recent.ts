import { useQuery } from '@tanstack/react-query';
import { api, keys, type RecentFile, useFile } from '@/api';

const NONE: RecentFile[] = [];

/** Files that were open lately, newest first, without the one that is open. */
export function useRecent(): RecentFile[] {
  const open = useFile()?.path;
  const { data } = useQuery({ queryKey: keys.recent, queryFn: () => api.files.recent() });
  return (data ?? NONE).filter((file) => file.path !== open);
}
