import type { Icon } from '@tabler/icons-react';

export type { Icon };

/** An icon from Tabler in our weights: 18 px in rows, thinner when large, bolder when small. */
export function Glyph({ icon: Shape, size = 18 }: { icon: Icon; size?: number }) {
  const stroke = size <= 14 ? 2 : size >= 40 ? 1.25 : size >= 28 ? 1.5 : 1.75;
  return <Shape size={size} stroke={stroke} aria-hidden style={{ flex: 'none' }} />;
}
