/**
 * Parameters for the record grid's theme. They are variables, so one theme serves light
 * and dark.
 */
export const gridParams = {
  backgroundColor: 'var(--bg)',
  foregroundColor: 'var(--text)',
  headerBackgroundColor: 'var(--bg)',
  headerTextColor: 'var(--text-3)',
  borderColor: 'var(--line)',
  accentColor: 'var(--primary)',
  selectedRowBackgroundColor: 'var(--primary-soft)',
  rowHoverColor: 'var(--hover)',
  oddRowBackgroundColor: 'transparent',
  browserColorScheme: 'inherit',
  fontFamily: 'inherit',
  fontSize: 13,
  headerFontSize: 12,
  headerFontWeight: 400,
  headerHeight: 32,
  cellHorizontalPadding: 8,
  spacing: 4,
  wrapperBorder: false,
  wrapperBorderRadius: 0,
  columnBorder: false,
  headerColumnBorder: false,
} as const;

/** Row heights by density, in pixels. */
export const rowHeights = { compact: 28, standard: 36, comfortable: 44 } as const;

/** How close rows stand. */
export type Density = keyof typeof rowHeights;

/** Reads a density from a preference or view; what is unknown is standard. */
export function asDensity(name: string): Density {
  return name in rowHeights ? (name as Density) : 'standard';
}
