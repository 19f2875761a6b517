import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { api, type ImportReport, keys } from '@/api';
import { on } from '@/api/events';
import { importsChanged } from './acts';

/** One import with its errors, kept true while it is undone. */
export function useReport(id: string): ImportReport | undefined {
  useFollowUndo();
  return useQuery({
    queryKey: [...keys.imports, id],
    queryFn: () => api.import.report(id),
    enabled: id !== '',
  }).data;
}

/** The imports of the file, newest first. */
export function useImports(): ImportReport[] | undefined {
  useFollowUndo();
  return useQuery({ queryKey: keys.imports, queryFn: () => api.import.list() }).data;
}

/** The report is written after the last record, so the end of the job counts. */
function useFollowUndo(): void {
  useEffect(
    () =>
      on('job', ({ kind, state }) => {
        const ours = kind === 'undo' || kind === 'import';
        if (ours && state !== 'running') void importsChanged();
      }),
    [],
  );
}
