import { useQuery } from '@tanstack/react-query';
import { api, keys, type Row } from '@/api';

/** How many records of a set-up type are shown; files have a few dozen of them. */
const MOST = 1000;

async function read(type: string, sort: string): Promise<Row[]> {
  const query = {
    type,
    text: '',
    sort: [{ field: sort, desc: false }],
    group: '',
    open: [],
    sums: [],
  };
  const list = await api.lists.open(query);
  try {
    const { rows } = await api.lists.rows(list.token, 0, Math.min(list.total, MOST));
    return rows;
  } finally {
    await api.lists.close(list.token);
  }
}

/** All records of a set-up type, in order; undefined while they load. */
export function useRows(type: string, sort: string): Row[] | undefined {
  return useQuery({
    queryKey: keys.list(type, { settings: sort }),
    queryFn: () => read(type, sort),
  }).data;
}
