import { useCallback, useEffect, useMemo, useState } from 'react';
import { type Failed, type ListInfo, type ListQuery, toFailed } from '@/api';
import { useLang } from '@/i18n';
import { ListSource } from '../grid/source';

/** A list as it is opened for a query. */
export interface Opened {
  source: ListSource;
  /** null until the first answer; keeps the last list while another one is opened. */
  info: ListInfo | null;
  /** Why the list could not be opened. */
  failed: Failed | null;
  retry: () => void;
  /** Asks for count and sums as they are now. */
  recount: () => void;
}

/** Opens a list and keeps it open. The query is compared by what it says. Nothing is opened without one. */
export function useSource(wanted: ListQuery | null): Opened {
  const [source] = useState(() => new ListSource());
  const [info, setInfo] = useState<ListInfo | null>(null);
  const [failed, setFailed] = useState<Failed | null>(null);
  // Heads of groups and linked titles come in a language: in another one the list is opened anew.
  const lang = useLang();
  const said = wanted && JSON.stringify([wanted, lang]);
  const query = useMemo(() => (said ? (JSON.parse(said) as [ListQuery])[0] : null), [said]);

  const open = useCallback(() => {
    if (!query) return;
    source.open(query).then(
      () => setFailed(null),
      (thrown) => setFailed(toFailed(thrown)),
    );
  }, [source, query]);
  useEffect(
    () => source.listen((event, opened) => event !== 'refresh' && setInfo(opened)),
    [source],
  );
  useEffect(open, [open]);
  useEffect(() => () => source.close(), [source]);

  const recount = useCallback(() => {
    source.totals().then(
      (now) =>
        now && setInfo((before) => before && { ...before, count: now.count, sums: now.sums }),
      // The rows are there; the next change asks again.
      () => undefined,
    );
  }, [source]);
  return { source, info, failed, retry: open, recount };
}
