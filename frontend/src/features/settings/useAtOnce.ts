import { useEffect, useState } from 'react';

/**
 * A choice that shows at once while it is saved. What the core has counts again as soon as
 * it changes, or when it refuses (`save` gives false).
 */
export function useAtOnce<V>(
  value: V,
  save: (value: V) => Promise<boolean>,
): [V, (value: V) => void] {
  const [shown, setShown] = useState(value);
  useEffect(() => setShown(value), [value]);
  const choose = (next: V) => {
    setShown(next);
    void save(next).then((kept) => {
      if (!kept) setShown(value);
    });
  };
  return [shown, choose];
}
