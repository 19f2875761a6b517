import { Combobox, Pill, PillsInput } from '@mantine/core';
import { useContext } from 'react';
import type { Done } from '../contract';
import inputLook from '../input.module.css';
import { OpenInPlace } from '../inside';
import type { Item } from './items';
import { Options } from './Options';
import { useMultiPicker } from './useMultiPicker';

export interface MultiPickerProps {
  items: Item[];
  chosen: Item[];
  /** What is searched for; items follow from it. Begins with `start`. */
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
  const { items, chosen } = props;
  const picking = useMultiPicker(props);
  const { typed } = picking;
  return (
    <Combobox
      store={picking.combobox}
      onOptionSubmit={picking.toggle}
      withinPortal={!useContext(OpenInPlace)}
      position="bottom-start"
      classNames={{ option: inputLook.listed }}
    >
      <Combobox.DropdownTarget>
        <PillsInput
          // The field takes its id from here; its own would be replaced.
          id={props.id}
          className={props.look === 'cell' ? inputLook.cell : undefined}
          variant={props.look === 'cell' ? 'unstyled' : 'default'}
          error={props.error}
          onClick={() => picking.combobox.openDropdown()}
        >
          <Pill.Group>
            <Pills chosen={chosen} onRemove={props.onRemove} />
            <Combobox.EventsTarget withExpandedAttribute>
              <PillsInput.Field
                className={inputLook.pillText}
                role="combobox"
                aria-label={props.label}
                placeholder={chosen.length === 0 ? props.placeholder : undefined}
                autoFocus={props.autoFocus}
                data-autofocus={props.autoFocus || undefined}
                autoComplete="off"
                spellCheck={false}
                {...picking.handlers}
              />
            </Combobox.EventsTarget>
          </Pill.Group>
        </PillsInput>
      </Combobox.DropdownTarget>
      <Combobox.Dropdown miw={200} hidden={items.length === 0 && typed === ''}>
        <Options
          items={items}
          chosen={chosen.map((item) => item.key)}
          label={props.label ?? ''}
          loading={props.loading}
          onDrawn={picking.drawn}
          create={picking.creates ? (props.createWords?.(typed) ?? typed) : undefined}
        />
      </Combobox.Dropdown>
    </Combobox>
  );
}

function Pills({ chosen, onRemove }: { chosen: Item[]; onRemove: (key: string) => void }) {
  return chosen.map((item) => (
    <Pill
      key={item.key}
      withRemoveButton
      onRemove={() => onRemove(item.key)}
      removeButtonProps={{ 'aria-label': item.label, tabIndex: -1 }}
    >
      {item.label}
    </Pill>
  ));
}
