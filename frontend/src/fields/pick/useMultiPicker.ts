import { useCombobox } from '@mantine/core';
import { type ChangeEvent, type KeyboardEvent, useReducer, useState } from 'react';
import type { Done } from '../contract';
import { isComposing } from '../keys';
import type { MultiPickerProps } from './MultiPicker';
import { CREATE } from './Options';
import { useBestHit } from './usePicker';

/** Typing, adding and leaving of a MultiPicker. */
export function useMultiPicker(props: MultiPickerProps) {
  const { items, chosen, onSearch, onAdd, onRemove, onCreate } = props;
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const [search, setSearch] = useState(props.start ?? '');
  const [, drawn] = useReducer((n: number) => n + 1, 0);
  const typed = search.trim();
  const exact = items.some((item) => item.label.toLowerCase() === typed.toLowerCase());
  const creates = Boolean(onCreate && typed !== '' && !exact && !props.loading);
  useBestHit(combobox, typed === '' ? '' : (items[0]?.key ?? (creates ? CREATE : '')));

  const type = (text: string) => {
    setSearch(text);
    onSearch(text);
    combobox.openDropdown();
  };
  const toggle = (key: string) => {
    type('');
    if (key === CREATE) onCreate?.(typed);
    else if (chosen.some((item) => item.key === key)) onRemove(key);
    else onAdd(key);
  };
  return {
    combobox,
    typed,
    creates,
    drawn,
    toggle,
    handlers: {
      value: search,
      onChange: (event: ChangeEvent<HTMLInputElement>) => type(event.currentTarget.value),
      onFocus: () => combobox.openDropdown(),
      onBlur: () => {
        combobox.closeDropdown();
        setSearch('');
        props.onLeave?.('blur');
      },
      onKeyDown: (event: KeyboardEvent) => onKey(event, props, combobox, search),
    },
  };
}

function onKey(
  event: KeyboardEvent,
  props: MultiPickerProps,
  combobox: ReturnType<typeof useCombobox>,
  search: string,
): void {
  if (isComposing(event)) return;
  const last = props.chosen[props.chosen.length - 1];
  if (event.key === 'Backspace' && search === '' && last) props.onRemove(last.key);
  if (event.key === 'Escape' && (combobox.dropdownOpened || props.onCancel)) {
    event.stopPropagation();
    combobox.closeDropdown();
    props.onCancel?.();
  }
  const idle = search.trim() === '' && combobox.getSelectedOptionIndex() === -1;
  const done = doneBy(event.key, idle, props.look === 'cell');
  if (done && props.onLeave) {
    event.preventDefault();
    event.stopPropagation();
    combobox.closeDropdown();
    props.onLeave(done);
  } else if (event.key === 'Enter' && combobox.dropdownOpened) event.stopPropagation();
}

function doneBy(key: string, idle: boolean, cell: boolean): Done | null {
  if (key === 'Tab' && cell) return 'tab';
  return key === 'Enter' && idle ? 'enter' : null;
}
