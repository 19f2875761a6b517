import { MantineProvider } from '@mantine/core';
import { act, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { setLang } from '@/i18n';
import { Toaster } from './Toaster';
import { dismissChange, toast, toastError, toastUndo, useToasts } from './toast';
import { setUndoer } from './undoer';

beforeEach(() => {
  vi.useFakeTimers();
  useToasts.setState({ list: [] });
  setLang('en');
  render(
    <MantineProvider>
      <Toaster />
    </MantineProvider>,
  );
});

afterEach(() => {
  vi.useRealTimers();
  setLang('zh-CN');
});

const pass = (ms: number) => act(() => vi.advanceTimersByTime(ms));
const shown = () => screen.queryByText('Moved') !== null;

it('offers to undo a change for ten seconds', () => {
  const undoer = vi.fn();
  setUndoer(undoer);
  act(() => void toastUndo({ id: '7' }, 'Moved'));
  fireEvent.click(screen.getByText('Undo'));
  expect(undoer).toHaveBeenCalledWith('7');
  pass(9_900);
  expect(shown()).toBe(true);
  pass(200);
  expect(shown()).toBe(false);
});

it('waits while the pointer is on it', () => {
  act(() => void toastUndo({ id: '7' }, 'Moved'));
  const item = screen.getByRole('listitem');
  fireEvent.pointerEnter(item);
  pass(60_000);
  expect(shown()).toBe(true);
  fireEvent.pointerLeave(item);
  pass(10_100);
  expect(shown()).toBe(false);
});

it('goes when its change was undone by key', () => {
  act(() => void toastUndo({ id: '7' }, 'Moved'));
  act(() => dismissChange('7'));
  expect(shown()).toBe(false);
});

it('offers nothing where nothing was changed', () => {
  act(() => void toastUndo({ id: '' }, 'Moved'));
  expect(screen.queryByText('Undo')).toBeNull();
});

it('says a failure once, aloud, until it is closed', () => {
  act(() => {
    toastError({ message: 'Disk full' });
    toastError({ message: 'Disk full' });
  });
  expect(screen.getAllByRole('alert')).toHaveLength(1);
  pass(60_000);
  fireEvent.click(screen.getByLabelText('Close'));
  expect(screen.queryByRole('alert')).toBeNull();
});

it('keeps the newest four', () => {
  act(() => {
    for (const n of [1, 2, 3, 4, 5]) toast(`message ${n}`);
  });
  expect(screen.queryByText('message 1')).toBeNull();
  expect(screen.getAllByRole('listitem')).toHaveLength(4);
});
