import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { api, type FileInfo, keys } from '@/api';
import { pairs, useWords } from '@/i18n';
import { CreateHost } from '@/records/form/CreateHost';
import { toast } from '@/ui';
import { useJobs } from './jobs';
import { Routes } from './Routes';
import css from './Shell.module.css';
import { Shortcuts } from './Shortcuts';
import { Sidebar } from './Sidebar';
import { StatusBar } from './StatusBar';
import { useGlobalCommands } from './useGlobalCommands';
import { useSidebar } from './useSidebar';

const words = pairs({ product: ['Dealbox', '商机匣'] });

function useTitle(file: FileInfo): void {
  const t = useWords(words);
  const setup = useQuery({ queryKey: keys.setup, queryFn: () => api.settings.setup() }).data;
  const title = `${setup?.name || file.name} · ${t.product}`;
  useEffect(() => {
    document.title = title;
  }, [title]);
}

/** Says once what was noticed while the file was opened. */
function useNotes(notes: string[]): void {
  const text = notes.join('\n');
  useEffect(() => {
    for (const note of text.split('\n')) if (note) toast(note, { id: `note-${note}`, life: 0 });
  }, [text]);
}

/** The window while a file is open: sidebar, screen, status bar. */
export function Shell({ file }: { file: FileInfo }) {
  const { collapsed } = useSidebar();
  useTitle(file);
  useNotes(file.notes);
  useGlobalCommands();
  useJobs();
  return (
    <div className={css.app} data-collapsed={collapsed || undefined}>
      <Sidebar collapsed={collapsed} />
      <main className={css.main}>
        <Routes />
      </main>
      <StatusBar />
      <CreateHost />
      <Shortcuts />
    </div>
  );
}
