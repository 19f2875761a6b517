import { useCombobox } from '@mantine/core';
import {
  type ChangeEvent,
  type FocusEvent,
  type KeyboardEvent,
  useEffect,
  useReducer,
  useRef,
  useState,
} from 'react';
import type { Done } from '../contract';
import { isComposing } from '../keys';
import { CREATE } from './Options';
import type { PickerProps } from './Picker';

/** What a picker is doing. */
export type Picking = ReturnType<typeof usePicker>;

/** What the input of a picker listens to. */
export type Handlers = Picking['handlers'];

/** Typing, choosing and leaving of a Picker. */
export function usePicker(props: PickerProps) {
  const { items, chosen, onSearch, onPick, onCreate, onLeave } = props;
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const [search, setSearch] = useState<string | null>(props.start ?? null);
  const [, drawn] = useReducer((n: number) => n + 1, 0);
  // The dropdown may close under the hand that is leaving it; once is enough.
  const finished = useRef(false);
  const typed = search?.trim() ?? '';
  const creates = canCreate(props, typed);
  const best = typed === '' ? '' : (items[0]?.key ?? (creates ? CREATE : ''));
  useBestHit(combobox, best);

  const type = (text: string) => {
    finished.current = false;
    setSearch(text);
    onSearch(text);
    combobox.openDropdown();
  };
  const close = () => {
    finished.current = true;
    setSearch(null);
    onSearch('');
    combobox.closeDropdown();
  };
  const take = (key: string, how: Done) => {
    close();
    if (key === CREATE) onCreate?.(typed);
    else onPick(key, how);
  };
  const leave = (how: Done) => {
    if (finished.current) return;
    const emptied = search !== null && typed === '' && chosen !== '' && !props.required;
    close();
    if (emptied) onPick(null, how);
    else onLeave?.(how);
  };
  const awaitAnswer = useAwaited(props.loading ?? false, () => best !== '' && take(best, 'enter'));
  const actions = { type, close, take, leave, awaitAnswer };
  const state = { combobox, search, typed, best };
  return {
    ...state,
    creates,
    take,
    drawn,
    handlers: {
      onChange: (event: ChangeEvent<HTMLInputElement>) => type(event.currentTarget.value),
      onClick: () => combobox.openDropdown(),
      onFocus: (event: FocusEvent<HTMLInputElement>) => {
        finished.current = false;
        if (props.start === undefined) event.currentTarget.select();
        combobox.openDropdown();
      },
      onBlur: () => leave('blur'),
      onKeyDown: (event: KeyboardEvent) => onKey(event, props, state, actions),
    },
  };
}

function canCreate({ items, onCreate, loading }: PickerProps, typed: string): boolean {
  const exact = items.some((item) => item.label.toLowerCase() === typed.toLowerCase());
  return Boolean(onCreate && typed !== '' && !exact && !loading);
}

type Store = ReturnType<typeof useCombobox>;

/** The best hit is chosen while something is typed. */
export function useBestHit(combobox: Store, best: string): void {
  const { dropdownOpened, selectFirstOption, resetSelectedOption } = combobox;
  useEffect(() => {
    if (!dropdownOpened) return;
    if (best === '') resetSelectedOption();
    else selectFirstOption();
  }, [dropdownOpened, best, resetSelectedOption, selectFirstOption]);
}

/** Enter may come before the answer to what was typed: the answer then acts. */
function useAwaited(loading: boolean, act: () => void): () => void {
  const awaited = useRef(false);
  const latest = useRef(act);
  latest.current = act;
  useEffect(() => {
    if (loading || !awaited.current) return;
    awaited.current = false;
    latest.current();
  }, [loading]);
  return () => {
    awaited.current = true;
  };
}

interface State {
  combobox: Store;
  search: string | null;
  typed: string;
  best: string;
}

interface PickActions {
  close: () => void;
  take: (key: string, how: Done) => void;
  leave: (how: Done) => void;
  awaitAnswer: () => void;
}

function onKey(event: KeyboardEvent, props: PickerProps, state: State, actions: PickActions): void {
  if (isComposing(event)) return;
  const opened = state.combobox.dropdownOpened;
  if (event.key === 'Escape' && (opened || props.onCancel)) {
    event.stopPropagation();
    actions.close();
    props.onCancel?.();
  }
  if (event.key === 'Enter' && (opened || state.search !== null))
    onEnter(event, props, state, actions);
  if (event.key === 'Tab' && props.look === 'cell') {
    event.preventDefault();
    event.stopPropagation();
    const [first] = props.items;
    if (state.typed !== '' && first) actions.take(first.key, 'tab');
    else actions.leave('tab');
  }
}

/** What is marked in the list is taken by the Combobox itself. */
function onEnter(
  event: KeyboardEvent,
  props: PickerProps,
  state: State,
  actions: PickActions,
): void {
  event.stopPropagation();
  if (state.typed !== '' && props.loading) actions.awaitAnswer();
  else if (
    state.search !== null &&
    state.typed === '' &&
    state.combobox.getSelectedOptionIndex() === -1
  ) {
    event.preventDefault();
    actions.leave('enter');
  }
}
