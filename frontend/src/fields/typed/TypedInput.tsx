import { Popover, TextInput } from '@mantine/core';
import { type ReactNode, useContext } from 'react';
import { pick, useLang } from '@/i18n';
import type { InputProps } from '../contract';
import look from '../input.module.css';
import { OpenInPlace } from '../inside';
import { Meaning } from './Meaning';
import { type Handlers, type Typing, useTyped } from './useTyped';

export interface TypedProps extends InputProps {
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
export function TypedInput(props: TypedProps) {
  const typing = useTyped(props);
  const { focused, draft, reading, take } = typing;
  const panel = focused && draft === null ? props.panel?.(take) : undefined;
  const meaning = focused && draft !== null && reading?.ok && reading.shown !== '' ? reading : null;
  const fault = props.look === 'cell' && focused ? typing.fault : undefined;
  return (
    <Popover
      opened={Boolean(panel || meaning || fault)}
      position="bottom-start"
      offset={4}
      trapFocus={false}
      returnFocus={false}
      withRoles={false}
      withinPortal={!useContext(OpenInPlace)}
    >
      <Popover.Target>
        <TypedText props={props} typing={typing} {...typing.handlers} />
      </Popover.Target>
      <Popover.Dropdown p={4} onMouseDown={(event) => event.preventDefault()}>
        {fault ? <div className={look.fault}>{fault}</div> : null}
        {meaning ? (
          <Meaning icon={props.icon} shown={meaning.shown} onTake={() => take(meaning.value)} />
        ) : null}
        {panel}
      </Popover.Dropdown>
    </Popover>
  );
}

interface Parts extends Handlers {
  props: TypedProps;
  typing: Typing;
}

/** The input; Popover.Target adds its ref. */
function TypedText({ props, typing, ...target }: Parts) {
  const lang = useLang();
  const cell = props.look === 'cell';
  const idle = typing.focused ? props.plain : props.shown;
  return (
    <TextInput
      {...target}
      id={props.id}
      aria-label={props.label ?? (props.id ? undefined : pick(props.field.label, lang))}
      className={cell ? look.cell : undefined}
      classNames={{ input: props.align === 'right' ? look.right : undefined }}
      variant={cell ? 'unstyled' : 'default'}
      value={typing.draft ?? idle}
      placeholder={props.placeholder}
      leftSection={cell ? undefined : props.icon}
      rightSection={props.rightSection}
      rightSectionWidth={props.rightSectionWidth}
      inputMode={props.inputMode}
      error={cell ? undefined : typing.fault}
      data-autofocus={props.autoFocus || undefined}
      autoFocus={props.autoFocus}
      autoComplete="off"
      spellCheck={false}
    />
  );
}
