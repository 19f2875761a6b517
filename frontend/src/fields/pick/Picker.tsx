import { CloseButton, Combobox, TextInput } from '@mantine/core';
import { type ReactNode, useContext } from 'react';
import { useWords } from '@/i18n';
import type { Done } from '../contract';
import inputLook from '../input.module.css';
import { OpenInPlace } from '../inside';
import { fieldWords } from '../words';
import type { Item } from './items';
import { Options } from './Options';
import { type Handlers, type Picking, usePicker } from './usePicker';

export interface PickerProps {
  items: Item[];
  /** Key of what is chosen; "" for nothing. */
  chosen: string;
  /** The chosen one as text. */
  shown: string;
  /** What is searched for; items follow from it. Begins with `start`. */
  onSearch: (text: string) => void;
  /** null clears. */
  onPick: (key: string | null, how: Done) => void;
  /** Makes a new one from the typed text. */
  onCreate?: (text: string) => void;
  /** Nothing was picked and the person left. */
  onLeave?: (how: Done) => void;
  onCancel?: () => void;
  /** The items are not yet those of what was typed. */
  loading?: boolean;
  /** Stands before the chosen one, such as an avatar. */
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
  const t = useWords(fieldWords);
  const picking = usePicker(props);
  return (
    <Combobox
      store={picking.combobox}
      onOptionSubmit={(key) => picking.take(key, 'pick')}
      withinPortal={!useContext(OpenInPlace)}
      position="bottom-start"
      classNames={{ option: inputLook.listed }}
    >
      <Combobox.Target withExpandedAttribute>
        <PickerInput props={props} picking={picking} {...picking.handlers} />
      </Combobox.Target>
      <Combobox.Dropdown miw={200}>
        <Options
          items={props.items}
          chosen={props.chosen}
          label={props.label ?? props.shown}
          loading={props.loading}
          onDrawn={picking.drawn}
          create={picking.creates ? t('create', { title: picking.typed }) : undefined}
        />
      </Combobox.Dropdown>
    </Combobox>
  );
}

interface InputParts extends Handlers {
  props: PickerProps;
  picking: Picking;
}

/** The input; Combobox.Target adds its attributes and ref, and its keys to those given. */
function PickerInput({ props, picking, ...target }: InputParts) {
  const cell = props.look === 'cell';
  const clearable = props.chosen !== '' && !props.required && !cell;
  return (
    <TextInput
      {...target}
      id={props.id}
      role="combobox"
      size={props.small ? 'sm' : 'md'}
      aria-label={props.label}
      className={cell ? inputLook.cell : undefined}
      variant={cell ? 'unstyled' : 'default'}
      value={picking.search ?? props.shown}
      placeholder={props.placeholder}
      error={props.error}
      leftSection={picking.search === null && !cell ? props.face : undefined}
      rightSection={
        clearable ? <Clear onClear={() => props.onPick(null, 'pick')} /> : <Combobox.Chevron />
      }
      rightSectionPointerEvents={clearable ? 'all' : 'none'}
      autoFocus={props.autoFocus}
      data-autofocus={props.autoFocus || undefined}
      autoComplete="off"
      spellCheck={false}
    />
  );
}

/** Not a stop of Tab: the emptied text clears too, and the focus would go with the button. */
function Clear({ onClear }: { onClear: () => void }) {
  const t = useWords(fieldWords);
  return (
    <CloseButton
      size="sm"
      tabIndex={-1}
      aria-label={t.clear}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onClear}
    />
  );
}
