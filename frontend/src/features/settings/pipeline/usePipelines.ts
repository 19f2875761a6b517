import { useQuery } from '@tanstack/react-query';
import { api, keys, type PipelineInfo } from '@/api';

/** The pipelines with their stages, in order; undefined while they load. */
export function usePipelines(): PipelineInfo[] | undefined {
  return useQuery({ queryKey: keys.pipelines, queryFn: () => api.board.pipelines() }).data;
}

const grouped = {
  type: 'opportunity',
  text: '',
  sort: [],
  group: 'stage',
  open: [],
  sums: [],
};

async function count(): Promise<Record<string, number>> {
  const list = await api.lists.open(grouped);
  try {
    const { rows } = await api.lists.rows(list.token, 0, list.total);
    return Object.fromEntries(rows.map(({ group }) => [group?.key ?? '', group?.count ?? 0]));
  } finally {
    await api.lists.close(list.token);
  }
}

/** How many opportunities there are, by the id of their stage. */
export function useStageCounts(): Record<string, number> {
  const queryKey = keys.list('opportunity', { settings: 'stages' });
  return useQuery({ queryKey, queryFn: count }).data ?? {};
}
