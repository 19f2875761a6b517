import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import css from './Dialog.module.css';

/**
 * A dialog over the page. It keeps the focus inside, Esc and a click outside close it, and
 * the focus goes back to where it was.
 */
export function Dialog(props: {
  title: string;
  opened: boolean;
  onClose: () => void;
  children: ReactNode;
  /** Buttons at the right of the foot, the safe one first. */
  actions?: ReactNode;
  /** Pixels; 400 for a question. */
  width?: number;
}) {
  const { title, opened, onClose, children, actions, width = 400 } = props;
  return (
    <Modal
      title={title}
      opened={opened}
      onClose={onClose}
      size={width}
      withCloseButton={false}
      padding={20}
      classNames={{ header: css.header, body: css.body }}
    >
      {children}
      {actions && <div className={css.actions}>{actions}</div>}
    </Modal>
  );
}
