import type { ReactNode } from 'react';
import css from './Stage.module.css';

/** The pen of a stage's shape: its bar colour. */
const line = { fill: 'none', stroke: 'var(--ink)', strokeWidth: 1.5 } as const;
const ring = <circle cx="8" cy="8" r="6.25" {...line} />;
const disc = <circle cx="8" cy="8" r="7" fill="var(--ink)" />;
const white = {
  fill: 'none',
  stroke: 'var(--bg)',
  strokeWidth: 1.6,
  strokeLinecap: 'round',
} as const;
const tint = { ...line, fill: 'var(--ink)', fillOpacity: 0.18, strokeLinejoin: 'round' } as const;

/** Shapes by name, so that a stage is never told by colour alone. */
const shapes: Record<string, ReactNode> = {
  circle: ring,
  quarter: (
    <>
      {ring}
      <path d="M8 8V3.8A4.2 4.2 0 0 1 12.2 8z" fill="var(--ink)" />
    </>
  ),
  half: (
    <>
      {ring}
      <path d="M8 3.8a4.2 4.2 0 0 1 0 8.4z" fill="var(--ink)" />
    </>
  ),
  'three-quarter': (
    <>
      {ring}
      <path d="M8 8V3.8A4.2 4.2 0 1 1 3.8 8z" fill="var(--ink)" />
    </>
  ),
  diamond: (
    <>
      <path d="M8 1.6 14.4 8 8 14.4 1.6 8z" {...tint} />
      <path d="M8 5.2 10.8 8 8 10.8 5.2 8z" fill="var(--ink)" />
    </>
  ),
  document: (
    <>
      <path d="M4 1.9h5.2l3.3 3.3v8.9H4z" {...tint} />
      <path d="M6.2 7.6h4M6.2 10.4h4" stroke="var(--ink)" strokeWidth="1.4" />
    </>
  ),
  check: (
    <>
      {disc}
      <path d="m4.9 8.2 2.2 2.2 4-4.4" {...white} strokeLinejoin="round" />
    </>
  ),
  cross: (
    <>
      {disc}
      <path d="m5.6 5.6 4.8 4.8M10.4 5.6l-4.8 4.8" {...white} />
    </>
  ),
  pause: (
    <>
      {ring}
      <path d="M6.4 5.6v4.8M9.6 5.6v4.8" {...line} strokeLinecap="round" />
    </>
  ),
};

/** What a stage looks like: a colour token (st-new …) and the name of a shape. */
export interface StageLook {
  color: string;
  icon: string;
}

/** The shape of a stage, in its colour. 16 px, 14 in chips. */
export function StageIcon({ stage, size = 16 }: { stage: StageLook; size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 16 16"
      aria-hidden="true"
      className={css.icon}
      style={{ '--ink': `var(--${stage.color || 'st-new'}-bar)` }}
    >
      {shapes[stage.icon] ?? ring}
    </svg>
  );
}

/** A stage as a chip: shape and name on its soft ground. */
export function StageChip({ stage, name }: { stage: StageLook; name: string }) {
  const token = stage.color || 'st-new';
  return (
    <span
      className={css.chip}
      style={{ color: `var(--${token})`, background: `var(--${token}-soft)` }}
    >
      <StageIcon stage={stage} size={14} />
      {name}
    </span>
  );
}
