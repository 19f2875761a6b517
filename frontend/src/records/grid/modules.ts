import {
  CellApiModule,
  CellStyleModule,
  ColumnApiModule,
  CustomEditorModule,
  EventApiModule,
  GridStateModule,
  InfiniteRowModelModule,
  LocaleModule,
  ModuleRegistry,
  RenderApiModule,
  RowApiModule,
  RowStyleModule,
  ScrollApiModule,
  type Theme,
  themeQuartz,
} from 'ag-grid-community';
import { type Density, gridParams, rowHeights } from '@/theme';

// Only what is used: the grid is the heaviest part of the page.
ModuleRegistry.registerModules([
  InfiniteRowModelModule,
  CellStyleModule,
  RowStyleModule,
  CustomEditorModule,
  LocaleModule,
  GridStateModule,
  ScrollApiModule,
  RowApiModule,
  CellApiModule,
  RenderApiModule,
  EventApiModule,
  ColumnApiModule,
]);

const base = themeQuartz.withParams(gridParams);

/** One theme a density, made once: the grid measures every new one. */
export const themes: Record<Density, Theme> = {
  compact: base.withParams({ rowHeight: rowHeights.compact }),
  standard: base.withParams({ rowHeight: rowHeights.standard }),
  comfortable: base.withParams({ rowHeight: rowHeights.comfortable }),
};
