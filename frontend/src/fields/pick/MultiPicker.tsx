import { Combobox, Pill, PillsInput, useCombobox } from '@mantine/core';
import { type KeyboardEvent, useContext, useEffect, useState } from 'react';
import type { Done } from '../contract';
import inputLook from '../input.module.css';
import { OpenInPlace } from '../inside';
import { isComposing } from '../keys';
import type { Item } from './items';
import { CREATE, Options } from './Options';
import { useDrawn } from './useDrawn';

export interface MultiPickerProps {
  items: Item[];
  chosen: Item[];
  onSearch: (text: string) => void;
  onAdd: (key: string) => void;
  onRemove: (key: string) => void;
  /** Makes a new one from the typed text; `createWords` is what the option says. */
  onCreate?: (text: string) => void;
  createWords?: (text: string) => string;
  onLeave?: (how: Done) => void;
  onCancel?: () => void;
  loading?: boolean;
  autoFocus?: boolean;
  start?: string;
  look?: 'form' | 'cell';
  id?: string;
  label?: string;
  error?: string;
  placeholder?: string;
}

/** An input of several things: typing finds, Enter adds, Backspace takes the last away. */
export function MultiPicker(props: MultiPickerProps) {
  const { items, chosen, onSearch, onAdd, onRemove, onCreate, onLeave, onCancel } = props;
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const [search, setSearch] = useState(props.start ?? '');
  useDrawn(combobox.dropdownOpened);
  const typed = search.trim();
  const has = (key: string) => chosen.some((item) => item.key === key);
  const exact = items.some((item) => item.label.toLowerCase() === typed.toLowerCase());
  const creates = Boolean(onCreate && typed !== '' && !exact && !props.loading);
  const best = typed === '' ? '' : (items[0]?.key ?? (creates ? CREATE : ''));

  const { openDropdown, selectFirstOption, resetSelectedOption, dropdownOpened } = combobox;
  useEffect(() => {
    if (!dropdownOpened) return;
    if (best === '') resetSelectedOption();
    else selectFirstOption();
  }, [dropdownOpened, best, resetSelectedOption, selectFirstOption]);

  const type = (text: string) => {
    setSearch(text);
    onSearch(text);
    openDropdown();
  };

  const toggle = (key: string) => {
    const text = typed;
    type('');
    if (key === CREATE) onCreate?.(text);
    else if (has(key)) onRemove(key);
    else onAdd(key);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event)) return;
    const last = chosen[chosen.length - 1];
    if (event.key === 'Backspace' && search === '' && last) onRemove(last.key);
    if (event.key === 'Escape' && (dropdownOpened || onCancel)) {
      event.stopPropagation();
      combobox.closeDropdown();
      onCancel?.();
    }
    const idle = typed === '' && combobox.getSelectedOptionIndex() === -1;
    const done =
      event.key === 'Tab' && props.look === 'cell'
        ? 'tab'
        : event.key === 'Enter' && idle
          ? 'enter'
          : null;
    if (done && onLeave) {
      event.preventDefault();
      event.stopPropagation();
      combobox.closeDropdown();
      onLeave(done);
    } else if (event.key === 'Enter' && dropdownOpened) event.stopPropagation();
  };

  return (
    <Combobox
      store={combobox}
      onOptionSubmit={toggle}
      withinPortal={!useContext(OpenInPlace)}
      position="bottom-start"
      classNames={{ option: inputLook.listed }}
    >
      <Combobox.DropdownTarget>
        <PillsInput
          className={props.look === 'cell' ? inputLook.cell : undefined}
          variant={props.look === 'cell' ? 'unstyled' : 'default'}
          error={props.error}
          onClick={() => openDropdown()}
        >
          <Pill.Group>
            {chosen.map((item) => (
              <Pill
                key={item.key}
                withRemoveButton
                onRemove={() => onRemove(item.key)}
                removeButtonProps={{ 'aria-label': item.label, tabIndex: -1 }}
              >
                {item.label}
              </Pill>
            ))}
            <Combobox.EventsTarget withExpandedAttribute>
              <PillsInput.Field
                className={inputLook.pillText}
                id={props.id}
                role="combobox"
                aria-label={props.label}
                value={search}
                placeholder={chosen.length === 0 ? props.placeholder : undefined}
                autoFocus={props.autoFocus}
                data-autofocus={props.autoFocus || undefined}
                autoComplete="off"
                spellCheck={false}
                onChange={(event) => type(event.currentTarget.value)}
                onFocus={() => openDropdown()}
                onBlur={() => {
                  combobox.closeDropdown();
                  setSearch('');
                  onLeave?.('blur');
                }}
                onKeyDown={onKeyDown}
              />
            </Combobox.EventsTarget>
          </Pill.Group>
        </PillsInput>
      </Combobox.DropdownTarget>
      <Combobox.Dropdown miw={200} hidden={items.length === 0 && typed === ''}>
        <Options
          items={items}
          chosen={chosen.map((item) => item.key)}
          loading={props.loading}
          label={props.label ?? ''}
          create={creates ? (props.createWords?.(typed) ?? typed) : undefined}
        />
      </Combobox.Dropdown>
    </Combobox>
  );
}
