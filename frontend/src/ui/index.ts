/**
 * Controls in the one look. They know words, theme and nothing of the core: what they show
 * and do comes from outside.
 */
export { Popover, Tooltip } from '@mantine/core';
export { Avatar, initials } from './Avatar';
export { askPath } from './askPath';
export { Button, type ButtonLook, type ButtonProps } from './Button';
export { baseName } from './baseName';
export { Chip, toneStyle } from './Chip';
export { Dialog } from './Dialog';
export { Empty } from './Empty';
export { ErrorBoundary } from './ErrorBoundary';
export { Glyph, type Icon } from './Glyph';
export { IconButton, type IconButtonProps } from './IconButton';
export { iconNamed } from './iconNamed';
export { Kbd } from './Kbd';
export { isMac, keyLabel } from './keyLabel';
export { Logo } from './Logo';
export { Body, Screen, Sep, ToolBar, TopBar } from './layout';
export { Menu, type MenuEntry } from './Menu';
export { PathDialog } from './PathDialog';
export { type Person, PersonFields } from './PersonFields';
export { type Segment, Segmented } from './Segmented';
export { SkeletonBar, SkeletonRows, useLate } from './Skeleton';
export { StageChip, StageIcon, type StageLook } from './Stage';
export { shortPath } from './shortPath';
export { Toaster } from './Toaster';
export {
  dismiss,
  dismissChange,
  type Progress,
  type Toast,
  toast,
  toastError,
  toastUndo,
  useToasts,
} from './toast';
export { setUndoer, undo } from './undoer';
