import { useQuery } from '@tanstack/react-query';
import { api, keys } from '@/api';
import type { TimelineEntry } from '@/api/types';

const none: TimelineEntry[] = [];

/** What happened to a record, newest first, and what is planned. */
export function useTimeline(type: string, id: string) {
  const query = useQuery({
    queryKey: keys.timeline(type, id),
    queryFn: () => api.records.timeline(type, id),
  });
  return { entries: query.data ?? none, loading: query.isPending, failed: query.error };
}
