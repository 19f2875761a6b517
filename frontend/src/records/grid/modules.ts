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
  themeQuartz,
} from 'ag-grid-community';
import { gridParams } from '@/theme';

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

/** The look of grids, made once: the grid measures every new one. Densities differ in row height alone. */
export const theme = themeQuartz.withParams(gridParams);
