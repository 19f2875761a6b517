import { Popover, TextInput } from '@mantine/core';
import { type KeyboardEvent, type ReactNode, useContext, useEffect, useRef, useState } from 'react';
import { pick, useLang } from '@/i18n';
import type { Done, InputProps } from '../contract';
import look from '../input.module.css';
import { OpenInPlace } from '../inside';
import { isComposing } from '../keys';
import { Meaning } from './Meaning';
import { useReading } from './useReading';

interface Props extends InputProps {
  /** The value as shown while nobody types. */
  shown: string;
  /** The value as it is edited, without grouping and units. */
  plain: string;
  icon?: ReactNode;
  rightSection?: ReactNode;
  rightSectionWidth?: number;
  align?: 'left' | 'right';
  inputMode?: 'decimal' | 'numeric' | 'tel' | 'email' | 'url';
  /** Shown below while nothing was typed yet, such as a calendar. */
  panel?: (finish: (value: unknown) => void) => ReactNode;
}

/**
 * An input whose text the core reads: numbers (12.8万), dates (next friday), telephone
 * numbers. What it understood is shown below before it is taken.
 */
export function TypedInput(props: Props) {
  const { field, type, onChange, onDone, onCancel, start, shown, plain } = props;
  const lang = useLang();
  const [focused, setFocused] = useState(false);
  const finished = useRef(false);
  const { draft, edit, reading, settle } = useReading({ type, field: field.key, onRead: onChange });

  const first = useRef(start);
  useEffect(() => {
    if (first.current !== undefined) edit(first.current);
  }, [edit]);

  const end = (value: unknown, how: Done) => {
    if (finished.current) return;
    finished.current = true;
    edit(null);
    onDone?.(value, how);
  };

  const commit = async (how: Done) => {
    const result = await settle();
    if (result === null) end(props.value ?? null, how);
    else if (result.ok) end(result.value, how);
    else if (how === 'blur') end(props.value ?? null, how);
  };

  const take = (value: unknown) => {
    onChange(value);
    end(value, 'pick');
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event)) return;
    if (event.key === 'Escape' && (onCancel || draft !== null)) {
      event.stopPropagation();
      finished.current = true;
      edit(null);
      onCancel?.();
    }
    if (!onDone) return;
    const plainEnter = event.key === 'Enter' && !event.shiftKey && !event.ctrlKey && !event.metaKey;
    const cellTab = event.key === 'Tab' && props.look === 'cell';
    if (!plainEnter && !cellTab) return;
    event.preventDefault();
    event.stopPropagation();
    void commit(plainEnter ? 'enter' : 'tab');
  };

  const fault = reading && !reading.ok ? reading.fault : props.error;
  const panel = focused && draft === null ? props.panel?.(take) : undefined;
  const meaning = focused && draft !== null && reading?.ok && reading.shown !== '';
  const cellFault = props.look === 'cell' && focused && fault;
  return (
    <Popover
      opened={Boolean(panel || meaning || cellFault)}
      position="bottom-start"
      offset={4}
      trapFocus={false}
      returnFocus={false}
      withRoles={false}
      withinPortal={!useContext(OpenInPlace)}
    >
      <Popover.Target>
        <TextInput
          id={props.id}
          aria-label={props.label ?? (props.id ? undefined : pick(field.label, lang))}
          className={props.look === 'cell' ? look.cell : undefined}
          classNames={{ input: props.align === 'right' ? look.right : undefined }}
          variant={props.look === 'cell' ? 'unstyled' : 'default'}
          value={draft ?? (focused ? plain : shown)}
          placeholder={props.placeholder}
          leftSection={props.look === 'cell' ? undefined : props.icon}
          rightSection={props.rightSection}
          rightSectionWidth={props.rightSectionWidth}
          inputMode={props.inputMode}
          error={props.look === 'cell' ? undefined : fault}
          data-autofocus={props.autoFocus || undefined}
          autoFocus={props.autoFocus}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => edit(event.currentTarget.value)}
          onFocus={(event) => {
            finished.current = false;
            setFocused(true);
            if (start === undefined) event.currentTarget.select();
          }}
          onBlur={() => {
            setFocused(false);
            void commit('blur');
          }}
          onKeyDown={onKeyDown}
        />
      </Popover.Target>
      <Popover.Dropdown p={4} onMouseDown={(event) => event.preventDefault()}>
        {cellFault ? <div className={look.fault}>{fault}</div> : null}
        {meaning && reading?.ok ? (
          <Meaning icon={props.icon} shown={reading.shown} onTake={() => take(reading.value)} />
        ) : null}
        {panel}
      </Popover.Dropdown>
    </Popover>
  );
}
