import { useState } from 'react';
import { create } from 'zustand';
import { api, RATE } from '@/api';
import { on } from '@/api/events';
import { setWalk } from '../record/walk';
import { createBoard } from './store';

/** The board of the open file. It outlives its screen, so that coming back from a record
 * finds cards and places as they were. */
export const board = createBoard({ open: api.board.open, cards: api.board.cards });

/** What is kept of the screen while it is away. */
interface Look {
  /** Stages that are collapsed. */
  collapsed: readonly string[];
  /** Pixels scrolled, by stage; "" is the board itself. */
  scrolled: Record<string, number>;
}

export const useLook = create<Look>(() => ({ collapsed: [], scrolled: {} }));

let path = '';

/** Says which file is open: of another one nothing is kept. Call before drawing. */
export function useBoardOf(file: string): void {
  useState(() => {
    if (file === path) return;
    path = file;
    board.clear();
    useLook.setState({ collapsed: [], scrolled: {} });
    setWalk(null);
  });
}

/** Collapses a stage's column, or expands it. */
export function toggleColumn(stage: string): void {
  useLook.setState(({ collapsed }) => ({
    collapsed: collapsed.includes(stage)
      ? collapsed.filter((s) => s !== stage)
      : [...collapsed, stage],
  }));
}

/** Remembers how far a column (or "" the board) is scrolled. Draws nothing again. */
export function keepScroll(key: string, pixels: number): void {
  useLook.getState().scrolled[key] = pixels;
}

const shown = ['opportunity', 'pipeline', 'stage', 'account', 'member', RATE];

/** Opens the board again whenever something that it shows changed, several changes in a
 * row at once. Gives back how to stop. */
export function followBoard(): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = on('changed', ({ types }) => {
    if (!types.some((t) => shown.includes(t))) return;
    clearTimeout(timer);
    timer = setTimeout(() => void board.reload(), 40);
  });
  return () => {
    clearTimeout(timer);
    stop();
  };
}
