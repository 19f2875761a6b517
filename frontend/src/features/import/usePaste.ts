import { useEffect } from 'react';
import { typing } from '@/app/chord';
import { openText } from './session';

/** Takes rows that are pasted anywhere but into a field. */
export function usePaste(active: boolean): void {
  useEffect(() => {
    if (!active) return;
    const paste = (event: ClipboardEvent) => {
      const text = event.clipboardData?.getData('text/plain') ?? '';
      if (typing(event.target) || text.trim() === '') return;
      event.preventDefault();
      openText(text);
    };
    document.addEventListener('paste', paste);
    return () => document.removeEventListener('paste', paste);
  }, [active]);
}
