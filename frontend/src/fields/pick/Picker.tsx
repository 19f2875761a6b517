import { CloseButton, Combobox, TextInput, useCombobox } from '@mantine/core';
import { type KeyboardEvent, type ReactNode, useContext, useEffect, useRef, useState } from 'react';
import { useWords } from '@/i18n';
import type { Done } from '../contract';
import inputLook from '../input.module.css';
import { OpenInPlace } from '../inside';
import { isComposing } from '../keys';
import { fieldWords } from '../words';
import type { Item } from './items';
import { CREATE, Options } from './Options';
import { useDrawn } from './useDrawn';

export interface PickerProps {
  items: Item[];
  /** Key of what is chosen; "" for nothing. */
  chosen: string;
  /** The chosen one as text. */
  shown: string;
  /** What is searched for; items follow from it. */
  onSearch: (text: string) => void;
  /** null clears. */
  onPick: (key: string | null, how: Done) => void;
  /** Makes a new one from the typed text. */
  onCreate?: (text: string) => void;
  /** Nothing was picked and the person left. */
  onLeave?: (how: Done) => void;
  onCancel?: () => void;
  loading?: boolean;
  face?: ReactNode;
  required?: boolean;
  autoFocus?: boolean;
  start?: string;
  look?: 'form' | 'cell';
  id?: string;
  label?: string;
  error?: string;
  placeholder?: string;
  /** 28 px high instead of 32. */
  small?: boolean;
}

/** An input that finds one thing by typing and takes it with Enter, Tab or a click. */
export function Picker(props: PickerProps) {
  const { items, chosen, shown, onSearch, onPick, onCreate, onCancel, onLeave } = props;
  const t = useWords(fieldWords);
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const [search, setSearch] = useState<string | null>(props.start ?? null);
  const finished = useRef(false);
  const opened = combobox.dropdownOpened;
  useDrawn(opened);
  const typed = search?.trim() ?? '';
  const exact = items.some((item) => item.label.toLowerCase() === typed.toLowerCase());
  const creates = Boolean(onCreate && typed !== '' && !exact && !props.loading);

  const best = typed === '' ? '' : (items[0]?.key ?? (creates ? CREATE : ''));

  const { openDropdown, selectFirstOption, resetSelectedOption } = combobox;
  useEffect(() => {
    if (!opened) return;
    if (best === '') resetSelectedOption();
    else selectFirstOption();
  }, [opened, best, resetSelectedOption, selectFirstOption]);

  const type = (text: string) => {
    finished.current = false;
    setSearch(text);
    onSearch(text);
    openDropdown();
  };

  const close = () => {
    finished.current = true;
    setSearch(null);
    onSearch('');
    combobox.closeDropdown();
  };

  const take = (key: string, how: Done) => {
    const text = typed;
    awaited.current = false;
    close();
    if (key === CREATE) onCreate?.(text);
    else onPick(key, how);
  };

  // Enter may come before the answer to what was typed; the answer then takes it.
  const awaited = useRef(false);
  const takeBest = useRef(() => {});
  takeBest.current = () => {
    if (best !== '') take(best, 'enter');
  };
  useEffect(() => {
    if (props.loading || !awaited.current) return;
    awaited.current = false;
    takeBest.current();
  }, [props.loading]);

  const leave = (how: Done) => {
    if (finished.current) return;
    const emptied = search !== null && typed === '' && chosen !== '' && !props.required;
    close();
    if (emptied) onPick(null, how);
    else onLeave?.(how);
  };

  const onEnter = (event: KeyboardEvent) => {
    if (!opened && search === null) return;
    event.stopPropagation();
    if (typed !== '' && props.loading) awaited.current = true;
    else if (search !== null && typed === '' && combobox.getSelectedOptionIndex() === -1) {
      event.preventDefault();
      leave('enter');
    }
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event)) return;
    if (event.key === 'Escape' && (opened || onCancel)) {
      event.stopPropagation();
      close();
      onCancel?.();
    }
    if (event.key === 'Enter') onEnter(event);
    if (event.key === 'Tab' && props.look === 'cell') {
      event.preventDefault();
      event.stopPropagation();
      const [best] = items;
      if (typed !== '' && best) take(best.key, 'tab');
      else leave('tab');
    }
  };

  const clearable = chosen !== '' && !props.required && props.look !== 'cell';
  return (
    <Combobox
      store={combobox}
      onOptionSubmit={(key) => take(key, 'pick')}
      withinPortal={!useContext(OpenInPlace)}
    >
      <Combobox.Target withExpandedAttribute>
        <TextInput
          id={props.id}
          role="combobox"
          size={props.small ? 'sm' : 'md'}
          aria-label={props.label}
          className={props.look === 'cell' ? inputLook.cell : undefined}
          variant={props.look === 'cell' ? 'unstyled' : 'default'}
          value={search ?? shown}
          placeholder={props.placeholder}
          error={props.error}
          leftSection={search === null && props.look !== 'cell' ? props.face : undefined}
          rightSection={
            clearable ? (
              <CloseButton
                size="sm"
                aria-label={t.clear}
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => onPick(null, 'pick')}
              />
            ) : (
              <Combobox.Chevron />
            )
          }
          rightSectionPointerEvents={clearable ? 'all' : 'none'}
          autoFocus={props.autoFocus}
          data-autofocus={props.autoFocus || undefined}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => type(event.currentTarget.value)}
          onClick={() => openDropdown()}
          onFocus={(event) => {
            finished.current = false;
            if (props.start === undefined) event.currentTarget.select();
            openDropdown();
          }}
          onBlur={() => leave('blur')}
          onKeyDown={onKeyDown}
        />
      </Combobox.Target>
      <Combobox.Dropdown miw={200}>
        <Options
          items={items}
          chosen={chosen}
          loading={props.loading}
          label={props.label ?? props.shown}
          create={creates ? t('create', { title: typed }) : undefined}
        />
      </Combobox.Dropdown>
    </Combobox>
  );
}
