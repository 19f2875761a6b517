import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api, type Ref } from '@/api';

const LIMIT = 12;
const NONE: Ref[] = [];

/**
 * Records of a type by any text, pinyin or digits; the likeliest ones for "". Asked only
 * while `active`; with `all`, also those no longer in use. `loading` also covers the pause after the last key.
 */
export function useSuggest(type: string, text: string, active: boolean, all = false) {
  const [asked] = useDebouncedValue(text, 80);
  const query = useQuery({
    queryKey: ['suggest', type, asked, all],
    queryFn: () => api.records.suggest({ type, text: asked, limit: LIMIT, all }),
    enabled: active && type !== '',
    placeholderData: keepPreviousData,
  });
  const loading = asked !== text || query.isFetching;
  return { refs: query.data ?? NONE, loading };
}
